"""How well services answer one need at one place. Every weight has its reason beside it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from resources_index.index.features import LEVELS, TRUSTS, URGENCIES, Codes, Features, Flags
from resources_index.index.packed import Rows
from resources_index.search.opening import CLOSED, OPEN, UNKNOWN
from resources_index.search.repairs import saves_energy

Numbers = NDArray[np.float64]


def _by(names: tuple[str, ...], weights: dict[str, float]) -> Numbers:
    return np.array([weights[name] for name in names])


# Within one need, the service's own words decide between kinds of help ("wheelchair van").
_SEMANTIC = 1.2
_LEXICAL = 0.05
_MOST_LEXICAL = 12.0
# A service whose first need this is, before one that also does it; from afar, what is done besides is done for few.
_MAIN_NEED = 0.35
_ALSO = _by(LEVELS, {"local": 0.15, "state": 0.15, "national": 0.0})
# Nearer offices know more and answer sooner; a state line still beats a national one.
_LEVEL = _by(LEVELS, {"local": 0.8, "state": 0.4, "national": 0.0})
# Who only tells where to turn comes behind whoever does the thing itself. The state's aging line, even one to call
# first, knows its agencies better than a line for the whole country.
_SIGNPOST_LEVEL = _by(LEVELS, {"local": 0.25, "state": 0.15, "national": -0.1})
# Numbers that somebody checked against the official page, before those nobody has.
_NATIONAL = LEVELS.index("national")
_TRUST = _by(TRUSTS, {"high": 0.12, "medium": 0.06, "low": -0.3})
_NO_PHONE = -0.15
_PART_OF_STATE = -0.2
_STALE = -0.15
# What helps today, before a benefit that takes weeks, when it is urgent.
_URGENCY = _by(URGENCIES, {"immediate": 0.6, "days": 0.1, "weeks": -0.6})
# Nobody should have to fill in a form on a page tonight.
_NO_PHONE_WHEN_URGENT = -0.5
_OPEN_WHEN_URGENT = np.zeros(3)
_OPEN_WHEN_URGENT[[OPEN, CLOSED, UNKNOWN]] = (0.2, -0.3, 0.0)
# Weatherization puts up no rail: it comes after everybody else who knows about repairs.
_SAVES_ENERGY_ONLY = -1.5
# Who asks for what is open now wants those that surely are.
_SURELY_OPEN = 0.6
# Who asks for something closer wants an office of the county before any line, then the shortest way.
_LEVEL_WHEN_NEAR_FIRST = _by(LEVELS, {"local": 0.0, "state": -1.0, "national": -1.5})
_MILE = -0.01
_FARTHEST_MILES = 60.0


@dataclass(frozen=True)
class Evidence:
    """What is known of some services for one question: arrays alike in length. Unknown `miles` are NaN."""

    need: str
    semantic: Numbers
    lexical: Numbers
    miles: Numbers
    is_open: Codes
    urgent: bool
    near_first: bool
    open_now: bool
    not_of_heat: bool = False


def scores(features: Features, rows: Rows, evidence: Evidence) -> Numbers:
    """One score for each of `rows`: higher is better; differences of 0.1 matter."""
    total = _SEMANTIC * evidence.semantic
    total += _LEXICAL * np.minimum(evidence.lexical, _MOST_LEXICAL)
    total += _role(features, rows, evidence.need) + _TRUST[features.trust[rows]]
    no_phone = _NO_PHONE_WHEN_URGENT if evidence.urgent else _NO_PHONE
    total += no_phone * ~features.has_phone[rows]
    total += _PART_OF_STATE * features.for_part[rows]
    total += _STALE * (features.call_first_from[rows] <= date.today().toordinal())
    if evidence.urgent:
        total += _URGENCY[features.urgency[rows]] + _OPEN_WHEN_URGENT[evidence.is_open]
    if evidence.open_now:
        total += _SURELY_OPEN * (evidence.is_open == OPEN)
    if evidence.not_of_heat:
        total += _SAVES_ENERGY_ONLY * saves_energy(features, rows)
    weight = _MILE
    if evidence.near_first:
        weight = 3 * _MILE
        total += _LEVEL_WHEN_NEAR_FIRST[features.level[rows]]
    total += weight * np.nan_to_num(np.minimum(evidence.miles, _FARTHEST_MILES))
    return total


def _role(features: Features, rows: Rows, need: str) -> Numbers:
    own, level, code = features.own[rows], features.level[rows], features.need(need)
    plain = np.where(own[:, 0] == code, _MAIN_NEED, _ALSO[level]) + _LEVEL[level]
    role: Numbers = np.where(only_tell(features, rows, need), _SIGNPOST_LEVEL[level], plain)
    return role


def only_tell(features: Features, rows: Rows, need: str) -> Flags:
    """Which of `rows` do not help with `need` themselves, but tell where to turn; a line for the whole country always does."""
    own = (features.own[rows] == features.need(need)).any(axis=1)
    return features.signpost[rows] & (~own | (features.level[rows] == _NATIONAL))
