"""What the desk reads: the queue, one referral's packet, open items."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from referrals.model import OPEN, TRANSITIONS
from referrals.storage.tables import ConsentRow, DeskItemRow, HistoryRow, ReferralRow
from referrals.usecases import Referrals


@dataclass(frozen=True)
class QueueRow:
    """One line of the queue."""

    id: int
    reference: str
    status: str
    needs: list[str]
    place: str
    claimed_by: str | None
    created_at: datetime


@dataclass(frozen=True)
class Packet:
    """All of one referral on one page."""

    id: int
    reference: str
    status: str
    outcome: str | None
    version: int
    conversation: str
    claimed_by: str | None
    created_at: datetime
    details: dict[str, Any]
    consents: list[ConsentRow]
    history: list[dict[str, Any]]
    moves: list[str]


@dataclass(frozen=True)
class Item:
    """Something to look at."""

    id: int
    kind: str
    conversation: str | None
    detail: str
    urgent: bool
    created_at: datetime


def queue(referrals: Referrals, closed: bool = False) -> list[QueueRow]:
    """Open referrals, those that wait longest first; or the closed ones, newest first."""
    order = ReferralRow.created_at.desc() if closed else ReferralRow.created_at
    wanted = ReferralRow.status.not_in(OPEN) if closed else ReferralRow.status.in_(OPEN)
    with Session(referrals.engine) as session:
        rows = session.scalars(select(ReferralRow).where(wanted).order_by(order).limit(200)).all()
        return [_queue_row(referrals, row) for row in rows]


def _queue_row(referrals: Referrals, row: ReferralRow) -> QueueRow:
    details = referrals.vault.unlock(row.details_cipher) or {}
    place = (details.get("place") or {}).get("text", "")
    needs = [need for need in row.needs.split(",") if need]
    return QueueRow(row.id, row.reference, row.status, needs, place, row.claimed_by, row.created_at)


def packet(referrals: Referrals, reference: str) -> Packet | None:
    """One referral by its reference."""
    with Session(referrals.engine) as session:
        row = session.scalars(select(ReferralRow).where(ReferralRow.reference == reference)).first()
        if row is None:
            return None
        consents = session.scalars(select(ConsentRow).where(ConsentRow.referral_id == row.id)).all()
        history = session.scalars(
            select(HistoryRow).where(HistoryRow.referral_id == row.id).order_by(HistoryRow.id)
        ).all()
        session.expunge_all()
    unlock = referrals.vault.unlock
    events = [
        {"who": h.who, "what": h.what, "at": h.at, "note": unlock(h.note_cipher)} for h in history
    ]
    moves = sorted(name for name, (sources, _) in TRANSITIONS.items() if row.status in sources)
    details = unlock(row.details_cipher) or {}
    return Packet(
        row.id, row.reference, row.status, row.outcome, row.version, row.conversation, row.claimed_by,
        row.created_at, details, list(consents), events, moves,
    )  # fmt: skip


def open_items(referrals: Referrals) -> list[Item]:
    """Items nobody has dealt with, urgent ones first, then the oldest."""
    with Session(referrals.engine) as session:
        rows = session.scalars(
            select(DeskItemRow)
            .where(DeskItemRow.done_at.is_(None))
            .order_by(DeskItemRow.urgent.desc(), DeskItemRow.created_at)
            .limit(200)
        ).all()
        unlock = referrals.vault.unlock
        return [
            Item(
                r.id, r.kind, r.conversation, unlock(r.detail_cipher) or "", r.urgent, r.created_at
            )
            for r in rows
        ]


def finish_item(referrals: Referrals, item_id: int, who: str, at: datetime) -> None:
    """Somebody has dealt with it."""
    with Session(referrals.engine) as session, session.begin():
        session.execute(
            update(DeskItemRow)
            .where(DeskItemRow.id == item_id, DeskItemRow.done_at.is_(None))
            .values(done_at=at, done_by=who)
        )
