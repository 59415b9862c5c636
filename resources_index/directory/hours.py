"""'Mon-Fri 09:00-17:00, Sat 10:00-14:00' to openings. What cannot be read stays unknown."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from resources_index.directory.records import Opening

_DAYS = {"mon": 0, "tue": 1, "wed": 2, "thu": 3, "fri": 4, "sat": 5, "sun": 6, "lun": 0, "mar": 1, "mié": 2, "mie": 2,
         "jue": 3, "vie": 4, "sáb": 5, "sab": 5, "dom": 6}  # fmt: skip
# As people shorten them. "S" may be either day of the weekend, so that nobody can read it.
_LETTERS = {"m": 0, "tu": 1, "t": 1, "w": 2, "th": 3, "r": 3, "f": 4, "sa": 5, "su": 6}
_ALWAYS = re.compile(
    r"(?i)(?:always|always open|open always|day and night|around the clock|24\s*/\s*7|24[ -]?(?:hours|hrs?)(?: a day| per day)?"
    r"(?:,? (?:and )?(?:7|seven) days(?: a week| per week)?)?)\.?"
)
# "Mar 1-4" may be of March.
_TOKEN = re.compile(
    r"\s*(?:(?P<week>weekdays)|(?P<every>daily|every ?day|(?:7|seven) days a week|todos los d[ií]as)|"
    r"(?P<day>(?:mon|tue|wed|thu|fri|sat|sun)(?=[a-z]*)|lun(?=(?:es)?\b)|mar(?=tes\b|\b(?!\.?\s*\d))|mi[eé](?=(?:rcoles)?\b)|"
    r"jue(?=(?:ves)?\b)|vie(?=(?:rnes)?\b)|s[aá]b(?=(?:ados?)?\b)|dom(?=(?:ingos?)?\b))\w*\.?|(?P<letter>tu|th|sa|su|[mtwrf])\.?(?![a-z])|"
    r"(?P<noon>noon|mediod[ií]a)|(?P<midnight>midnight|medianoche)|(?P<filler>de(?: las?)?\b|from\b)|"
    r"(?P<hour>\d{1,2})(?::(?P<minute>\d\d))?(?P<half>[ap](?!\.?m)|\s*[ap]\.?m\.?)?(?!\w)|"
    r"(?P<to>-|–|—|to\b|thru\b|through\b|until\b|till?\b|al?(?: las?)?\b|hasta\b)|"
    r"(?P<more>,|;|/|&|and\b|y\b))",
    re.IGNORECASE,
)
# Who opens before this by a clock of twelve hours that does not say which half means the afternoon.
_EARLIEST = 6 * 60
_HALF_DAY = 12 * 60
_HSDS_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_NAMES = {
    "en": ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
    "es": ("lun", "mar", "mié", "jue", "vie", "sáb", "dom"),
}
_TIME = re.compile(r"(\d{1,2})(?::(\d\d))?(?::\d\d)? ?(?:([ap])\.?m\.?)?", re.IGNORECASE)
_ALL_WEEK = frozenset(range(7))


class _Token(NamedTuple):
    """`kind` is day (0 to 6), time (minutes after midnight), to, more or unknown.

    `half` of a time is "a" or "p", "24" for a clock of 24 hours, empty where nobody knows.
    """

    kind: str
    value: int = 0
    half: str = ""


def read_hours(text: str) -> tuple[Opening, ...]:
    """Openings in `text`, read as a whole: one word that is no day and no time, and all stays unknown."""
    if _ALWAYS.fullmatch(text.strip()):
        return (Opening(_ALL_WEEK, 0, 24 * 60),)
    tokens = _tokens(text)
    openings: list[Opening] = []
    at = 0
    while at < len(tokens):
        # Some write the times before the days: "8:30-4:30 M-F".
        times, at = _times(tokens, at)
        days, at = _days(tokens, at)
        if not times:
            times, at = _times(tokens, at)
        if not days or not times:
            return ()
        openings += [Opening(frozenset(days), opens, closes) for opens, closes in times]
    return tuple(openings)


def _tokens(text: str) -> list[_Token]:
    """What the text says, one after the other; a single unknown one where anything else stands in it."""
    tokens: list[_Token] = []
    at = 0
    while text[at:].strip():
        found = _TOKEN.match(text, at)
        if found is None:
            return [_Token("unknown")]
        at = found.end()
        tokens += _meant(found)
    return tokens


def _meant(found: re.Match[str]) -> list[_Token]:
    if found["week"] or found["every"]:
        return [_Token("day", 0), _Token("to"), _Token("day", 4 if found["week"] else 6)]
    if found["day"]:
        return [_Token("day", _DAYS[found["day"].lower()])]
    if found["letter"]:
        return [_Token("day", _LETTERS[found["letter"].lower()])]
    if found["filler"]:
        return []
    if found["noon"] or found["midnight"]:
        return [_Token("time", _HALF_DAY if found["noon"] else 2 * _HALF_DAY, "24")]
    if found["hour"]:
        return [
            _time(
                found["hour"], int(found["minute"] or 0), (found["half"] or "").strip().lower()[:1]
            )
        ]
    return [_Token("to" if found["to"] else "more")]


def _time(hour: str, minute: int, half: str) -> _Token:
    number = int(hour)
    if half:
        return _Token("time", number % 12 * 60 + (_HALF_DAY if half == "p" else 0) + minute, half)
    by_24 = hour.startswith("0") or number > 12
    return _Token("time", number * 60 + minute, "24" if by_24 else "")


def _ranges(
    tokens: list[_Token], at: int, kind: str
) -> tuple[list[tuple[_Token, _Token | None]], int]:
    """Tokens of one kind from `at`, with their ends where "to" stands between: Mon-Thu, Sat."""
    kinds = [token.kind for token in tokens]
    found: list[tuple[_Token, _Token | None]] = []
    while kinds[at : at + 1] == [kind]:
        first, last = tokens[at], None
        at += 1
        if kinds[at : at + 2] == ["to", kind]:
            last, at = tokens[at + 1], at + 2
        found.append((first, last))
        while kinds[at : at + 1] == ["more"]:
            at += 1
    return found, at


def _days(tokens: list[_Token], at: int) -> tuple[set[int], int]:
    ranges, at = _ranges(tokens, at, "day")
    days: set[int] = set()
    for first, last in ranges:
        length = 1 if last is None else (last.value - first.value) % 7 + 1
        days |= {(first.value + step) % 7 for step in range(length)}
    return days, at


def _times(tokens: list[_Token], at: int) -> tuple[list[tuple[int, int]], int]:
    """Openings of some days; none at all when one has no end, or ends before it begins."""
    ranges, at = _ranges(tokens, at, "time")
    pairs = [_by_day(opens, closes) for opens, closes in ranges if closes is not None]
    times = [pair for pair in pairs if pair is not None]
    return (times if len(times) == len(ranges) else []), at


def _by_day(opens: _Token, closes: _Token) -> tuple[int, int] | None:
    """Both in minutes after midnight, halves of the day filled in: "8-4:30", "1-4", "10-2pm"; None for what is no time."""
    first, last = opens.value, closes.value
    if not opens.half and not closes.half:
        if first < _EARLIEST and last <= _HALF_DAY:
            first, last = first + _HALF_DAY, last + _HALF_DAY
        elif last <= first and last < _HALF_DAY:
            last += _HALF_DAY
    elif not opens.half and closes.half == "p":
        first += _HALF_DAY if first + _HALF_DAY < last else 0
    elif not closes.half and opens.half and last <= first:
        last += _HALF_DAY
    return (first, last) if first < last <= 2 * _HALF_DAY else None


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
