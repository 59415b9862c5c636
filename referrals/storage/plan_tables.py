"""The table of plans. What people wrote stands only in columns that end in `_cipher`."""

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
