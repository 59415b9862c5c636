"""The tables. Personal details stand only in columns that end in `_cipher`."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    """All tables of this room."""


class ConversationRow(Base):
    """Who has the word in a conversation: the bot or a coordinator."""

    __tablename__ = "conversation"
    id: Mapped[str] = mapped_column(String(80), primary_key=True)
    taken_by: Mapped[str | None] = mapped_column(String(80))
    mode: Mapped[str | None] = mapped_column(String(20))
    language: Mapped[str | None] = mapped_column(String(2))
    silent: Mapped[bool] = mapped_column(default=False)
    never_text_first: Mapped[bool] = mapped_column(default=False)
    changed_at: Mapped[datetime]


class PlanRow(Base):
    """A plan behind a private link. The link's token is known by its hash, and encrypted for its owner."""

    __tablename__ = "plan"
    id: Mapped[int] = mapped_column(primary_key=True)
    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    token_cipher: Mapped[str]
    conversation: Mapped[str] = mapped_column(String(80), index=True)
    document_cipher: Mapped[str]
    version: Mapped[int] = mapped_column(default=1)
    created_at: Mapped[datetime]
    changed_at: Mapped[datetime]
    expires_at: Mapped[datetime] = mapped_column(index=True)
    text_code: Mapped[str | None] = mapped_column(String(12), unique=True)
    text_code_until: Mapped[datetime | None]
    mailed_on: Mapped[str | None] = mapped_column(String(10))
    mails: Mapped[int] = mapped_column(default=0)


class AnswerRow(Base):
    """The answer to a message with an id, for the day or two in which it may come again."""

    __tablename__ = "web_answer"
    token: Mapped[str] = mapped_column(String(64), primary_key=True)
    conversation: Mapped[str] = mapped_column(String(80), index=True)
    answer_cipher: Mapped[str]
    at: Mapped[datetime] = mapped_column(index=True)


class PresenceRow(Base):
    """A coordinator whose desk page was open a moment ago."""

    __tablename__ = "desk_presence"
    name: Mapped[str] = mapped_column(String(80), primary_key=True)
    seen_at: Mapped[datetime]


class ReferralRow(Base):
    """A warm referral."""

    __tablename__ = "referral"
    id: Mapped[int] = mapped_column(primary_key=True)
    reference: Mapped[str] = mapped_column(String(10), unique=True)
    conversation: Mapped[str] = mapped_column(String(80), index=True)
    channel: Mapped[str] = mapped_column(String(10))
    status: Mapped[str] = mapped_column(String(20), index=True)
    outcome: Mapped[str | None] = mapped_column(String(30))
    needs: Mapped[str] = mapped_column(String(300))
    state: Mapped[str | None] = mapped_column(String(2))
    county_fips: Mapped[str | None] = mapped_column(String(5))
    details_cipher: Mapped[str | None]
    claimed_by: Mapped[str | None] = mapped_column(String(80))
    next_check_at: Mapped[datetime | None]
    created_at: Mapped[datetime]
    first_contact_at: Mapped[datetime | None]
    closed_at: Mapped[datetime | None]
    version: Mapped[int] = mapped_column(default=1)


class HistoryRow(Base):
    """What happened to a referral; rows are only ever added."""

    __tablename__ = "referral_history"
    id: Mapped[int] = mapped_column(primary_key=True)
    referral_id: Mapped[int] = mapped_column(ForeignKey("referral.id"), index=True)
    who: Mapped[str] = mapped_column(String(80))
    what: Mapped[str] = mapped_column(String(40))
    note_cipher: Mapped[str | None]
    at: Mapped[datetime]


class ConsentRow(Base):
    """What somebody agreed to: the exact wording by its version, the scope, when, and until when."""

    __tablename__ = "consent"
    id: Mapped[int] = mapped_column(primary_key=True)
    conversation: Mapped[str] = mapped_column(String(80), index=True)
    referral_id: Mapped[int | None] = mapped_column(ForeignKey("referral.id"))
    wording_version: Mapped[str] = mapped_column(String(40))
    wording: Mapped[str]
    scope: Mapped[str] = mapped_column(String(300))
    granted_at: Mapped[datetime]
    revoked_at: Mapped[datetime | None]


class DeskItemRow(Base):
    """Something a coordinator must look at."""

    __tablename__ = "desk_item"
    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(String(30), index=True)
    conversation: Mapped[str | None] = mapped_column(String(80), index=True)
    detail_cipher: Mapped[str | None]
    urgent: Mapped[bool] = mapped_column(default=False)
    created_at: Mapped[datetime]
    done_at: Mapped[datetime | None]
    done_by: Mapped[str | None] = mapped_column(String(80))


class MessageRow(Base):
    """A message of a conversation that a coordinator has; kept only as long as that lasts."""

    __tablename__ = "desk_message"
    id: Mapped[int] = mapped_column(primary_key=True)
    conversation: Mapped[str] = mapped_column(String(80), index=True)
    who: Mapped[str] = mapped_column(String(20))
    text_cipher: Mapped[str]
    at: Mapped[datetime]


class FollowUpRow(Base):
    """A question to ask later: did help come?"""

    __tablename__ = "follow_up"
    __table_args__ = (UniqueConstraint("referral_id", "round"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    referral_id: Mapped[int] = mapped_column(ForeignKey("referral.id"), index=True)
    conversation: Mapped[str] = mapped_column(String(80), index=True)
    round: Mapped[int]
    due_at: Mapped[datetime]
    asked_at: Mapped[datetime | None]
    answered_at: Mapped[datetime | None]
    answer: Mapped[str | None] = mapped_column(String(30))


class OutboxRow(Base):
    """A text that is not an answer, until it is sent or given up."""

    __tablename__ = "outbox"
    id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(String(120), unique=True)
    conversation: Mapped[str] = mapped_column(String(80), index=True)
    kind: Mapped[str] = mapped_column(String(30))
    text_cipher: Mapped[str]
    status: Mapped[str] = mapped_column(String(20), index=True)
    attempts: Mapped[int] = mapped_column(default=0)
    not_before: Mapped[datetime]
    created_at: Mapped[datetime]
    message_sid: Mapped[str | None] = mapped_column(String(40), index=True)
    error: Mapped[str | None] = mapped_column(String(60))


class PhoneLineRow(Base):
    """A phone that texts with us. The number itself only encrypted."""

    __tablename__ = "phone_line"
    conversation: Mapped[str] = mapped_column(String(80), primary_key=True)
    number_cipher: Mapped[str]
    first_seen_at: Mapped[datetime]
    last_seen_at: Mapped[datetime]
    consent_wording: Mapped[str | None]
    consent_at: Mapped[datetime | None]
    opted_out_at: Mapped[datetime | None]
    unreachable: Mapped[str | None] = mapped_column(String(20))
    timezone: Mapped[str | None] = mapped_column(String(40))
    segments_sent: Mapped[int] = mapped_column(default=0)


class InboundRow(Base):
    """Webhooks seen, so that a repeated delivery is answered once and alike."""

    __tablename__ = "inbound"
    token: Mapped[str] = mapped_column(String(80), primary_key=True)
    conversation: Mapped[str] = mapped_column(String(80), index=True)
    answer_cipher: Mapped[str | None]
    at: Mapped[datetime] = mapped_column(index=True)


class StaffRow(Base):
    """Somebody who may use the desk."""

    __tablename__ = "staff"
    name: Mapped[str] = mapped_column(String(80), primary_key=True)
    password_hash: Mapped[str]
    role: Mapped[str] = mapped_column(String(20))
    failed: Mapped[int] = mapped_column(default=0)
    locked_until: Mapped[datetime | None]
    created_at: Mapped[datetime]


class AuditRow(Base):
    """Who saw or changed what. Each row holds a hash over itself and the row before: a gap shows."""

    __tablename__ = "audit"
    id: Mapped[int] = mapped_column(primary_key=True)
    who: Mapped[str] = mapped_column(String(80))
    what: Mapped[str] = mapped_column(String(60))
    subject: Mapped[str] = mapped_column(String(60))
    at: Mapped[datetime]
    chain: Mapped[str] = mapped_column(String(64))
