"""'Mon-Fri 09:00-17:00, Sat 10:00-14:00' to openings. What cannot be read stays unknown."""

from __future__ import annotations

import re
from collections.abc import Iterable

from resources_index.directory.records import Opening

_DAYS = {"mon": 0, "tue": 1, "wed": 2, "thu": 3, "fri": 4, "sat": 5, "sun": 6}
_TOKEN = re.compile(
    r"\s*(?:(?P<day>mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?|(?P<hour>\d{1,2})(?::(?P<minute>\d\d))?"
    r"\s*(?:(?P<half>[ap])\.?m\.?)?(?!\w)|(?P<to>-|–|to\b)|(?P<more>,|;|&|and\b))",
    re.IGNORECASE,
)
_HSDS_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_NAMES = {
    "en": ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
    "es": ("lun", "mar", "mié", "jue", "vie", "sáb", "dom"),
}
_TIME = re.compile(r"(\d{1,2})(?::(\d\d))?(?::\d\d)? ?(?:([ap])\.?m\.?)?", re.IGNORECASE)
_ALL_WEEK = frozenset(range(7))


def read_hours(text: str) -> tuple[Opening, ...]:
    """Openings in `text`, read as a whole: one word that is no day and no time, and all stays unknown."""
    if text == "always":
        return (Opening(_ALL_WEEK, 0, 24 * 60),)
    tokens = _tokens(text)
    openings: list[Opening] = []
    at = 0
    while at < len(tokens):
        days, at = _days(tokens, at)
        times, at = _times(tokens, at)
        if not days or not times:
            return ()
        openings += [Opening(frozenset(days), opens, closes) for opens, closes in times]
    return tuple(openings)


def _tokens(text: str) -> list[tuple[str, int]]:
    """("day", 0-6), ("time", minutes), ("to", 0) and ("more", 0); a single unreadable one for anything else."""
    tokens, at = [], 0
    while text[at:].strip():
        found = _TOKEN.match(text, at)
        if found is None:
            return [("unknown", 0)]
        at = found.end()
        if found["day"]:
            tokens.append(("day", _DAYS[found["day"].lower()]))
        elif found["hour"]:
            hour, half = int(found["hour"]), (found["half"] or "").lower()
            hour = hour % 12 + (12 if half == "p" else 0) if half else hour
            tokens.append(("time", hour * 60 + int(found["minute"] or 0)))
        else:
            tokens.append(("to" if found["to"] else "more", 0))
    return tokens


def _ranges(
    tokens: list[tuple[str, int]], at: int, kind: str
) -> tuple[list[tuple[int, int | None]], int]:
    """Values of one kind from `at`, with their ends where "to" stands between: Mon-Thu, Sat."""
    found: list[tuple[int, int | None]] = []
    while at < len(tokens) and tokens[at][0] == kind:
        first, last = tokens[at][1], None
        at += 1
        if (
            tokens[at : at + 1] == [("to", 0)]
            and tokens[at + 1 : at + 2]
            and tokens[at + 1][0] == kind
        ):
            last, at = tokens[at + 1][1], at + 2
        found.append((first, last))
        if tokens[at : at + 1] == [("more", 0)]:
            at += 1
    return found, at


def _days(tokens: list[tuple[str, int]], at: int) -> tuple[set[int], int]:
    ranges, at = _ranges(tokens, at, "day")
    days: set[int] = set()
    for first, last in ranges:
        length = 1 if last is None else (last - first) % 7 + 1
        days |= {(first + step) % 7 for step in range(length)}
    return days, at


def _times(tokens: list[tuple[str, int]], at: int) -> tuple[list[tuple[int, int]], int]:
    """Openings of some days; none at all when one has no end, or ends before it begins."""
    ranges, at = _ranges(tokens, at, "time")
    times = [
        (opens, closes)
        for opens, closes in ranges
        if closes is not None and opens < closes <= 24 * 60
    ]
    return (times if len(times) == len(ranges) else []), at


def hsds_days(opening: Opening) -> str:
    """Weekdays of an opening as HSDS writes them: "MO,TU,WE"."""
    return ",".join(_HSDS_DAYS[day] for day in sorted(opening.weekdays))


def read_schedules(rows: Iterable[dict[str, str]]) -> tuple[Opening, ...]:
    """Openings of weekly HSDS schedules, days of the same times together; a row that cannot be read is left out."""
    days: dict[tuple[int, int], set[int]] = {}
    for row in rows:
        opens, closes = _minutes(row.get("opens_at", "")), _minutes(row.get("closes_at", ""))
        if opens is None or closes is None or opens >= closes or row.get("freq", "") == "MONTHLY":
            continue
        named = {_weekday(day.strip()) for day in row.get("byday", "").split(",")} - {None}
        if named:
            days.setdefault((opens, closes), set()).update(day for day in named if day is not None)
    return tuple(Opening(frozenset(on), *times) for times, on in days.items())


def _weekday(text: str) -> int | None:
    """Monday (0) to Sunday of "MO", "1MO" (HSDS 3.0) or "Monday" (older); None for anything else."""
    if text[-2:].upper() in _HSDS_DAYS:
        return _HSDS_DAYS.index(text[-2:].upper())
    return _DAYS.get(text[:3].lower())


def in_words(openings: Iterable[Opening], language: str = "en") -> str:
    """Openings as people read them: "Mon-Fri 09:00-17:00, Sat 10:00-14:00"; empty for none."""
    return ", ".join(
        f"{_run(sorted(opening.weekdays), _NAMES[language])} {_clock(opening.opens)}-{_clock(opening.closes)}"
        for opening in openings
    )


def _run(days: list[int], words: tuple[str, ...]) -> str:
    names = [words[day] for day in days]
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
