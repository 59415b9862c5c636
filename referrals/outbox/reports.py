"""What became of the texts that we sent. A late report never moves a text back."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from referrals.outbox.codes import meaning_of
from referrals.outbox.queue import FLEETING, PHONE_OFF_S, utc_now
from referrals.outbox.send import act_on
from referrals.storage.tables import OutboxRow
from referrals.usecases import Referrals

# Twilio's words to ours: it has taken the text as soon as it reports anything.
_STATES = {
    "accepted": "sent", "scheduled": "sent", "queued": "sent", "sending": "sent", "sent": "sent",
    "delivered": "delivered", "read": "delivered", "undelivered": "undelivered", "failed": "failed",
    "canceled": "failed",
}  # fmt: skip
_ORDER = {
    "queued": 0, "sending": 1, "handed": 1, "sent": 2, "undelivered": 3, "failed": 3, "cancelled": 3, "delivered": 4,
}  # fmt: skip


class DeliveryReports:
    """Takes status callbacks."""

    def __init__(self, referrals: Referrals) -> None:
        self._referrals = referrals

    def report(self, tag: str, sid: str, state: str, error: str) -> None:
        """Move the text forward and act on the error.

        `tag` names the text and the try ("17.2"); without one the text is found by its sid. An unknown
        text, an unknown state and a report that comes late change nothing.
        """
        reached = _STATES.get(state)
        if reached is None:
            return
        with Session(self._referrals.engine) as session, session.begin():
            row, attempt = _find(session, tag, sid)
            if row is None or not _concerns(row, attempt, sid, reached):
                return
            row.message_sid = row.message_sid or sid
            if _ORDER[reached] <= _ORDER.get(row.status, 0):
                return
            row.status, row.error = reached, error or None
            if reached in ("undelivered", "failed"):
                _plan_again(row, error)
            conversation = row.conversation
        if error and reached != "delivered":
            act_on(self._referrals, conversation, error)


def _find(session: Session, tag: str, sid: str) -> tuple[OutboxRow | None, int | None]:
    identity, _, attempt = tag.partition(".")
    if _is_number(identity) and _is_number(attempt):
        return session.get(OutboxRow, int(identity), with_for_update=True), int(attempt)
    query = select(OutboxRow).where(OutboxRow.message_sid == sid).with_for_update()
    return session.scalars(query).first(), None


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdecimal() and len(text) < 10


def _concerns(row: OutboxRow, attempt: int | None, sid: str, reached: str) -> bool:
    """A report on an earlier try, or on one that waits to be repeated, counts only as good news."""
    if row.status == "queued":
        return reached == "delivered" and row.attempts > 0
    if attempt is not None and attempt != row.attempts:
        return False
    return row.message_sid in (None, "", sid)


def _plan_again(row: OutboxRow, error: str) -> None:
    action = meaning_of(error).action
    if action == "opted_out" or row.kind in FLEETING:
        # The carrier has its STOP, or the moment for this text has passed: nobody has to look at it.
        row.status, row.done_at = "cancelled", utc_now()
    elif action == "later" and row.attempts <= len(PHONE_OFF_S):
        wait = timedelta(seconds=PHONE_OFF_S[row.attempts - 1])
        row.status, row.not_before = "queued", utc_now() + wait
