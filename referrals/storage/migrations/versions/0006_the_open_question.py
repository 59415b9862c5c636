"""the open question."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Forward."""
    with op.batch_alter_table("conversation", schema=None) as batch_op:
        batch_op.add_column(sa.Column("asked", sa.String(length=40), nullable=True))


def downgrade() -> None:
    """Back; what the new columns held is lost."""
    with op.batch_alter_table("conversation", schema=None) as batch_op:
        batch_op.drop_column("asked")
