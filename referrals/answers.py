"""Answers that were given, by the id of the message, so that a message sent again is not taken twice."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import delete
from sqlalchemy.orm import Session

from referrals.room import Room
from referrals.storage.tables import AnswerRow

# A page that was asleep sends what it still has when it wakes; later than this it is a new message.
_KEPT = timedelta(days=2)


def _now() -> datetime:
    return datetime.now(UTC).replace(tzinfo=None)


class Answers:
    """Kept encrypted for two days; what is older goes in the night."""

    def __init__(self, referrals: Room, now: Callable[[], datetime] = _now) -> None:
        self._engine = referrals.engine
        self._vault = referrals.vault
        self._now = now

    def given(self, conversation: str, message_id: str) -> Any:
        """The answer that was given, or None."""
        with Session(self._engine) as session:
            row = session.get(AnswerRow, _token(conversation, message_id))
            return None if row is None else self._vault.unlock(row.answer_cipher)

    def keep(self, conversation: str, message_id: str, answer: Any) -> None:
        """Keep a JSON-able answer."""
        with Session(self._engine) as session, session.begin():
            session.merge(
                AnswerRow(
                    token=_token(conversation, message_id),
                    conversation=conversation,
                    answer_cipher=self._vault.lock(answer),
                    at=self._now(),
                )
            )

    def forget_old(self) -> None:
        """Delete what can no longer come again."""
        with Session(self._engine) as session, session.begin():
            session.execute(delete(AnswerRow).where(AnswerRow.at < self._now() - _KEPT))


def _token(conversation: str, message_id: str) -> str:
    return hashlib.sha256(f"{conversation} {message_id}".encode()).hexdigest()
