"""How well one service answers one need at one place. Every weight has its reason beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from resources_index.directory import ServiceRecord

# Within one need, the service's own words decide between kinds of help ("wheelchair van").
_SEMANTIC = 1.2
_LEXICAL = 0.05
# A service whose first need this is, before one that also does it.
_MAIN_NEED = 0.35
_ALSO = 0.15
# Nearer offices know more and answer sooner; a state line still beats a national one.
_LEVEL = {"local": 0.8, "state": 0.4, "national": 0.0}
# An office that answers to very many needs tells people where to turn. It comes behind whoever does the
# thing itself, even from farther away, and is a good next step where nobody does.
_SIGNPOST_NEEDS = 10
# What such an office does itself comes first in its list of needs.
_OWN = 4
_SIGNPOST_LEVEL = {"local": 0.25, "state": 0.05, "national": -0.1}
# Numbers that somebody checked against the official page, before those nobody has.
_TRUST = {"high": 0.12, "medium": 0.06, "low": -0.3}
_NO_PHONE = -0.15
_PART_OF_STATE = -0.2
_STALE = -0.15
# What helps today, before a benefit that takes weeks, when it is urgent.
_URGENCY = {"immediate": 0.6, "days": 0.1, "weeks": -0.6}
# Nobody should have to fill in a form on a page tonight.
_NO_PHONE_WHEN_URGENT = -0.5
_OPEN_WHEN_URGENT = {True: 0.2, False: -0.3, None: 0.0}
_MILE = -0.01
_FARTHEST_MILES = 60.0


@dataclass(frozen=True)
class Evidence:
    """What is known of one service for one question."""

    need: str | None
    semantic: float
    lexical: float
    miles: float | None
    urgent: bool
    near_first: bool
    open_now: bool | None = None


def score(service: ServiceRecord, evidence: Evidence) -> float:
    """Higher is better; differences of 0.1 matter."""
    total = _SEMANTIC * evidence.semantic + _LEXICAL * min(evidence.lexical, 12.0)
    total += _role(service, evidence.need) + _TRUST.get(service.trust, 0.0)
    if not service.phones:
        total += _NO_PHONE_WHEN_URGENT if evidence.urgent else _NO_PHONE
    if service.area.kind == "part":
        total += _PART_OF_STATE
    if service.call_first:
        total += _STALE
    if evidence.urgent:
        total += _URGENCY.get(service.urgency, 0.0) + _OPEN_WHEN_URGENT[evidence.open_now]
    if evidence.miles is not None:
        weight = 3 * _MILE if evidence.near_first else _MILE
        total += weight * min(evidence.miles, _FARTHEST_MILES)
    return total


def _role(service: ServiceRecord, need: str | None) -> float:
    main = need is not None and is_main_need(service.need_ids, need)
    if is_signpost(service) and need not in service.need_ids[:_OWN]:
        return _SIGNPOST_LEVEL.get(service.level, 0.0)
    if main:
        return _MAIN_NEED + _LEVEL.get(service.level, 0.0)
    return _ALSO + _LEVEL.get(service.level, 0.0)


def is_signpost(service: ServiceRecord) -> bool:
    """Whether the service tells where to turn for nearly everything, and seldom does it itself."""
    return len(service.need_ids) >= _SIGNPOST_NEEDS


def is_main_need(need_ids: Sequence[str], need: str) -> bool:
    """Whether `need` is what the service is there for first of all."""
    return bool(need_ids) and need_ids[0] == need
