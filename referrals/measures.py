"""Measures for leads: counts and times, no names. Small numbers are held back, so that nobody is known by them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from statistics import median

from sqlalchemy import select
from sqlalchemy.orm import Session

from referrals.model import OPEN
from referrals.room import Room
from referrals.storage.tables import ReferralRow

# A count from 1 to this is shown as "fewer than 5".
SMALL = 4
_HELPED = "got_help"


@dataclass(frozen=True)
class Count:
    """One line of a table; `value` is None where it is held back."""

    label: tuple[str, ...]
    value: int | None


@dataclass(frozen=True)
class Measures:
    """All measures of one span. Hours are None while nothing was measured."""

    since: datetime
    until: datetime
    asked: int | None
    open_now: int | None
    ended: int | None
    helped: int | None
    helped_share: float | None
    hours_to_contact: float | None
    contact_in_a_day: float | None
    by_week: list[Count]
    unmet_by_place: list[Count]
    why_not: list[Count]
    by_agency: list[Count]


def measure(room: Room, since: datetime, until: datetime) -> Measures:
    """Referrals asked for from `since` up to, not including, `until` (UTC)."""
    with Session(room.engine) as session:
        rows = session.scalars(
            select(ReferralRow).where(
                ReferralRow.created_at >= since, ReferralRow.created_at < until
            )
        ).all()
    ended = [row for row in rows if row.status not in OPEN]
    helped = [row for row in ended if row.outcome == _HELPED]
    unmet = [row for row in ended if row.outcome != _HELPED and _why(row) != "no_longer_wanted"]
    open_now, ended_shown = _both(len(rows) - len(ended), len(ended))
    helped_shown, _ = _both(len(helped), len(ended) - len(helped))
    waits = [
        (row.first_contact_at - row.created_at).total_seconds() / 3600
        for row in rows
        if row.first_contact_at is not None
    ]
    return Measures(
        since=since,
        until=until,
        asked=_shown(len(rows)),
        open_now=open_now,
        ended=ended_shown,
        helped=helped_shown,
        helped_share=_share(len(helped), len(ended)),
        hours_to_contact=round(median(waits), 1) if len(waits) > SMALL else None,
        contact_in_a_day=_share(sum(hours <= 24 for hours in waits), len(waits)),
        by_week=_by_week(rows),
        unmet_by_place=hold_back(
            Counter((row.state or "not told", need) for row in unmet for need in _needs(row))
        ),
        why_not=hold_back(Counter((_why(row),) for row in unmet)),
        by_agency=hold_back(
            Counter((row.agency, row.outcome or row.status) for row in ended if row.agency)
        ),
    )


def hold_back(counts: Mapping[tuple[str, ...], int]) -> list[Count]:
    """The largest first. Counts up to SMALL are held back; where that is one alone in its table, the next
    larger one too, because the total would give it away."""
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    small = {label for label, value in ordered if value <= SMALL}
    if len(small) == 1 and len(ordered) > 1:
        small.add(next(label for label, _ in reversed(ordered) if label not in small))
    return [Count(label, None if label in small else value) for label, value in ordered]


def _by_week(rows: Iterable[ReferralRow]) -> list[Count]:
    weeks: Counter[tuple[str, ...]] = Counter((f"{row.created_at:%G-W%V}",) for row in rows)
    held = {count.label: count for count in hold_back(weeks)}
    return [held[label] for label in sorted(held)]


def _needs(row: ReferralRow) -> list[str]:
    return [need for need in row.needs.split(",") if need]


def _why(row: ReferralRow) -> str:
    return row.outcome or row.reason or row.status


def _shown(value: int) -> int | None:
    return None if 0 < value <= SMALL else value


def _both(one: int, other: int) -> tuple[int | None, int | None]:
    """Two parts of a whole that is shown: where one is small, the other would give it away."""
    if _shown(one) is None or _shown(other) is None:
        return None, None
    return one, other


def _share(part: int, whole: int) -> float | None:
    """A share of 0 to 1; None where it would tell of a few persons."""
    if whole <= SMALL or 0 < part <= SMALL or 0 < whole - part <= SMALL:
        return None
    return part / whole
