"""The plan, web answers that may come again, and who is at the desk."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Forward."""
    op.create_table(
        "desk_presence",
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.Column("seen_at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("name"),
    )
    op.create_table(
        "plan",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("token_hash", sa.String(length=64), nullable=False),
        sa.Column("token_cipher", sa.String(), nullable=False),
        sa.Column("conversation", sa.String(length=80), nullable=False),
        sa.Column("document_cipher", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.Column("expires_at", sa.DateTime(), nullable=False),
        sa.Column("text_code", sa.String(length=12), nullable=True),
        sa.Column("text_code_until", sa.DateTime(), nullable=True),
        sa.Column("mailed_on", sa.String(length=10), nullable=True),
        sa.Column("mails", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("text_code"),
        sa.UniqueConstraint("token_hash"),
    )
    with op.batch_alter_table("plan", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_plan_conversation"), ["conversation"], unique=False)
        batch_op.create_index(batch_op.f("ix_plan_expires_at"), ["expires_at"], unique=False)

    op.create_table(
        "web_answer",
        sa.Column("token", sa.String(length=64), nullable=False),
        sa.Column("conversation", sa.String(length=80), nullable=False),
        sa.Column("answer_cipher", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("token"),
    )
    with op.batch_alter_table("web_answer", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_web_answer_at"), ["at"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_web_answer_conversation"), ["conversation"], unique=False
        )


def downgrade() -> None:
    """Back; what the new columns held is lost."""
    with op.batch_alter_table("web_answer", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_web_answer_conversation"))
        batch_op.drop_index(batch_op.f("ix_web_answer_at"))

    op.drop_table("web_answer")
    with op.batch_alter_table("plan", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_plan_expires_at"))
        batch_op.drop_index(batch_op.f("ix_plan_conversation"))

    op.drop_table("plan")
    op.drop_table("desk_presence")
