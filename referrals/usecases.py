"""What people and coordinators can do; each method is one transaction."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import Engine, delete, select, update
from sqlalchemy.orm import Session

from referrals.model import OPEN, OUTCOMES, ReferralView, StaleError, new_reference, next_status
from referrals.settings import Settings
from referrals.storage.crypto import Vault
from referrals.storage.database import open_database
from referrals.storage.tables import (
    AnswerRow,
    Base,
    ConsentRow,
    ConversationRow,
    DeskItemRow,
    FollowUpRow,
    HistoryRow,
    MessageRow,
    OutboxRow,
    PhoneLineRow,
    PlanRow,
    ReferralRow,
)

Clock = Callable[[], datetime]


def _now() -> datetime:
    return datetime.now(UTC).replace(tzinfo=None)


@dataclass(frozen=True)
class FollowUp:
    """A question that was asked and not answered yet."""

    id: int
    reference: str
    round: int


class Referrals:
    """The front of this room."""

    def __init__(
        self, engine: Engine, vault: Vault, follow_up_days: tuple[int, ...], now: Clock = _now
    ):
        self.engine = engine
        self.vault = vault
        self._days = follow_up_days
        self._now = now

    @classmethod
    def open(cls, settings: Settings) -> Referrals:
        """Open the database and make its tables when they are missing."""
        engine = open_database(settings.database_url)
        Base.metadata.create_all(engine)
        return cls(engine, Vault([settings.secret_key]), settings.follow_up_days)

    # Asking

    def request(
        self, conversation: str, channel: str, details: dict[str, Any], consent: dict[str, str]
    ) -> ReferralView:
        """A new referral, or the open one of the same conversation and needs, with the new details.

        `details`: needs, place, name, number, good_time, language, about, note, services, they_know.
        `consent`: wording_version, wording, scope. Raises ValueError without a consent.
        """
        if not consent.get("wording"):
            raise ValueError("A referral needs the wording that was agreed to.")
        needs = ",".join(sorted(details.get("needs") or []))
        with Session(self.engine) as session, session.begin():
            row = session.scalars(
                select(ReferralRow).where(
                    ReferralRow.conversation == conversation,
                    ReferralRow.needs == needs,
                    ReferralRow.status.in_(OPEN),
                )
            ).first()
            joined = row is not None
            if row is None:
                row = self._new_referral(session, conversation, channel, needs)
            place = details.get("place") or {}
            row.state, row.county_fips = place.get("state"), place.get("county_fips")
            row.details_cipher = self.vault.lock(details)
            session.flush()
            session.add(
                ConsentRow(
                    conversation=conversation,
                    referral_id=row.id,
                    wording_version=consent["wording_version"],
                    wording=consent["wording"],
                    scope=consent["scope"],
                    granted_at=self._now(),
                )
            )
            self._write_history(session, row, "client", "joined" if joined else "requested")
            return _view(row)

    def _new_referral(
        self, session: Session, conversation: str, channel: str, needs: str
    ) -> ReferralRow:
        reference = new_reference()
        while session.scalar(select(ReferralRow.id).where(ReferralRow.reference == reference)):
            reference = new_reference()
        row = ReferralRow(
            reference=reference,
            conversation=conversation,
            channel=channel,
            status="requested",
            needs=needs,
            created_at=self._now(),
            version=1,
        )
        session.add(row)
        return row

    def latest(self, conversation: str) -> ReferralView | None:
        """The newest referral of a conversation."""
        with Session(self.engine) as session:
            row = session.scalars(
                select(ReferralRow)
                .where(ReferralRow.conversation == conversation)
                .order_by(ReferralRow.id.desc())
            ).first()
            return None if row is None else _view(row)

    def withdraw(self, conversation: str) -> list[ReferralView]:
        """End the consent: open referrals are cancelled; returns those that somebody must be told of."""
        with Session(self.engine) as session, session.begin():
            now = self._now()
            session.execute(
                update(ConsentRow)
                .where(ConsentRow.conversation == conversation, ConsentRow.revoked_at.is_(None))
                .values(revoked_at=now)
            )
            rows = session.scalars(
                select(ReferralRow).where(
                    ReferralRow.conversation == conversation, ReferralRow.status.in_(OPEN)
                )
            ).all()
            views = []
            for row in rows:
                told = row.status != "requested"
                self._move(session, row, "cancel", "client", "consent withdrawn")
                if told:
                    self._item(session, "tell_agency", conversation, row.reference, urgent=True)
                views.append(_view(row))
            return views

    def delete_person(self, conversation: str) -> int:
        """Remove all that identifies a person; counts stay. Returns how many referrals were stripped."""
        self.withdraw(conversation)
        with Session(self.engine) as session, session.begin():
            rows = session.scalars(
                select(ReferralRow).where(ReferralRow.conversation == conversation)
            ).all()
            for row in rows:
                row.details_cipher = None
                session.execute(
                    update(HistoryRow)
                    .where(HistoryRow.referral_id == row.id)
                    .values(note_cipher=None)
                )
                row.conversation = f"deleted-{row.id}"
            for table in (MessageRow, FollowUpRow, OutboxRow, PlanRow, AnswerRow):
                session.execute(delete(table).where(table.conversation == conversation))
            session.execute(
                update(DeskItemRow)
                .where(DeskItemRow.conversation == conversation)
                .values(detail_cipher=None, conversation=None)
            )
            session.execute(delete(ConversationRow).where(ConversationRow.id == conversation))
            # An opted-out line is kept, without its number, so that nothing is sent again.
            session.execute(
                delete(PhoneLineRow).where(
                    PhoneLineRow.conversation == conversation,
                    PhoneLineRow.opted_out_at.is_(None),
                )
            )
            return len(rows)

    # A coordinator's work

    def transition(
        self,
        referral_id: int,
        name: str,
        who: str,
        version: int,
        *,
        outcome: str | None = None,
        note: str = "",
    ) -> ReferralView:
        """Move a referral. Raises TransitionError, or StaleError when it was changed meanwhile."""
        if outcome is not None and outcome not in OUTCOMES:
            raise ValueError(f"The outcome is one of {', '.join(OUTCOMES)}.")
        if name == "complete" and outcome is None:
            raise ValueError("A completed referral needs its outcome.")
        with Session(self.engine) as session, session.begin():
            row = session.get(ReferralRow, referral_id, with_for_update=True)
            if row is None:
                raise LookupError("There is no such referral.")
            if row.version != version:
                raise StaleError("Somebody else changed this referral. Load it again.")
            self._move(session, row, name, who, note)
            row.outcome = outcome if name == "complete" else None
            return _view(row)

    def _move(self, session: Session, row: ReferralRow, name: str, who: str, note: str) -> None:
        row.status = next_status(row.status, name)
        row.version += 1
        if name == "accept":
            row.claimed_by = who
            row.first_contact_at = row.first_contact_at or self._now()
            self._plan_follow_ups(session, row)
        row.closed_at = None if row.status in OPEN else self._now()
        self._write_history(session, row, who, name, note)

    def _plan_follow_ups(self, session: Session, row: ReferralRow) -> None:
        known = set(
            session.scalars(select(FollowUpRow.round).where(FollowUpRow.referral_id == row.id))
        )
        for number, days in enumerate(self._days, start=1):
            if number not in known:
                session.add(
                    FollowUpRow(
                        referral_id=row.id,
                        conversation=row.conversation,
                        round=number,
                        due_at=self._now() + timedelta(days=days),
                    )
                )

    def _write_history(
        self, session: Session, row: ReferralRow, who: str, what: str, note: str = ""
    ) -> None:
        session.flush()
        cipher = self.vault.lock(note) if note else None
        session.add(
            HistoryRow(referral_id=row.id, who=who, what=what, note_cipher=cipher, at=self._now())
        )

    # Following up

    def due_follow_ups(self) -> list[tuple[int, str, str]]:
        """(id, conversation, reference) of questions that are due and not asked yet."""
        with Session(self.engine) as session:
            found = session.execute(
                select(FollowUpRow.id, FollowUpRow.conversation, ReferralRow.reference)
                .join(ReferralRow, ReferralRow.id == FollowUpRow.referral_id)
                .where(FollowUpRow.due_at <= self._now(), FollowUpRow.asked_at.is_(None))
                .where(ReferralRow.status.in_(("accepted", "in_progress", "completed")))
            )
            return [(row[0], row[1], row[2]) for row in found]

    def follow_up_asked(self, follow_up_id: int) -> None:
        """The question was queued."""
        with Session(self.engine) as session, session.begin():
            session.execute(
                update(FollowUpRow)
                .where(FollowUpRow.id == follow_up_id)
                .values(asked_at=self._now())
            )

    def pending_follow_up(self, conversation: str) -> FollowUp | None:
        """The newest question that waits for an answer."""
        with Session(self.engine) as session:
            found = session.execute(
                select(FollowUpRow.id, ReferralRow.reference, FollowUpRow.round)
                .join(ReferralRow, ReferralRow.id == FollowUpRow.referral_id)
                .where(FollowUpRow.conversation == conversation)
                .where(FollowUpRow.asked_at.is_not(None), FollowUpRow.answered_at.is_(None))
                .order_by(FollowUpRow.id.desc())
            ).first()
            return None if found is None else FollowUp(found[0], found[1], found[2])

    def answer_follow_up(self, conversation: str, outcome: str, text: str = "") -> bool:
        """Record the answer; anything but help received becomes a desk item. False when none waits."""
        pending = self.pending_follow_up(conversation)
        if pending is None:
            return False
        with Session(self.engine) as session, session.begin():
            session.execute(
                update(FollowUpRow)
                .where(FollowUpRow.id == pending.id)
                .values(answered_at=self._now(), answer=outcome)
            )
            if outcome != "got_help":
                detail = f"{pending.reference}: {outcome} {text}".strip()
                self._item(session, "follow_up", conversation, detail, urgent=False)
        return True

    # The desk's items and the word in a conversation

    def raise_item(
        self, kind: str, conversation: str | None, detail: str, urgent: bool = False
    ) -> int:
        """Something for a coordinator to look at; returns its id."""
        with Session(self.engine) as session, session.begin():
            return self._item(session, kind, conversation, detail, urgent)

    def _item(
        self, session: Session, kind: str, conversation: str | None, detail: str, urgent: bool
    ) -> int:
        row = DeskItemRow(
            kind=kind,
            conversation=conversation,
            detail_cipher=self.vault.lock(detail),
            urgent=urgent,
            created_at=self._now(),
        )
        session.add(row)
        session.flush()
        return row.id

    def hand_over(self, conversation: str, mode: str, who: str | None = None) -> None:
        """A person has the word from now on; the bot is silent (mode live) or goes on (callback)."""
        with Session(self.engine) as session, session.begin():
            row = session.get(ConversationRow, conversation)
            if row is None:
                row = ConversationRow(id=conversation, changed_at=self._now())
                session.add(row)
            row.mode, row.taken_by, row.changed_at = mode, who, self._now()

    def hand_back(self, conversation: str) -> None:
        """The bot has the word again."""
        with Session(self.engine) as session, session.begin():
            session.execute(
                update(ConversationRow)
                .where(ConversationRow.id == conversation)
                .values(mode=None, taken_by=None, changed_at=self._now())
            )

    def coordinator_has(self, conversation: str) -> bool:
        """Whether a coordinator is talking, so that the bot is silent."""
        with Session(self.engine) as session:
            row = session.get(ConversationRow, conversation)
            return row is not None and row.mode == "live"

    def language_of(self, conversation: str) -> str | None:
        """The language that was last spoken with a person, if known."""
        with Session(self.engine) as session:
            row = session.get(ConversationRow, conversation)
            return None if row is None else row.language

    def set_language(self, conversation: str, language: str) -> None:
        """Remember the language for fixed texts and for texts that are not answers."""
        with Session(self.engine) as session, session.begin():
            row = session.get(ConversationRow, conversation)
            if row is None:
                row = ConversationRow(id=conversation)
                session.add(row)
            row.language, row.changed_at = language, self._now()

    def never_text_first(self, conversation: str) -> None:
        """From now on nothing is sent to this conversation that does not answer a message."""
        with Session(self.engine) as session, session.begin():
            row = session.get(ConversationRow, conversation)
            if row is None:
                row = ConversationRow(id=conversation)
                session.add(row)
            row.never_text_first, row.changed_at = True, self._now()

    def has_open_referral(self, conversation: str) -> bool:
        """Whether a coordinator still works for this person."""
        latest = self.latest(conversation)
        return latest is not None and latest.status in OPEN

    def note_message(self, conversation: str, who: str, text: str) -> None:
        """Keep one message of a conversation that a coordinator has."""
        with Session(self.engine) as session, session.begin():
            session.add(
                MessageRow(
                    conversation=conversation,
                    who=who,
                    text_cipher=self.vault.lock(text),
                    at=self._now(),
                )
            )

    def messages_since(self, conversation: str, after: int) -> list[dict[str, Any]]:
        """Messages with an id above `after`, oldest first."""
        with Session(self.engine) as session:
            rows = session.scalars(
                select(MessageRow)
                .where(MessageRow.conversation == conversation, MessageRow.id > after)
                .order_by(MessageRow.id)
            )
            return [
                {"id": r.id, "who": r.who, "text": self.vault.unlock(r.text_cipher), "at": r.at}
                for r in rows
            ]


def _view(row: ReferralRow) -> ReferralView:
    needs = tuple(need for need in row.needs.split(",") if need)
    return ReferralView(
        row.id, row.reference, row.status, row.outcome, needs, row.version, row.created_at
    )
