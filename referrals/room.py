"""What every use case of this room stands on: the database, the vault, the clock, items and history."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

from sqlalchemy import Engine, select
from sqlalchemy.orm import Session

from referrals.storage.crypto import Vault
from referrals.storage.exclusive import one_at_a_time
from referrals.storage.tables import DeskItemRow, HistoryRow, ReferralRow

Clock = Callable[[], datetime]


def utc_now() -> datetime:
    """Now in UTC, without a zone, as the database keeps it."""
    return datetime.now(UTC).replace(tzinfo=None)


class Room:
    """The shared ground of the use cases."""

    def __init__(
        self,
        engine: Engine,
        vault: Vault,
        follow_up_days: tuple[int, ...] = (3, 14),
        now: Clock = utc_now,
    ) -> None:
        self.engine = engine
        self.vault = vault
        self._days = follow_up_days
        self._now = now

    def now(self) -> datetime:
        """The time by this room's clock."""
        return self._now()

    def raise_item(
        self,
        kind: str,
        conversation: str | None,
        detail: str,
        urgent: bool = False,
        subject: str | None = None,
    ) -> int:
        """Something for a coordinator to look at; returns its id. `subject`: a reference or a service id."""
        with Session(self.engine) as session, session.begin():
            return self.add_item(session, kind, conversation, detail, urgent, subject)

    def add_item(
        self,
        session: Session,
        kind: str,
        conversation: str | None,
        detail: str,
        urgent: bool = False,
        subject: str | None = None,
    ) -> int:
        """The same inside a transaction of the caller."""
        row = DeskItemRow(
            kind=kind,
            conversation=conversation,
            detail_cipher=self.vault.lock(detail),
            urgent=urgent,
            created_at=self._now(),
            subject=subject,
        )
        session.add(row)
        session.flush()
        return row.id

    def raise_once(
        self,
        kind: str,
        conversation: str | None,
        detail: str,
        subject: str | None = None,
        urgent: bool = False,
    ) -> int | None:
        """As `raise_item`, unless one of this kind about the same is still open; then None."""
        with Session(self.engine) as session, session.begin():
            one_at_a_time(session, f"item {kind}")
            found = session.scalar(
                select(DeskItemRow.id).where(
                    DeskItemRow.kind == kind,
                    DeskItemRow.done_at.is_(None),
                    DeskItemRow.conversation.is_(conversation)
                    if conversation is None
                    else DeskItemRow.conversation == conversation,
                    DeskItemRow.subject.is_(subject)
                    if subject is None
                    else DeskItemRow.subject == subject,
                )
            )
            if found is not None:
                return None
            return self.add_item(session, kind, conversation, detail, urgent, subject)

    def write_history(
        self, session: Session, row: ReferralRow, who: str, what: str, note: str = ""
    ) -> None:
        """Add one line to what happened to a referral; lines are never changed."""
        session.flush()
        cipher = self.vault.lock(note) if note else None
        session.add(
            HistoryRow(referral_id=row.id, who=who, what=what, note_cipher=cipher, at=self._now())
        )
