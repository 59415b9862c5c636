"""The tables. Personal details stand only in columns that end in `_cipher`."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, String, UniqueConstraint, false
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
    # The name of the question that the bot asked last, if it waits for an answer.
    asked: Mapped[str | None] = mapped_column(String(40))
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
    # A keyed hash of the phone number: the same person on another channel shows, without a number.
    person_key: Mapped[str | None] = mapped_column(String(32), index=True)
    # The agency that it was handed to: a public name of the directory.
    agency: Mapped[str | None] = mapped_column(String(200))
    service_id: Mapped[str | None] = mapped_column(String(60))
    reason: Mapped[str | None] = mapped_column(String(30))
    stripped_at: Mapped[datetime | None]


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
    # The words as they were shown hold name and number: they are kept in `wording_cipher`.
    wording: Mapped[str]
    wording_cipher: Mapped[str | None]
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
    # A reference or a service's id: tells nothing of a person and outlives what is deleted of one.
    subject: Mapped[str | None] = mapped_column(String(60), index=True)


class ItemNoteRow(Base):
    """What was done about an item: who, when, whom they reached, how it ended; rows are only ever added."""

    __tablename__ = "desk_item_note"
    id: Mapped[int] = mapped_column(primary_key=True)
    item_id: Mapped[int] = mapped_column(ForeignKey("desk_item.id"), index=True)
    who: Mapped[str] = mapped_column(String(80))
    what: Mapped[str] = mapped_column(String(40))
    reached: Mapped[str | None] = mapped_column(String(30))
    ended: Mapped[str | None] = mapped_column(String(30))
    note_cipher: Mapped[str | None]
    at: Mapped[datetime]


class MessageRow(Base):
    """A message of a conversation that a coordinator has; kept only as long as that lasts."""

    __tablename__ = "desk_message"
    id: Mapped[int] = mapped_column(primary_key=True)
    conversation: Mapped[str] = mapped_column(String(80), index=True)
    who: Mapped[str] = mapped_column(String(20))
    text_cipher: Mapped[str]
    at: Mapped[datetime]
    outbox_key: Mapped[str | None] = mapped_column(String(120))


class AttemptRow(Base):
    """One try to reach somebody about a referral."""

    __tablename__ = "attempt"
    id: Mapped[int] = mapped_column(primary_key=True)
    referral_id: Mapped[int] = mapped_column(ForeignKey("referral.id"), index=True)
    who: Mapped[str] = mapped_column(String(80))
    how: Mapped[str] = mapped_column(String(20))
    whom: Mapped[str] = mapped_column(String(20))
    result: Mapped[str] = mapped_column(String(30))
    note_cipher: Mapped[str | None]
    at: Mapped[datetime]


class HandoffRow(Base):
    """A link for one agency to one referral: opened once; its task token changes this referral only."""

    __tablename__ = "handoff"
    id: Mapped[int] = mapped_column(primary_key=True)
    referral_id: Mapped[int] = mapped_column(ForeignKey("referral.id"), index=True)
    link_hash: Mapped[str] = mapped_column(String(64), unique=True)
    task_hash: Mapped[str] = mapped_column(String(64), unique=True)
    agency: Mapped[str] = mapped_column(String(200))
    email_cipher: Mapped[str | None]
    made_by: Mapped[str] = mapped_column(String(80))
    made_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    opened_at: Mapped[datetime | None]
    revoked_at: Mapped[datetime | None]


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
    ended_at: Mapped[datetime | None]


class OutboxRow(Base):
    """A text to a phone until it is sent or given up; `inbound_id` is set when it answers a message."""

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
    inbound_id: Mapped[int | None] = mapped_column(index=True)
    segments: Mapped[int] = mapped_column(default=0)
    claimed_at: Mapped[datetime | None]
    done_at: Mapped[datetime | None]


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
    timezone: Mapped[str | None] = mapped_column(String(160))
    segments_sent: Mapped[int] = mapped_column(default=0)
    segments_received: Mapped[int] = mapped_column(default=0)
    introduced_at: Mapped[datetime | None]
    pretend: Mapped[bool] = mapped_column(default=False)


class TextConsentRow(Base):
    """Agreeing to be texted and taking it back, with the time and our wording; rows are only added."""

    __tablename__ = "text_consent"
    id: Mapped[int] = mapped_column(primary_key=True)
    conversation: Mapped[str] = mapped_column(String(80), index=True)
    agreed: Mapped[bool]
    how: Mapped[str] = mapped_column(String(40))
    wording: Mapped[str]
    at: Mapped[datetime]


class InboundRow(Base):
    """A text that came in, by the id of its arrival. Its words are kept only until it is answered.

    `token` is Twilio's MessageSid, `second_token` its idempotency token: a repeated delivery has both
    or either. `late` says that the webhook was answered before the answer was there.
    """

    __tablename__ = "inbound_text"
    id: Mapped[int] = mapped_column(primary_key=True)
    token: Mapped[str] = mapped_column(String(80), unique=True)
    second_token: Mapped[str | None] = mapped_column(String(80), unique=True)
    conversation: Mapped[str] = mapped_column(String(80), index=True)
    body_cipher: Mapped[str | None]
    pictures: Mapped[int] = mapped_column(default=0)
    carrier_did: Mapped[str | None] = mapped_column(String(10))
    tries: Mapped[int] = mapped_column(default=0)
    late: Mapped[bool] = mapped_column(default=False)
    at: Mapped[datetime] = mapped_column(index=True)
    answered_at: Mapped[datetime | None] = mapped_column(index=True)


class StaffRow(Base):
    """Somebody who may use the desk."""

    __tablename__ = "staff"
    name: Mapped[str] = mapped_column(String(80), primary_key=True)
    password_hash: Mapped[str]
    role: Mapped[str] = mapped_column(String(20))
    failed: Mapped[int] = mapped_column(default=0)
    locked_until: Mapped[datetime | None]
    created_at: Mapped[datetime]
    disabled: Mapped[bool] = mapped_column(default=False, server_default=false())
    # Sessions begun under an earlier number are over.
    session_round: Mapped[int] = mapped_column(default=0, server_default="0")
    code_cipher: Mapped[str | None]
    # The time step of the last one-time code: the same code does not work twice.
    code_step: Mapped[int] = mapped_column(default=0, server_default="0")


class AuditRow(Base):
    """Who saw or changed what. Each row holds a hash over itself and the row before: a gap shows."""

    __tablename__ = "audit"
    id: Mapped[int] = mapped_column(primary_key=True)
    who: Mapped[str] = mapped_column(String(80))
    what: Mapped[str] = mapped_column(String(60))
    subject: Mapped[str] = mapped_column(String(60))
    at: Mapped[datetime]
    chain: Mapped[str] = mapped_column(String(64))
    # Whether the link is made with our key; rows from before that are plain hashes.
    keyed: Mapped[bool] = mapped_column(default=False, server_default=false())


class AuditHeadRow(Base):
    """How long the audit trail is and where it ends, sealed with our key: a cut-off end shows."""

    __tablename__ = "audit_head"
    id: Mapped[int] = mapped_column(primary_key=True)
    count: Mapped[int]
    chain: Mapped[str] = mapped_column(String(64))
    seal: Mapped[str] = mapped_column(String(64))
