"""Texts that did not reach the phone and wait for a coordinator's decision."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from referrals.outbox.codes import meaning_of
from referrals.outbox.queue import utc_now
from referrals.storage.tables import OutboxRow
from referrals.usecases import Referrals

_ENDED_BADLY = ("failed", "undelivered")


@dataclass(frozen=True)
class DeadLetter:
    """`reason` is a plain sentence or the word that sending left."""

    id: int
    conversation: str
    kind: str
    text: str
    reason: str
    attempts: int
    created_at: datetime


def dead_letters(referrals: Referrals, limit: int = 100) -> list[DeadLetter]:
    """Those that nobody has dealt with, the oldest first."""
    with Session(referrals.engine) as session:
        rows = session.scalars(
            select(OutboxRow)
            .where(OutboxRow.status.in_(_ENDED_BADLY), OutboxRow.done_at.is_(None))
            .order_by(OutboxRow.created_at)
            .limit(limit)
        ).all()
        return [
            DeadLetter(
                row.id, row.conversation, row.kind, referrals.vault.unlock(row.text_cipher) or "", _reason(row.error or ""),
                row.attempts, row.created_at,
            )
            for row in rows
        ]  # fmt: skip


def waiting(referrals: Referrals) -> int:
    """How many texts wait to be sent."""
    with Session(referrals.engine) as session:
        query = select(func.count()).where(OutboxRow.status == "queued")
        return int(session.scalar(query) or 0)


def send_again(referrals: Referrals, text_id: int) -> bool:
    """Queue it once more; the rules of sending (opt-out, quiet hours, safety) hold as ever."""
    return _decide(
        referrals,
        text_id,
        status="queued",
        attempts=0,
        not_before=utc_now(),
        message_sid=None,
        error=None,
    )


def set_aside(referrals: Referrals, text_id: int) -> bool:
    """It is dealt with."""
    return _decide(referrals, text_id, done_at=utc_now())


def _decide(referrals: Referrals, text_id: int, **values: object) -> bool:
    with Session(referrals.engine) as session, session.begin():
        changed = session.execute(
            update(OutboxRow)
            .where(OutboxRow.id == text_id, OutboxRow.status.in_(_ENDED_BADLY))
            .where(OutboxRow.done_at.is_(None))
            .values(**values)
        )
        return bool(changed.rowcount)  # type: ignore[attr-defined]


def _reason(error: str) -> str:
    if not error.isdecimal():
        return error
    return f"{meaning_of(error).words} ({error})"
