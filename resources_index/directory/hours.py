"""'Mon-Fri 09:00-17:00, Sat 10:00-14:00' to openings. What cannot be read stays unknown."""

from __future__ import annotations

import re

from resources_index.directory.records import Opening

_DAYS = {"mon": 0, "tue": 1, "wed": 2, "thu": 3, "fri": 4, "sat": 5, "sun": 6}
_PART = re.compile(
    r"(?P<first>mon|tue|wed|thu|fri|sat|sun)[a-z]*(?:\s*-\s*(?P<last>mon|tue|wed|thu|fri|sat|sun)[a-z]*)?"
    r"\s+(?P<oh>\d{1,2}):(?P<om>\d\d)\s*-\s*(?P<ch>\d{1,2}):(?P<cm>\d\d)",
    re.IGNORECASE,
)
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
