"""What the bot keeps of conversations, in a file of its own (bot/memory.py writes it): read for the person whom it is
about, taken out when a person asks, or when it is old."""

from __future__ import annotations

import base64
import hashlib
import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from cryptography.fernet import Fernet, InvalidToken

FILE = "bot_memory.db"
_WAIT_S = 10.0


class BotMemory:
    """One sealed row a conversation. A file that is not there yet holds nothing."""

    def __init__(self, path: Path, secret_key: str) -> None:
        self._path = path
        self._fernet = Fernet(_derive(secret_key))

    def remembered(self, conversation: str) -> dict[str, Any] | None:
        """The bot's state of one conversation; None where there is none that our key opens."""
        with self._opened() as connection:
            if connection is None:
                return None
            query = "SELECT sealed FROM state WHERE sender_id = ?"
            row = connection.execute(query, (conversation,)).fetchone()
        try:
            state = json.loads(self._fernet.decrypt(row[0].encode())) if row else None
        except InvalidToken:
            return None
        return state if isinstance(state, dict) else None

    def forget(self, conversation: str) -> int:
        """Delete what the bot remembers of one conversation; returns how many rows."""
        return self._delete("sender_id = ?", conversation)

    def forget_older(self, before: float) -> int:
        """Delete conversations in which nothing was said since `before` (seconds since 1970)."""
        return self._delete("at < ?", before)

    def _delete(self, condition: str, value: str | float) -> int:
        with self._opened() as connection:
            if connection is None:
                return 0
            done = connection.execute(f"DELETE FROM state WHERE {condition}", (value,))  # noqa: S608 (ours)
            # Without this the old pages stay readable in the write-ahead log until it is full.
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            return done.rowcount

    @contextmanager
    def _opened(self) -> Iterator[sqlite3.Connection | None]:
        if not self._path.exists():
            yield None
            return
        with closing(sqlite3.connect(self._path, timeout=_WAIT_S, isolation_level=None)) as opened:
            opened.execute("PRAGMA secure_delete=ON")
            known = opened.execute("SELECT 1 FROM sqlite_master WHERE name = 'state'").fetchone()
            yield opened if known else None


def _derive(key: str) -> bytes:
    return base64.urlsafe_b64encode(hashlib.sha256(f"porchlight bot {key}".encode()).digest())
