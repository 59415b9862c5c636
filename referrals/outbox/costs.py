"""What texting costs: segments of each conversation, sent and received."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from referrals.storage.tables import PhoneLineRow
from referrals.usecases import Referrals


@dataclass(frozen=True)
class LineCost:
    """One conversation. `name` tells conversations apart and tells nothing of the person."""

    name: str
    sent: int
    received: int
    dollars: float


@dataclass(frozen=True)
class Costs:
    """The dearest conversations, and the sums over all."""

    lines: list[LineCost]
    conversations: int
    sent: int
    received: int
    dollars: float


def costs(referrals: Referrals, segment_cents: float, limit: int = 20) -> Costs:
    """`segment_cents` is what Twilio and the carriers take for one segment, either way."""
    together = PhoneLineRow.segments_sent + PhoneLineRow.segments_received
    real = PhoneLineRow.pretend.is_(False)
    with Session(referrals.engine) as session:
        rows = session.scalars(
            select(PhoneLineRow).where(real).order_by(together.desc()).limit(limit)
        ).all()
        count, sent, received = session.execute(
            select(
                func.count(),
                func.coalesce(func.sum(PhoneLineRow.segments_sent), 0),
                func.coalesce(func.sum(PhoneLineRow.segments_received), 0),
            ).where(real)
        ).one()
    lines = [
        LineCost(
            row.conversation[:12],
            row.segments_sent,
            row.segments_received,
            (row.segments_sent + row.segments_received) * segment_cents / 100,
        )
        for row in rows
    ]
    return Costs(lines, count, int(sent), int(received), int(sent + received) * segment_cents / 100)
