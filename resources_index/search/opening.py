"""Whether a service is open now, by the clock of its place. Unknown hours stay unknown."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

import numpy as np

from resources_index.directory import Opening
from resources_index.index.features import Codes, Features, read_schedule
from resources_index.index.packed import Rows
from resources_index.places import Place

_OPEN_NOW = re.compile(
    r"\b(?:open (?:right )?now|open (?:today|tonight|at this hour)|still open|"
    r"abiert[oa]s? (?:ahora|ahorita|hoy|a esta hora)|(?:todavia|aun) (?:esta|estan) abiert[oa]s?)\b"
)
_NATIONAL_ZONE = "America/New_York"
OPEN, CLOSED, UNKNOWN = 1, 0, -1


def asks_open_now(text: str) -> bool:
    """Whether somebody wants what is open at this hour."""
    return bool(_OPEN_NOW.search(text.lower().translate(str.maketrans("áéíóú", "aeiou"))))


@dataclass(frozen=True)
class Clock:
    """Now, as the clocks of a place and those of national lines show it: (weekday, minute of the day)."""

    here: tuple[int, int] | None
    national: tuple[int, int]

    @classmethod
    def at(cls, place: Place | None, now: datetime | None = None) -> Clock:
        """Read once a question, not once a service. `now` must know its zone."""
        moment = now or datetime.now(ZoneInfo("UTC"))
        zone = place.timezone if place is not None else None
        national = _shown(moment, _NATIONAL_ZONE)
        return cls(_shown(moment, zone) if zone else None, national)

    def states(self, features: Features, rows: Rows) -> Codes:
        """OPEN, CLOSED or UNKNOWN for each of `rows`: unknown hours, or an unknown time zone."""
        known, which = np.unique(features.schedule[rows], return_inverse=True)
        shown = self.here or self.national
        by_schedule = [
            _state(read_schedule(features.schedules[number].decode()), shown) for number in known
        ]
        states = np.array(by_schedule, dtype=np.int8)[which] if len(rows) else _NONE
        if self.here is None:
            states = np.where(features.for_nation[rows], states, np.int8(UNKNOWN))
        return states


_NONE = np.empty(0, dtype=np.int8)


def _state(schedule: Sequence[Opening], shown: tuple[int, int]) -> int:
    if not schedule:
        return UNKNOWN
    weekday, minute = shown
    is_open = any(
        weekday in opening.weekdays and opening.opens <= minute < opening.closes
        for opening in schedule
    )
    return OPEN if is_open else CLOSED


def _shown(moment: datetime, zone: str) -> tuple[int, int]:
    local = moment.astimezone(ZoneInfo(zone))
    return local.weekday(), local.hour * 60 + local.minute
