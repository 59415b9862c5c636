"""Texts are kept no longer than they are needed."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import delete
from sqlalchemy.orm import Session

from referrals.outbox.queue import utc_now
from referrals.storage.tables import InboundRow, OutboxRow
from referrals.usecases import Referrals

# Carriers report for up to three days; Twilio repeats a webhook within minutes.
_KEEP_ENDED = timedelta(days=7)
_KEEP_ANSWERED = timedelta(days=7)


def tidy(referrals: Referrals) -> int:
    """Remove texts that have ended and webhooks that were answered; returns how many rows."""
    now = utc_now()
    with Session(referrals.engine) as session, session.begin():
        ended = session.execute(
            delete(OutboxRow).where(
                OutboxRow.status.in_(("handed", "sent", "delivered", "cancelled")),
                OutboxRow.created_at < now - _KEEP_ENDED,
            )
        )
        answered = session.execute(
            delete(InboundRow).where(InboundRow.answered_at < now - _KEEP_ANSWERED)
        )
        return int(ended.rowcount + answered.rowcount)  # type: ignore[attr-defined]
