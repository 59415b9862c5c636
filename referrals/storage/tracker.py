"""What the bot keeps of conversations, in a file of Rasa's: taken out when a person asks, or when it is old."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import column, delete, func, inspect, select, table
from sqlalchemy.orm import Session

from referrals.storage.database import open_database

_EVENTS = table("events", column("sender_id"), column("timestamp"))


class BotMemory:
    """Rasa's tracker store (SQLite). A file that is not there yet holds nothing."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def forget(self, conversation: str) -> int:
        """Delete what the bot remembers of one conversation; returns how many events."""
        return self._delete(_EVENTS.c.sender_id == conversation)

    def forget_older(self, before: float) -> int:
        """Delete conversations whose newest event is older than `before` (seconds since 1970)."""
        old = select(_EVENTS.c.sender_id).group_by(_EVENTS.c.sender_id)
        return self._delete(
            _EVENTS.c.sender_id.in_(old.having(func.max(_EVENTS.c.timestamp) < before))
        )

    def _delete(self, condition: object) -> int:
        if not self._path.exists():
            return 0
        engine = open_database(f"sqlite:///{self._path}")
        if not inspect(engine).has_table("events"):
            return 0
        with Session(engine) as session, session.begin():
            done = session.execute(delete(_EVENTS).where(condition))  # type: ignore[arg-type]
            return int(done.rowcount)  # type: ignore[attr-defined]
