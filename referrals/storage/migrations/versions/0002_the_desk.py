"""The desk: attempts, hand-offs, codes, a keyed audit trail."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Forward."""
    op.create_table(
        "audit_head",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.Column("chain", sa.String(length=64), nullable=False),
        sa.Column("seal", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "attempt",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("referral_id", sa.Integer(), nullable=False),
        sa.Column("who", sa.String(length=80), nullable=False),
        sa.Column("how", sa.String(length=20), nullable=False),
        sa.Column("whom", sa.String(length=20), nullable=False),
        sa.Column("result", sa.String(length=30), nullable=False),
        sa.Column("note_cipher", sa.String(), nullable=True),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["referral_id"],
            ["referral.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("attempt", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_attempt_referral_id"), ["referral_id"], unique=False)

    op.create_table(
        "handoff",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("referral_id", sa.Integer(), nullable=False),
        sa.Column("link_hash", sa.String(length=64), nullable=False),
        sa.Column("task_hash", sa.String(length=64), nullable=False),
        sa.Column("agency", sa.String(length=200), nullable=False),
        sa.Column("email_cipher", sa.String(), nullable=True),
        sa.Column("made_by", sa.String(length=80), nullable=False),
        sa.Column("made_at", sa.DateTime(), nullable=False),
        sa.Column("expires_at", sa.DateTime(), nullable=False),
        sa.Column("opened_at", sa.DateTime(), nullable=True),
        sa.Column("revoked_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["referral_id"],
            ["referral.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("link_hash"),
        sa.UniqueConstraint("task_hash"),
    )
    with op.batch_alter_table("handoff", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_handoff_referral_id"), ["referral_id"], unique=False)

    with op.batch_alter_table("audit", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("keyed", sa.Boolean(), server_default=sa.false(), nullable=False)
        )

    with op.batch_alter_table("consent", schema=None) as batch_op:
        batch_op.add_column(sa.Column("wording_cipher", sa.String(), nullable=True))

    with op.batch_alter_table("desk_item", schema=None) as batch_op:
        batch_op.add_column(sa.Column("subject", sa.String(length=60), nullable=True))
        batch_op.create_index(batch_op.f("ix_desk_item_subject"), ["subject"], unique=False)

    with op.batch_alter_table("desk_message", schema=None) as batch_op:
        batch_op.add_column(sa.Column("outbox_key", sa.String(length=120), nullable=True))

    with op.batch_alter_table("follow_up", schema=None) as batch_op:
        batch_op.add_column(sa.Column("ended_at", sa.DateTime(), nullable=True))

    with op.batch_alter_table("referral", schema=None) as batch_op:
        batch_op.add_column(sa.Column("person_key", sa.String(length=32), nullable=True))
        batch_op.add_column(sa.Column("agency", sa.String(length=200), nullable=True))
        batch_op.add_column(sa.Column("service_id", sa.String(length=60), nullable=True))
        batch_op.add_column(sa.Column("reason", sa.String(length=30), nullable=True))
        batch_op.add_column(sa.Column("stripped_at", sa.DateTime(), nullable=True))
        batch_op.create_index(batch_op.f("ix_referral_person_key"), ["person_key"], unique=False)

    with op.batch_alter_table("staff", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("disabled", sa.Boolean(), server_default=sa.false(), nullable=False)
        )
        batch_op.add_column(
            sa.Column("session_round", sa.Integer(), server_default="0", nullable=False)
        )
        batch_op.add_column(sa.Column("code_cipher", sa.String(), nullable=True))
        batch_op.add_column(
            sa.Column("code_step", sa.Integer(), server_default="0", nullable=False)
        )


def downgrade() -> None:
    """Back; what the new columns held is lost."""
    with op.batch_alter_table("staff", schema=None) as batch_op:
        batch_op.drop_column("code_step")
        batch_op.drop_column("code_cipher")
        batch_op.drop_column("session_round")
        batch_op.drop_column("disabled")

    with op.batch_alter_table("referral", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_referral_person_key"))
        batch_op.drop_column("stripped_at")
        batch_op.drop_column("reason")
        batch_op.drop_column("service_id")
        batch_op.drop_column("agency")
        batch_op.drop_column("person_key")

    with op.batch_alter_table("follow_up", schema=None) as batch_op:
        batch_op.drop_column("ended_at")

    with op.batch_alter_table("desk_message", schema=None) as batch_op:
        batch_op.drop_column("outbox_key")

    with op.batch_alter_table("desk_item", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_desk_item_subject"))
        batch_op.drop_column("subject")

    with op.batch_alter_table("consent", schema=None) as batch_op:
        batch_op.drop_column("wording_cipher")

    with op.batch_alter_table("audit", schema=None) as batch_op:
        batch_op.drop_column("keyed")

    with op.batch_alter_table("handoff", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_handoff_referral_id"))

    op.drop_table("handoff")
    with op.batch_alter_table("attempt", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_attempt_referral_id"))

    op.drop_table("attempt")
    op.drop_table("audit_head")
