"""The tables of the web chat. What people wrote stands only in columns that end in `_cipher`."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from referrals.storage.tables import Base


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
