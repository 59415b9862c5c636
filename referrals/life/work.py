"""A coordinator's work on a referral: named moves, who has it, tries to reach somebody, dates."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from referrals.life.view import view_of
from referrals.model import (
    HOW,
    OPEN,
    OUTCOMES,
    REASONS,
    RESULTS,
    WAIT_DAYS,
    WAITING,
    WHOM,
    ReferralView,
    StaleError,
    next_status,
)
from referrals.room import Room
from referrals.storage.tables import AttemptRow, FollowUpRow, PhoneLineRow, ReferralRow


@dataclass(frozen=True)
class Attempt:
    """One try to reach somebody, as the desk writes it down."""

    how: str
    whom: str
    result: str
    note: str = ""

    def check(self) -> None:
        """Raises ValueError with what is missing."""
        if self.how not in HOW or self.whom not in WHOM or self.result not in RESULTS:
            raise ValueError("Choose how, whom and what came of it.")


class Work(Room):
    """What a coordinator can do with a referral. Each raises StaleError when it was changed meanwhile."""

    def transition(
        self,
        referral_id: int,
        name: str,
        who: str,
        version: int,
        *,
        outcome: str | None = None,
        note: str = "",
        reason: str | None = None,
        on: datetime | None = None,
    ) -> ReferralView:
        """Move a referral. Raises TransitionError, StaleError, LookupError, or ValueError for what is missing.

        `reason` says why it was declined; it is one of REASONS. `on` is the day to look again (UTC): needed to
        wait on a list, and kept when it is completed on one, where it is two weeks from now if nobody set it.
        """
        if outcome is not None and outcome not in OUTCOMES:
            raise ValueError(f"The outcome is one of {', '.join(OUTCOMES)}.")
        if name == "complete" and outcome is None:
            raise ValueError("Choose how it ended: a completed referral needs its outcome.")
        if name == "wait" and on is None:
            raise ValueError("Choose until when they wait: the day to look again.")
        if name == "decline" and reason is not None and reason not in REASONS:
            raise ValueError(f"The reason is one of {', '.join(REASONS)}.")
        with Session(self.engine) as session, session.begin():
            row = self._fresh(session, referral_id, version)
            planned = on or row.next_check_at
            self.move(session, row, name, who, note)
            row.outcome = WAITING if name == "wait" else outcome if name == "complete" else None
            row.reason = reason if name == "decline" else None
            if row.outcome == WAITING:
                self._wait(session, row, who, planned or self._now() + timedelta(days=WAIT_DAYS))
            return view_of(row)

    def _wait(self, session: Session, row: ReferralRow, who: str, on: datetime) -> None:
        """The day to look again at somebody on a waiting list, in the row and in the history."""
        row.next_check_at = on
        self.write_history(session, row, who, f"look again {on:%Y-%m-%d}")

    def assign(self, referral_id: int, to: str, who: str, version: int) -> ReferralView:
        """Give an open referral to another coordinator."""
        with Session(self.engine) as session, session.begin():
            row = self._fresh(session, referral_id, version)
            if row.status not in OPEN:
                raise ValueError("It is not open any more.")
            row.claimed_by = to
            row.version += 1
            self.write_history(session, row, who, "given to", to)
            return view_of(row)

    def log_attempt(self, referral_id: int, who: str, attempt: Attempt) -> None:
        """Write down one try. The first try on the client counts as first contact. Lines are only added."""
        attempt.check()
        with Session(self.engine) as session, session.begin():
            row = session.get(ReferralRow, referral_id)
            if row is None:
                raise LookupError("There is no such referral.")
            session.add(
                AttemptRow(
                    referral_id=referral_id,
                    who=who,
                    how=attempt.how,
                    whom=attempt.whom,
                    result=attempt.result,
                    note_cipher=self.vault.lock(attempt.note) if attempt.note else None,
                    at=self._now(),
                )
            )
            if attempt.whom != "agency":
                row.first_contact_at = row.first_contact_at or self._now()

    def first_contact(self, referral_id: int) -> None:
        """Somebody of the desk has written to or spoken with the client; only the first time counts."""
        with Session(self.engine) as session, session.begin():
            row = session.get_one(ReferralRow, referral_id)
            row.first_contact_at = row.first_contact_at or self._now()

    def plan_check(
        self, referral_id: int, who: str, version: int, on: datetime | None, note: str = ""
    ) -> None:
        """When to look at it again; None clears it."""
        with Session(self.engine) as session, session.begin():
            row = self._fresh(session, referral_id, version)
            row.next_check_at = on
            row.version += 1
            what = f"look again {on:%Y-%m-%d}" if on else "no date to look again"
            self.write_history(session, row, who, what, note)

    def name_agency(
        self, referral_id: int, who: str, version: int, agency: str, service_id: str | None
    ) -> None:
        """Which agency it goes to. Raises ValueError without a name."""
        if not agency.strip():
            raise ValueError("Write the agency's name.")
        with Session(self.engine) as session, session.begin():
            row = self._fresh(session, referral_id, version)
            row.agency, row.service_id = agency.strip()[:200], (service_id or "")[:60] or None
            row.version += 1
            self.write_history(session, row, who, "agency chosen", row.agency)

    def version_of(self, referral_id: int) -> int:
        """The version now. Raises LookupError when there is no such referral."""
        with Session(self.engine) as session:
            row = session.get(ReferralRow, referral_id)
            if row is None:
                raise LookupError("There is no such referral.")
            return row.version

    def _fresh(self, session: Session, referral_id: int, version: int) -> ReferralRow:
        row = session.get(ReferralRow, referral_id, with_for_update=True)
        if row is None:
            raise LookupError("There is no such referral.")
        if row.version != version:
            raise StaleError(
                "Somebody else changed this referral. Look at what is new, then repeat."
            )
        return row

    def move(self, session: Session, row: ReferralRow, name: str, who: str, note: str) -> None:
        """One named move inside a transaction of the caller, with its line in the history."""
        row.status = next_status(row.status, name)
        row.version += 1
        if name == "accept":
            row.claimed_by = who
            self._plan_follow_ups(session, row)
        row.closed_at = None if row.status in OPEN else self._now()
        if row.closed_at is not None:
            row.next_check_at = None
        self.write_history(session, row, who, name, note)

    def _plan_follow_ups(self, session: Session, row: ReferralRow) -> None:
        """The questions of this round of work; a reopened referral is asked about anew."""
        known = session.scalars(select(FollowUpRow).where(FollowUpRow.referral_id == row.id)).all()
        if any(question.asked_at is None and question.ended_at is None for question in known):
            return
        last = max((question.round for question in known), default=0)
        for number, days in enumerate(self._days, start=last + 1):
            session.add(
                FollowUpRow(
                    referral_id=row.id,
                    conversation=row.conversation,
                    round=number,
                    due_at=self._now() + timedelta(days=days),
                )
            )

    def line_number(self, session: Session, conversation: str) -> str | None:
        """The phone number of a text conversation, where one is known."""
        line = session.get(PhoneLineRow, conversation)
        return None if line is None else self.vault.unlock(line.number_cipher) or None
