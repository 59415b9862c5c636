"""'Mon-Fri 09:00-17:00, Sat 10:00-14:00' to openings. What cannot be read stays unknown."""

from __future__ import annotations

import re
from collections.abc import Iterable

from resources_index.directory.records import Opening

_DAYS = {"mon": 0, "tue": 1, "wed": 2, "thu": 3, "fri": 4, "sat": 5, "sun": 6}
_PART = re.compile(
    r"(?P<first>mon|tue|wed|thu|fri|sat|sun)[a-z]*(?:\s*-\s*(?P<last>mon|tue|wed|thu|fri|sat|sun)[a-z]*)?"
    r"\s+(?P<oh>\d{1,2}):(?P<om>\d\d)\s*-\s*(?P<ch>\d{1,2}):(?P<cm>\d\d)",
    re.IGNORECASE,
)
_HSDS_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_NAMES = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_TIME = re.compile(r"(\d{1,2})(?::(\d\d))?(?::\d\d)? ?(?:([ap])\.?m\.?)?", re.IGNORECASE)
_ALL_WEEK = frozenset(range(7))


def read_hours(text: str) -> tuple[Opening, ...]:
    """Openings in `text`; empty when there are none."""
    if text == "always":
        return (Opening(_ALL_WEEK, 0, 24 * 60),)
    openings = []
    for part in _PART.finditer(text):
        first = _DAYS[part["first"].lower()]
        last = _DAYS[part["last"].lower()] if part["last"] else first
        length = (last - first) % 7 + 1
        days = frozenset((first + i) % 7 for i in range(length))
        opens = int(part["oh"]) * 60 + int(part["om"])
        closes = int(part["ch"]) * 60 + int(part["cm"])
        openings.append(Opening(days, opens, closes))
    return tuple(openings)


def hsds_days(opening: Opening) -> str:
    """Weekdays of an opening as HSDS writes them: "MO,TU,WE"."""
    return ",".join(_HSDS_DAYS[day] for day in sorted(opening.weekdays))


def read_schedules(rows: Iterable[dict[str, str]]) -> tuple[Opening, ...]:
    """Openings of weekly HSDS schedules; a row whose days or times cannot be read is left out."""
    openings = []
    for row in rows:
        days = frozenset(
            _HSDS_DAYS.index(day.strip()[-2:].upper())
            for day in row.get("byday", "").split(",")
            if day.strip()[-2:].upper() in _HSDS_DAYS
        )
        opens, closes = _minutes(row.get("opens_at", "")), _minutes(row.get("closes_at", ""))
        if days and opens is not None and closes is not None and row.get("freq", "") != "MONTHLY":
            openings.append(Opening(days, opens, closes))
    return tuple(openings)


def in_words(openings: Iterable[Opening]) -> str:
    """Openings as people read them: "Mon-Fri 09:00-17:00, Sat 10:00-14:00"."""
    return ", ".join(
        f"{_run(sorted(opening.weekdays))} {_clock(opening.opens)}-{_clock(opening.closes)}"
        for opening in openings
    )


def _run(days: list[int]) -> str:
    names = [_NAMES[day] for day in days]
    in_a_row = len(days) > 2 and days[-1] - days[0] == len(days) - 1
    return f"{names[0]}-{names[-1]}" if in_a_row else ", ".join(names)


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02d}:{minutes % 60:02d}"


def _minutes(text: str) -> int | None:
    found = _TIME.match(text.strip())
    if found is None:
        return None
    hour, half = int(found[1]), (found[3] or "").lower()
    hour = hour % 12 + (12 if half == "p" else 0) if half else hour
    return hour * 60 + int(found[2] or 0)
