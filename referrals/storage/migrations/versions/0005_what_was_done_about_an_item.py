"""what was done about an item."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Forward."""
    op.create_table(
        "desk_item_note",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("item_id", sa.Integer(), nullable=False),
        sa.Column("who", sa.String(length=80), nullable=False),
        sa.Column("what", sa.String(length=40), nullable=False),
        sa.Column("reached", sa.String(length=30), nullable=True),
        sa.Column("ended", sa.String(length=30), nullable=True),
        sa.Column("note_cipher", sa.String(), nullable=True),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["item_id"],
            ["desk_item.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("desk_item_note", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_desk_item_note_item_id"), ["item_id"], unique=False)


def downgrade() -> None:
    """Back; what the new columns held is lost."""
    with op.batch_alter_table("desk_item_note", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_desk_item_note_item_id"))

    op.drop_table("desk_item_note")
