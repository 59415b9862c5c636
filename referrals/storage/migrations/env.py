"""What alembic runs: on the connection that `referrals.storage.migrate` opened, in its transaction."""

from __future__ import annotations

from alembic import context

from referrals.storage.migrate import load_tables
from referrals.storage.tables import Base

load_tables()
context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    render_as_batch=True,
    transactional_ddl=True,
)
with context.begin_transaction():
    context.run_migrations()
