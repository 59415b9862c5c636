"""Whose place it is: where help is needed, or where somebody comes from or sits while asking."""

from __future__ import annotations

import re

from resources_index.places import lexicon
from resources_index.places.fold import fold

_CLAUSE = re.compile(r"[.;!?]| but | and | pero | y |, ")
# "Used to be in Reno now in Elko": what was before counts no more, but "lives now in" still does.
_TURN = re.compile(r" now | ahora ")


def whose(message: str, start: int, end: int) -> float:
    """How much speaks for help being needed at message[start:end]."""
    clause = message[_after_last(_CLAUSE, message[:start]) : start]
    before = _words(clause)
    lately = _words(clause[_after_last(_TURN, clause) :])
    total = 0.0
    if before & lexicon.LIVES:
        total += 1.0
    if before & lexicon.OTHERS:
        total += 1.2
    elif before & lexicon.WRITER:
        total += 0.3
    if lately & lexicon.FROM:
        total -= 1.5
    return total


def _words(text: str) -> set[str]:
    return {fold(word) for word in re.findall(r"[\w']+", text)}


def _after_last(mark: re.Pattern[str], text: str) -> int:
    """Where the text after the last mark begins; 0 without one."""
    ends = [found.end() for found in mark.finditer(text)]
    return ends[-1] if ends else 0
