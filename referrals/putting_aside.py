"""How a crisis was dealt with: each step is kept with who and when, and can be found and put back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from referrals.storage.tables import DeskItemRow, ItemNoteRow
from referrals.usecases import Referrals

REACHED = ("person", "family", "emergency", "nobody")
ENDED = (
    "safe_now",
    "somebody_there",
    "emergency_sent",
    "other_help",
    "no_crisis",
    "not_reached",
    "other",
)
# These tell nothing without a sentence.
_NEEDS_NOTE = ("not_reached", "other")


@dataclass(frozen=True)
class HowItWent:
    """What a coordinator says of a crisis: whom they reached (REACHED), how it ended (ENDED), a note."""

    reached: str
    ended: str
    note: str = ""

    def check(self) -> None:
        """Raises ValueError with what is missing."""
        if self.reached not in REACHED:
            raise ValueError("Say who was reached.")
        if self.ended not in ENDED:
            raise ValueError("Say how it ended.")
        if self.ended in _NEEDS_NOTE and not self.note.strip():
            raise ValueError("Write in the note what you did and who takes over.")


@dataclass(frozen=True)
class ItemNote:
    """One line of what was done about an item."""

    who: str
    what: str
    reached: str | None
    ended: str | None
    note: str | None
    at: datetime


def write_down(referrals: Referrals, item_id: int, who: str, how: HowItWent, aside: bool) -> bool:
    """Keep what was done about an open item, and with `aside` take it off the list. False when it is not open."""
    how.check()
    with Session(referrals.engine) as session, session.begin():
        row = session.get(DeskItemRow, item_id, with_for_update=True)
        if row is None or row.done_at is not None:
            return False
        if aside:
            row.done_at, row.done_by = referrals.now(), who
        what = "put aside" if aside else "written down"
        _add(referrals, session, item_id, who, what, how)
        return True


def put_back(referrals: Referrals, item_id: int, who: str) -> bool:
    """It is open again. False when it is open, or its content is gone already."""
    with Session(referrals.engine) as session, session.begin():
        opened = session.execute(
            update(DeskItemRow)
            .where(
                DeskItemRow.id == item_id,
                DeskItemRow.done_at.is_not(None),
                DeskItemRow.detail_cipher.is_not(None),
            )
            .values(done_at=None, done_by=None)
        )
        if not opened.rowcount:  # type: ignore[attr-defined]
            return False
        _add(referrals, session, item_id, who, "put back", None)
        return True


def notes_of(
    referrals: Referrals, session: Session, item_ids: list[int]
) -> dict[int, list[ItemNote]]:
    """What was done about these items, the oldest first."""
    found: dict[int, list[ItemNote]] = {}
    unlock = referrals.vault.unlock
    rows = session.scalars(
        select(ItemNoteRow).where(ItemNoteRow.item_id.in_(item_ids)).order_by(ItemNoteRow.id)
    )
    for row in rows:
        line = ItemNote(row.who, row.what, row.reached, row.ended, unlock(row.note_cipher), row.at)
        found.setdefault(row.item_id, []).append(line)
    return found


def _add(
    referrals: Referrals, session: Session, item_id: int, who: str, what: str, how: HowItWent | None
) -> None:
    note = how.note.strip() if how is not None else ""
    session.add(
        ItemNoteRow(
            item_id=item_id,
            who=who,
            what=what,
            reached=how.reached if how is not None else None,
            ended=how.ended if how is not None else None,
            note_cipher=referrals.vault.lock(note) if note else None,
            at=referrals.now(),
        )
    )
