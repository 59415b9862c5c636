"""The queue itself, in the database: a text is claimed before it is sent and never sent twice."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from sqlalchemy import select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from referrals.storage.tables import OutboxRow
from referrals.usecases import Referrals

_BACK_OFF_S = (30, 120, 600, 3600, 14400)


def _now() -> datetime:
    return datetime.now(UTC).replace(tzinfo=None)


@dataclass(frozen=True)
class OutboxText:
    """A claimed text."""

    id: int
    conversation: str
    kind: str
    text: str
    attempts: int


class Outbox:
    """`queued` → `sending` → `sent` or `failed`; a text found in `sending` after a crash is not sent
    again by itself: it may have gone out, and a doubled text is worse than one that a person checks."""

    def __init__(self, referrals: Referrals, now: Callable[[], datetime] = _now) -> None:
        self._engine = referrals.engine
        self._vault = referrals.vault
        self._now = now

    def enqueue(
        self, conversation: str, text: str, kind: str, key: str, not_before: datetime | None = None
    ) -> None:
        """Queue a text; the same `key` twice queues it once."""
        dialect = postgresql if self._engine.dialect.name == "postgresql" else sqlite
        with Session(self._engine) as session, session.begin():
            session.execute(
                dialect.insert(OutboxRow)
                .values(
                    key=key,
                    conversation=conversation,
                    kind=kind,
                    text_cipher=self._vault.lock(text),
                    status="queued",
                    attempts=0,
                    not_before=not_before or self._now(),
                    created_at=self._now(),
                )
                .on_conflict_do_nothing(index_elements=["key"])
            )

    def claim(self) -> OutboxText | None:
        """The next text that is due, marked as being sent."""
        with Session(self._engine) as session, session.begin():
            row = session.scalars(
                select(OutboxRow)
                .where(OutboxRow.status == "queued", OutboxRow.not_before <= self._now())
                .order_by(OutboxRow.id)
                .limit(1)
                .with_for_update(skip_locked=True)
            ).first()
            if row is None:
                return None
            row.status = "sending"
            row.attempts += 1
            text = self._vault.unlock(row.text_cipher) or ""
            return OutboxText(row.id, row.conversation, row.kind, text, row.attempts)

    def sent(self, text_id: int, message_sid: str) -> None:
        """It went out."""
        self._set(text_id, status="sent", message_sid=message_sid, error=None)

    def failed(self, text: OutboxText, error: str, permanent: bool) -> None:
        """Try again later, or give up and leave it for the desk."""
        if permanent or text.attempts > len(_BACK_OFF_S):
            self._set(text.id, status="failed", error=error[:60])
            return
        later = self._now() + timedelta(seconds=_BACK_OFF_S[text.attempts - 1])
        self._set(text.id, status="queued", not_before=later, error=error[:60])

    def postpone(self, text_id: int, until: datetime) -> None:
        """Quiet hours: it waits, and the attempt does not count."""
        self._set(text_id, status="queued", not_before=until, attempts=0)

    def _set(self, text_id: int, **values: object) -> None:
        with Session(self._engine) as session, session.begin():
            session.execute(update(OutboxRow).where(OutboxRow.id == text_id).values(**values))
