"""What the desk reads: the queue and one referral's packet."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import case, func, or_, select
from sqlalchemy.orm import Session

from referrals.model import OPEN, TRANSITIONS
from referrals.outbox.quiet_hours import is_talking
from referrals.storage.tables import (
    AttemptRow,
    ConsentRow,
    ConversationRow,
    FollowUpRow,
    HistoryRow,
    PhoneLineRow,
    ReferralRow,
)
from referrals.usecases import Referrals


@dataclass(frozen=True)
class QueueRow:
    """One line of the queue."""

    id: int
    reference: str
    status: str
    needs: list[str]
    place: str
    state: str | None
    claimed_by: str | None
    created_at: datetime
    next_check_at: datetime | None
    language: str | None
    due: bool
    urgent: bool
    name: str = ""
    outcome: str | None = None
    reason: str | None = None

    @property
    def closed(self) -> bool:
        """Whether nobody works on it any more."""
        return self.status not in OPEN

    @property
    def later(self) -> bool:
        """Whether it waits for a day that is still to come."""
        return self.next_check_at is not None and not self.due


@dataclass(frozen=True)
class QueueFilter:
    """What the queue shows; None means all."""

    closed: bool = False
    mine: str | None = None
    unclaimed: bool = False
    need: str | None = None
    state: str | None = None
    due_before: datetime | None = None


@dataclass(frozen=True)
class Attempted:
    """One line of the log of attempts."""

    who: str
    how: str
    whom: str
    result: str
    note: str | None
    at: datetime


@dataclass(frozen=True)
class Agreed:
    """One consent: when, to which words, until when."""

    version: str
    wording: str | None
    scope: str
    granted_at: datetime
    revoked_at: datetime | None


@dataclass(frozen=True)
class Reach:
    """How the client may be reached now. `refusal` says why a text may not be written, if so."""

    channel: str
    number: str | None
    timezone: str | None
    live: bool
    taken_by: str | None
    refusal: str | None
    leave_no_message: bool = False
    pretend: bool = False
    talking: bool = False


@dataclass(frozen=True)
class Packet:
    """All of one referral on one page."""

    id: int
    reference: str
    status: str
    outcome: str | None
    reason: str | None
    version: int
    conversation: str
    claimed_by: str | None
    agency: str | None
    service_id: str | None
    created_at: datetime
    next_check_at: datetime | None
    stripped: bool
    details: dict[str, Any]
    consents: list[Agreed]
    history: list[dict[str, Any]]
    attempts: list[Attempted]
    moves: list[str]
    reach: Reach
    same_person: list[str] = field(default_factory=list)
    answers: list[str] = field(default_factory=list)
    asked_again: bool = False
    asked_on: datetime | None = None

    @property
    def may_share(self) -> bool:
        """Whether a consent is in force."""
        return not self.stripped and any(consent.revoked_at is None for consent in self.consents)


def queue(referrals: Referrals, wanted: QueueFilter | None = None) -> list[QueueRow]:
    """Open referrals: the urgent ones first, then those whose date to look again has come, then those nobody has, then by waiting
    time, and last those that wait for a day to come, by that day; or the closed ones, newest first. At most 200."""
    wanted = wanted or QueueFilter()
    due = ReferralRow.next_check_at <= referrals.now()
    query = select(ReferralRow).limit(200)
    if wanted.closed:
        query = query.where(ReferralRow.status.not_in(OPEN)).order_by(ReferralRow.closed_at.desc())
    else:
        first = case((due, 0), (ReferralRow.status == "requested", 1), else_=2)
        # A closed one has a day to look again only while somebody is on a waiting list.
        shown = or_(ReferralRow.status.in_(OPEN), due)
        query = query.where(shown).order_by(first, ReferralRow.created_at)
    if wanted.mine:
        query = query.where(ReferralRow.claimed_by == wanted.mine)
    if wanted.unclaimed:
        query = query.where(ReferralRow.claimed_by.is_(None))
    if wanted.state:
        query = query.where(ReferralRow.state == wanted.state)
    if wanted.due_before:
        query = query.where(ReferralRow.next_check_at <= wanted.due_before)
    with Session(referrals.engine) as session:
        rows = [queue_row(referrals, row) for row in session.scalars(query)]
    if not wanted.closed:
        rows.sort(key=_turn)
    return [row for row in rows if wanted.need is None or wanted.need in row.needs]


def _turn(row: QueueRow) -> tuple[int, datetime]:
    """Whoever has a day to come is dealt with until then, also when it is urgent."""
    if row.later and row.next_check_at is not None:
        return 2, row.next_check_at
    return int(not row.urgent), datetime.min


def queue_row(referrals: Referrals, row: ReferralRow) -> QueueRow:
    """A referral as one line of a list."""
    details = referrals.vault.unlock(row.details_cipher) or {}
    place = (details.get("place") or {}).get("text", "")
    needs = [need for need in row.needs.split(",") if need]
    due = row.next_check_at is not None and row.next_check_at <= referrals.now()
    return QueueRow(
        row.id, row.reference, row.status, needs, place, row.state, row.claimed_by, row.created_at,
        row.next_check_at, details.get("language"), due, bool(details.get("urgent")),
        str(details.get("name") or ""), row.outcome, row.reason,
    )  # fmt: skip


def packet(referrals: Referrals, reference: str) -> Packet | None:
    """One referral by its reference."""
    unlock = referrals.vault.unlock
    with Session(referrals.engine) as session:
        row = session.scalars(select(ReferralRow).where(ReferralRow.reference == reference)).first()
        if row is None:
            return None
        history = session.scalars(
            select(HistoryRow).where(HistoryRow.referral_id == row.id).order_by(HistoryRow.id)
        )
        answered = session.scalars(
            select(FollowUpRow.answer)
            .where(FollowUpRow.referral_id == row.id, FollowUpRow.answer.is_not(None))
            .order_by(FollowUpRow.id)
        )
        return Packet(
            id=row.id,
            reference=row.reference,
            status=row.status,
            outcome=row.outcome,
            reason=row.reason,
            version=row.version,
            conversation=row.conversation,
            claimed_by=row.claimed_by,
            agency=row.agency,
            service_id=row.service_id,
            created_at=row.created_at,
            next_check_at=row.next_check_at,
            stripped=row.stripped_at is not None,
            details=unlock(row.details_cipher) or {},
            consents=_consents(referrals, session, row.id),
            history=[
                {"who": h.who, "what": h.what, "at": h.at, "note": unlock(h.note_cipher)}
                for h in history
            ],
            attempts=_attempts(referrals, session, row.id),
            moves=[name for name, (sources, _) in TRANSITIONS.items() if row.status in sources],
            reach=_reach(referrals, session, row.conversation),
            same_person=_same_person(session, row),
            answers=[str(answer) for answer in answered],
            asked_again=_asked_again(session, row.id),
            asked_on=_asked_on(session, row.id),
        )


def _consents(referrals: Referrals, session: Session, referral_id: int) -> list[Agreed]:
    rows = session.scalars(
        select(ConsentRow).where(ConsentRow.referral_id == referral_id).order_by(ConsentRow.id)
    )
    unlock = referrals.vault.unlock
    return [
        Agreed(r.wording_version, unlock(r.wording_cipher), r.scope, r.granted_at, r.revoked_at)
        for r in rows
    ]


def _attempts(referrals: Referrals, session: Session, referral_id: int) -> list[Attempted]:
    rows = session.scalars(
        select(AttemptRow).where(AttemptRow.referral_id == referral_id).order_by(AttemptRow.id)
    )
    unlock = referrals.vault.unlock
    return [Attempted(r.who, r.how, r.whom, r.result, unlock(r.note_cipher), r.at) for r in rows]


def reach_of(referrals: Referrals, conversation: str) -> Reach:
    """How a person may be reached now."""
    with Session(referrals.engine) as session:
        return _reach(referrals, session, conversation)


def _reach(referrals: Referrals, session: Session, conversation: str) -> Reach:
    talk = session.get(ConversationRow, conversation)
    line = session.get(PhoneLineRow, conversation)
    number = referrals.vault.unlock(line.number_cipher) if line is not None else None
    refusal = None
    if conversation.startswith("deleted-"):
        refusal = "The person's information is deleted."
    elif talk is not None and talk.never_text_first:
        refusal = "Do not text and leave no message: somebody else may see this phone. Call only at the agreed time."
    elif line is not None and line.opted_out_at is not None:
        refusal = "The person does not want texts. Call instead."
    elif line is not None and line.unreachable is not None:
        refusal = f"This phone takes no texts ({line.unreachable}). Call instead."
    channel = "sms" if conversation.startswith("sms-") else "web"
    live = talk is not None and talk.mode == "live"
    silent = talk is not None and talk.never_text_first
    taken_by = talk.taken_by if talk is not None else None
    zone, pretend = (line.timezone, line.pretend) if line is not None else (None, False)
    talking = line is not None and is_talking(line.last_seen_at, referrals.now())
    return Reach(channel, number, zone, live, taken_by, refusal, silent, pretend, talking)


def _asked_again(session: Session, referral_id: int) -> bool:
    """Whether the person is still to be asked if help came."""
    open_question = select(FollowUpRow.id).where(
        FollowUpRow.referral_id == referral_id,
        FollowUpRow.answered_at.is_(None),
        FollowUpRow.ended_at.is_(None),
    )
    return session.scalar(open_question.limit(1)) is not None


def _asked_on(session: Session, referral_id: int) -> datetime | None:
    """When the next question goes out; None when the last one is out already."""
    to_come = select(func.min(FollowUpRow.due_at)).where(
        FollowUpRow.referral_id == referral_id,
        FollowUpRow.asked_at.is_(None),
        FollowUpRow.ended_at.is_(None),
    )
    return session.scalar(to_come)


def _same_person(session: Session, row: ReferralRow) -> list[str]:
    """Other open referrals with the same phone number: perhaps asked twice, on two channels."""
    if row.person_key is None:
        return []
    query = select(ReferralRow.reference).where(
        ReferralRow.person_key == row.person_key,
        ReferralRow.id != row.id,
        ReferralRow.status.in_(OPEN),
    )
    return list(session.scalars(query.order_by(ReferralRow.id)))
