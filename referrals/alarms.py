"""Alarms that the person takes back: nobody is hurt, it was meant otherwise."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from referrals.room import Room
from referrals.storage.tables import DeskItemRow

# At the end of what the desk reads: no plain word told of it.
GUESSED = ", guessed from the tone"
# The subject of such an item, so that it stands in the way of no new alarm.
TAKEN_BACK = "taken_back"
_MARK = ", taken back by the person"
_KINDS = ("crisis", "perhaps")
_RECENT = timedelta(minutes=15)
# Who told of these in plain words may take it back out of fear: somebody still looks at once.
_STILL_URGENT = ("suicide", "abuse_now")
# Asked for unseen by somebody whose phone is read: nothing takes it back.
_STAYS = "unseen"


def kind_of(detail: str) -> str:
    """The kind of a crisis, from what the desk reads: "suicide" from "suicide, guessed from the tone"."""
    return detail.partition(",")[0]


class Alarms(Room):
    """What the desk sees of them afterwards."""

    def take_back_alarm(self, conversation: str) -> None:
        """Open alarms of the last quarter of an hour are marked as taken back, and are mostly not urgent any more."""
        with Session(self.engine) as session, session.begin():
            query = (
                select(DeskItemRow)
                .where(DeskItemRow.conversation == conversation, DeskItemRow.kind.in_(_KINDS))
                .where(DeskItemRow.done_at.is_(None), DeskItemRow.subject.is_distinct_from(_STAYS))
                .where(DeskItemRow.created_at >= self._now() - _RECENT)
            )
            for row in session.scalars(query):
                self._mark(row)

    def _mark(self, row: DeskItemRow) -> None:
        detail = str(self.vault.unlock(row.detail_cipher) or "")
        if _MARK in detail:
            return
        row.urgent = row.urgent and detail in _STILL_URGENT
        row.subject = TAKEN_BACK
        row.detail_cipher = self.vault.lock(f"{detail}{_MARK}")
