"""Who sits at the desk right now."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from referrals.storage.tables import Base


class PresenceRow(Base):
    """A coordinator whose desk page was open a moment ago."""

    __tablename__ = "desk_presence"
    name: Mapped[str] = mapped_column(String(80), primary_key=True)
    seen_at: Mapped[datetime]
