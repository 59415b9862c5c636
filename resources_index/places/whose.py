"""Whose place it is: where help is needed, or where somebody comes from, visits or sits while asking."""

from __future__ import annotations

import re

from resources_index.places import lexicon
from resources_index.places.fold import fold

_CLAUSE = re.compile(r"[.;!?]| but | and | pero | y |, | - ")
# "Used to be in Reno now in Elko": what was before counts no more, but "lives now in" still does.
_TURN = re.compile(r" now | ahora ")
_NOW = re.compile(
    r"\b(?:right now|for now|now|currently|these days|at the moment|here in|staying|temporarily|"
    r"ahora|ahorita|por ahora|aqui en|hoy)\b"
)
_MOVED_TO = re.compile(
    r"\b(?:mov(?:e|ed|ing)|relocat\w+|came|coming|mud(?:o|e|amos|ando)|me mude|nos mudamos)\b.* (?:to|a)$"
)
_USED_TO = re.compile(r"\b(?:used to|formerly|vivia|viviamos|antes)\b")
_MOVED_FROM = re.compile(r"\b(?:moving|moved|move|relocat\w+|mud\w+)\b.* (?:from|de|desde)$")
# Folding has made "west" of the "w" that some write for "with".
_STAYS_WITH = re.compile(
    r"\b(?:i|im|we|were|estoy|me)\b.*\b(?:stay|staying|living|live|quedo|quedando)\b (?:with|west|con|at)\b"
)
# "A ride from Elyria to Cleveland": the trip begins at home.
_GOES_TO = re.compile(
    r"\b(?:ride|rides|get|go|goes|going|trip|travel|appointment|drive|fly|visit|visiting|visitar|ir|viaje|viajar|llevar|cita)\b"
    r".*\b(?:to|in|at|a|en)(?: the)?$|\b(?:visit|visiting|visitar)\b"
)
_WRITER_NEEDS = re.compile(
    r"\b(?:i|im|ive|we|were|yo|estoy|vivo)\b(?: \w+){0,8} (?:need|needing|necesito|ocupo|busco|necesitamos)\b"
)
_NEEDS_HELP = re.compile(
    r"^[^.;!?]*?\b(?:needs|cant|cannot|can't|is disabled|is sick|fell|alone|necesita|ocupa|no puede|busca|se cayo|sola|solo)\b",
    re.IGNORECASE,
)
_SPEAKER = re.compile(r"\b(?:i|i'm|im|we|my|yo|mi)\b", re.IGNORECASE)
_OTHER_LIVES, _YOUNGER_LIVES, _A_HOME = 1.6, -1.5, 1.0
_NOT_HERE, _HERE = -1.5, 1.5


def whose(message: str, start: int, end: int) -> float:
    """How much speaks for help being needed at message[start:end]."""
    clause = message[_after_last(_CLAUSE, message[:start]) : start]
    before, after = fold(clause), message[end:]
    lately = _words(clause[_after_last(_TURN, clause) :])
    total = _of_the_person(clause, after)
    if _words(clause) & lexicon.LIVES:
        total += _A_HOME
    if _NOW.search(before):
        total += _HERE
    if _MOVED_TO.search(before):
        return total + _HERE
    left = _USED_TO.search(before) or _GOES_TO.search(before) or _MOVED_FROM.search(before)
    return total + (_NOT_HERE if lately & lexicon.FROM or left else 0.0)


def _of_the_person(clause: str, after: str) -> float:
    """Parents and friends are asked for; sons and nieces are where somebody else lives, unless they need something."""
    before = _words(clause)
    if _STAYS_WITH.search(fold(clause)):
        return _HERE
    needy = _NEEDS_HELP.match(after)
    in_need = needy is not None and not _SPEAKER.search(needy.group())
    rest = _CLAUSE.split(after.replace(" and ", " & ").replace(" y ", " & "), maxsplit=1)[0]
    writer_needs = _WRITER_NEEDS.search(fold(f"{clause} there {rest}")) is not None
    if before & lexicon.YOUNGER:
        return _OTHER_LIVES if in_need else _YOUNGER_LIVES
    if before & lexicon.OTHERS:
        return _OTHER_LIVES
    if before & lexicon.WRITER:
        return _HERE if writer_needs else 0.3
    return 0.0


def _words(text: str) -> set[str]:
    return {fold(word) for word in re.findall(r"[\w']+", text)}


def _after_last(mark: re.Pattern[str], text: str) -> int:
    """Where the text after the last mark begins; 0 without one."""
    ends = [found.end() for found in mark.finditer(text)]
    return ends[-1] if ends else 0
