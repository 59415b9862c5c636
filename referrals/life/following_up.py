"""Following up: did help come? Asked after some days, answered by number or in plain words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from referrals.model import OPEN
from referrals.room import Room
from referrals.storage.tables import FollowUpRow, ReferralRow

# How long after the last question we wait before we let it rest.
PATIENCE = timedelta(days=4)
_ASKABLE = ("accepted", "in_progress", "completed")


@dataclass(frozen=True)
class FollowUp:
    """A question about one referral. `asked_at` in UTC; None while it is only due."""

    id: int
    reference: str
    round: int
    asked_at: datetime | None = None


class FollowingUp(Room):
    """Questions that are due, asked, answered, or left to rest."""

    def due_follow_ups(self) -> list[tuple[int, str, str]]:
        """(id, conversation, reference) of questions that are due and not asked yet."""
        with Session(self.engine) as session:
            found = session.execute(
                select(FollowUpRow.id, FollowUpRow.conversation, ReferralRow.reference)
                .join(ReferralRow, ReferralRow.id == FollowUpRow.referral_id)
                .where(FollowUpRow.due_at <= self._now(), FollowUpRow.asked_at.is_(None))
                .where(FollowUpRow.ended_at.is_(None), ReferralRow.status.in_(_ASKABLE))
                .order_by(FollowUpRow.id)
            )
            return [(row[0], row[1], row[2]) for row in found]

    def due_in(self, conversation: str) -> FollowUp | None:
        """The oldest question that is due in this conversation: the web is asked when it comes back."""
        for identity, owner, reference in self.due_follow_ups():
            if owner == conversation:
                return FollowUp(identity, reference, 0)
        return None

    def follow_up_asked(self, follow_up_id: int) -> bool:
        """It was asked. False when somebody else was first, so that nobody is asked twice."""
        with Session(self.engine) as session, session.begin():
            done = session.execute(
                update(FollowUpRow)
                .where(FollowUpRow.id == follow_up_id, FollowUpRow.asked_at.is_(None))
                .values(asked_at=self._now())
            )
            return bool(done.rowcount)  # type: ignore[attr-defined]

    def pending_follow_up(self, conversation: str) -> FollowUp | None:
        """The newest question that waits for an answer."""
        with Session(self.engine) as session:
            row = session.execute(
                select(FollowUpRow, ReferralRow.reference)
                .join(ReferralRow, ReferralRow.id == FollowUpRow.referral_id)
                .where(FollowUpRow.conversation == conversation)
                .where(FollowUpRow.asked_at.is_not(None), FollowUpRow.answered_at.is_(None))
                .where(FollowUpRow.ended_at.is_(None))
                .order_by(FollowUpRow.id.desc())
            ).first()
            if row is None:
                return None
            return FollowUp(row[0].id, row[1], row[0].round, row[0].asked_at)

    def answer_follow_up(self, conversation: str, outcome: str, text: str = "") -> bool:
        """Record the answer; anything but help received becomes a desk item. False when none waits.

        Help received also ends the questions that were still to come about that referral.
        """
        pending = self.pending_follow_up(conversation)
        if pending is None:
            return False
        with Session(self.engine) as session, session.begin():
            row = session.get_one(FollowUpRow, pending.id)
            referral = session.get_one(ReferralRow, row.referral_id)
            row.answered_at, row.answer = self._now(), outcome
            others = FollowUpRow.referral_id == row.referral_id, FollowUpRow.answered_at.is_(None)
            earlier = () if outcome == "got_help" else (FollowUpRow.asked_at.is_not(None),)
            session.execute(
                update(FollowUpRow).where(*others, *earlier).values(ended_at=self._now())
            )
            self.write_history(session, referral, "client", f"answered: {outcome}", text)
            if outcome != "got_help" or referral.status in OPEN:
                kind = "follow_up" if outcome != "got_help" else "help_came"
                detail = f"{pending.reference}: {outcome.replace('_', ' ')}. {text}".strip()
                self.add_item(session, kind, conversation, detail, subject=pending.reference)
        return True

    def let_rest(self) -> list[tuple[str, str]]:
        """(conversation, reference) of referrals whose last question stayed without an answer; each once."""
        with Session(self.engine) as session, session.begin():
            late = self._now() - PATIENCE
            waiting = session.execute(
                select(FollowUpRow, ReferralRow)
                .join(ReferralRow, ReferralRow.id == FollowUpRow.referral_id)
                .where(FollowUpRow.answered_at.is_(None), FollowUpRow.ended_at.is_(None))
                .order_by(FollowUpRow.id)
            ).all()
            by_referral: dict[int, list[FollowUpRow]] = {}
            referrals: dict[int, ReferralRow] = {}
            for question, referral in waiting:
                by_referral.setdefault(referral.id, []).append(question)
                referrals[referral.id] = referral
            rested = []
            for identity, questions in by_referral.items():
                asked = [q.asked_at for q in questions if q.asked_at is not None]
                if len(asked) < len(questions) or max(asked) > late:
                    continue
                for question in questions:
                    question.ended_at = self._now()
                self.write_history(
                    session, referrals[identity], "porchlight", "no answer, let rest"
                )
                rested.append((questions[-1].conversation, referrals[identity].reference))
            return rested
