"""Is a coordinator there? The desk's page asks for news every few seconds; that is the sign of life."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from referrals.storage.tables import PresenceRow
from referrals.usecases import Referrals

# A browser slows the clock of a page in the background to once a minute.
_THERE = timedelta(seconds=150)
_WRITE_AGAIN = timedelta(seconds=20)


def _now() -> datetime:
    return datetime.now(UTC).replace(tzinfo=None)


class Presence:
    """Kept in the database, so that every worker knows."""

    def __init__(self, referrals: Referrals, now: Callable[[], datetime] = _now) -> None:
        self._engine = referrals.engine
        self._now = now

    def seen(self, name: str) -> None:
        """`name` has the desk open; written at most every 20 seconds."""
        now = self._now()
        with Session(self._engine) as session, session.begin():
            row = session.get(PresenceRow, name)
            if row is None:
                session.add(PresenceRow(name=name, seen_at=now))
            elif now - row.seen_at > _WRITE_AGAIN:
                row.seen_at = now

    def left(self, name: str) -> None:
        """`name` has signed out."""
        with Session(self._engine) as session, session.begin():
            row = session.get(PresenceRow, name)
            if row is not None:
                session.delete(row)

    def anyone(self) -> bool:
        """Whether somebody could answer now."""
        with Session(self._engine) as session:
            newest = session.scalar(
                select(PresenceRow.seen_at).order_by(PresenceRow.seen_at.desc()).limit(1)
            )
            return newest is not None and self._now() - newest < _THERE
