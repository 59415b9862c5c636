"""What became of the texts that we sent. A late report never moves a text back."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from referrals.storage.tables import OutboxRow, PhoneLineRow
from referrals.usecases import Referrals

_ORDER = {"queued": 0, "sending": 1, "sent": 2, "undelivered": 3, "failed": 3, "delivered": 4}
# Twilio's codes. Landline or unknown number: never text again, call instead.
_NEVER_AGAIN = {"30006": "landline", "30005": "unknown number"}
_OPTED_OUT = "21610"
# May pass: tried again with limits.
_LATER = frozenset({"30003", "30008"})
_OPERATOR = {
    "30034": "Register the number for 10DLC with Twilio.",
    "30032": "Verify the toll-free number with Twilio.",
}
_MOST_ATTEMPTS = 4


class Deliveries:
    """Takes status reports."""

    def __init__(self, referrals: Referrals) -> None:
        self._referrals = referrals

    def report(self, sid: str, state: str, error: str) -> None:
        """Move the text forward and act on the error."""
        with Session(self._referrals.engine) as session, session.begin():
            row = session.scalars(select(OutboxRow).where(OutboxRow.message_sid == sid)).first()
            if row is None or _ORDER.get(state, -1) <= _ORDER.get(row.status, -1):
                return
            retry = error in _LATER and row.attempts < _MOST_ATTEMPTS
            row.status = "queued" if retry else state
            row.error = error or None
            if retry:
                row.message_sid = None
            line = session.get(PhoneLineRow, row.conversation)
            if line is not None and error in _NEVER_AGAIN:
                line.unreachable = _NEVER_AGAIN[error]
            conversation = row.conversation
        self._tell_desk(conversation, error)

    def _tell_desk(self, conversation: str, error: str) -> None:
        if error in _NEVER_AGAIN:
            self._referrals.raise_item("call_instead", conversation, _NEVER_AGAIN[error])
        elif error in _OPERATOR:
            self._referrals.raise_item("operator", None, _OPERATOR[error], urgent=True)
        elif error == _OPTED_OUT:
            self._referrals.raise_item("opted_out", conversation, "blocked by the carrier")
