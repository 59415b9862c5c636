"""The text line: texts that came in, agreeing to be texted, what texting costs."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Forward."""
    op.create_table(
        "inbound_text",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("token", sa.String(length=80), nullable=False),
        sa.Column("second_token", sa.String(length=80), nullable=True),
        sa.Column("conversation", sa.String(length=80), nullable=False),
        sa.Column("body_cipher", sa.String(), nullable=True),
        sa.Column("pictures", sa.Integer(), nullable=False),
        sa.Column("carrier_did", sa.String(length=10), nullable=True),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("late", sa.Boolean(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("answered_at", sa.DateTime(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("second_token"),
        sa.UniqueConstraint("token"),
    )
    with op.batch_alter_table("inbound_text", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_inbound_text_answered_at"), ["answered_at"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_inbound_text_at"), ["at"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_inbound_text_conversation"), ["conversation"], unique=False
        )

    op.create_table(
        "text_consent",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("conversation", sa.String(length=80), nullable=False),
        sa.Column("agreed", sa.Boolean(), nullable=False),
        sa.Column("how", sa.String(length=40), nullable=False),
        sa.Column("wording", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("text_consent", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_text_consent_conversation"), ["conversation"], unique=False
        )

    with op.batch_alter_table("inbound", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_inbound_at"))
        batch_op.drop_index(batch_op.f("ix_inbound_conversation"))

    op.drop_table("inbound")
    with op.batch_alter_table("outbox", schema=None) as batch_op:
        batch_op.add_column(sa.Column("inbound_id", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("segments", sa.Integer(), nullable=False))
        batch_op.add_column(sa.Column("claimed_at", sa.DateTime(), nullable=True))
        batch_op.add_column(sa.Column("done_at", sa.DateTime(), nullable=True))
        batch_op.create_index(batch_op.f("ix_outbox_inbound_id"), ["inbound_id"], unique=False)

    with op.batch_alter_table("phone_line", schema=None) as batch_op:
        batch_op.add_column(sa.Column("segments_received", sa.Integer(), nullable=False))
        batch_op.add_column(sa.Column("introduced_at", sa.DateTime(), nullable=True))
        batch_op.add_column(sa.Column("pretend", sa.Boolean(), nullable=False))
        batch_op.alter_column(
            "timezone",
            existing_type=sa.String(length=40),
            type_=sa.String(length=160),
            existing_nullable=True,
        )


def downgrade() -> None:
    """Back; what the new columns held is lost."""
    with op.batch_alter_table("phone_line", schema=None) as batch_op:
        batch_op.alter_column(
            "timezone",
            existing_type=sa.String(length=160),
            type_=sa.String(length=40),
            existing_nullable=True,
        )
        batch_op.drop_column("pretend")
        batch_op.drop_column("introduced_at")
        batch_op.drop_column("segments_received")

    with op.batch_alter_table("outbox", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_outbox_inbound_id"))
        batch_op.drop_column("done_at")
        batch_op.drop_column("claimed_at")
        batch_op.drop_column("segments")
        batch_op.drop_column("inbound_id")

    op.create_table(
        "inbound",
        sa.Column("token", sa.String(length=80), nullable=False),
        sa.Column("conversation", sa.String(length=80), nullable=False),
        sa.Column("answer_cipher", sa.String(), nullable=True),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("token"),
    )
    with op.batch_alter_table("inbound", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_inbound_conversation"), ["conversation"], unique=False)
        batch_op.create_index(batch_op.f("ix_inbound_at"), ["at"], unique=False)

    with op.batch_alter_table("text_consent", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_text_consent_conversation"))

    op.drop_table("text_consent")
    with op.batch_alter_table("inbound_text", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_inbound_text_conversation"))
        batch_op.drop_index(batch_op.f("ix_inbound_text_at"))
        batch_op.drop_index(batch_op.f("ix_inbound_text_answered_at"))

    op.drop_table("inbound_text")
