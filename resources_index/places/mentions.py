"""Find the place in a message, and of several the one where help is needed.

Every run of one to four words that names a place is a candidate. Evidence around it decides whether it
is meant as a place at all (a state beside it, a preposition before it, its kind or size), and whose
place it is (lives in, moved from, the writer sits in … while somebody else needs help).
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass

from resources_index.places import lexicon
from resources_index.places.answers import Ambiguous, Mention, Resolved, Unknown
from resources_index.places.fold import fold
from resources_index.places.resolve import Resolver
from resources_index.places.states import WORDS_TOO, is_full_name, state_code
from resources_index.places.tables import Tables

_WORD = re.compile(r"[A-Za-zÀ-ÿ0-9][A-Za-zÀ-ÿ0-9'’.\-]*")
_ZIP = re.compile(r"(?<![\d$#.-])\d{5}(?:-\d{4})?(?![\d-])(?!\.\d)")
_FOUR = re.compile(r"(?<![\d$#.,-])\d{4}(?![\d-])(?!\.\d)")
_SPACED = re.compile(r"(?<!\d)\d(?:[ .]\d){4}(?!\d)")
_DIGITS = {"zero": "0", "oh": "0", "o": "0", "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6",
           "seven": "7", "eight": "8", "nine": "9", "cero": "0", "uno": "1", "dos": "2", "tres": "3", "cuatro": "4",
           "cinco": "5", "seis": "6", "siete": "7", "ocho": "8", "nueve": "9"}  # fmt: skip
_SPOKEN = re.compile(
    rf"\b(?:(?:{'|'.join(_DIGITS)})[ ,-]+){{4}}(?:{'|'.join(_DIGITS)})\b", re.IGNORECASE
)
_AFTER_A_PLACE = frozenset(
    "area please need needs no my i i'm im we and help looking mom dad here por necesito ocupo mi ayuda".split()
)
_START_PEOPLE = 10_000
_KINDS = frozenset(["county", "parish", "borough", "municipio", "condado"])
_ARTICLES = frozenset(["el", "the", "la", "in", "en", "de"])
_LONGEST = 4
_MEANT = 2.0
_BIG = 150_000


@dataclass(frozen=True)
class _Word:
    start: int
    end: int
    raw: str
    folded: str


class MentionFinder:
    """Finds mentions with the help of the tables and the resolver."""

    def __init__(self, tables: Tables, resolver: Resolver) -> None:
        self._tables = tables
        self._resolver = resolver

    def find(self, message: str, hints: Sequence[str], asked: bool) -> list[Mention]:
        """Mentions, the one where help is needed first."""
        found = self._zips(message) or self._read_out(message) or self._short_zips(message)
        if not found:
            found = self._named(message, hints)
        if not found and asked:
            found = self._whole(message)
        return sorted(found, key=lambda mention: -mention.score)

    def _zips(self, message: str) -> list[Mention]:
        found = []
        for match in _ZIP.finditer(message):
            after = message[match.end() :].split()
            if after and fold(after[0]) in lexicon.STREET:
                continue
            street = len(after) > 1 and fold(after[1]) in lexicon.STREET
            answer = self._resolver.resolve(match.group())
            score = 6.0 + _whose(message, match.start(), match.end()) - (6.0 if street else 0.0)
            if isinstance(answer, Unknown) or score < _MEANT:
                continue
            if isinstance(answer, Ambiguous) and not _may_be_mistyped(message):
                # Five digits that are no ZIP, in the middle of a sentence, are money or a bill.
                continue
            found.append(Mention(match.start(), match.end(), match.group(), answer, score))
        return found

    def _read_out(self, message: str) -> list[Mention]:
        """A ZIP as people dictate it: digits with spaces, or in words."""
        for match in itertools.chain(_SPACED.finditer(message), _SPOKEN.finditer(message)):
            words = re.findall(r"[a-z]+|\d", match.group().lower())
            answer = self._resolver.resolve("".join(_DIGITS.get(word, word) for word in words))
            if not isinstance(answer, Unknown):
                return [Mention(match.start(), match.end(), match.group(), answer, 5.0)]
        return []

    def _short_zips(self, message: str) -> list[Mention]:
        """Four digits that are called a ZIP, or stand beside the state that would have them."""
        for match in _FOUR.finditer(message):
            answer = self._resolver.resolve(match.group())
            if isinstance(answer, Unknown):
                continue
            first = answer.place if isinstance(answer, Resolved) else answer.choices[0]
            words = [fold(word) for word in message.replace(match.group(), " ").split()]
            states = {state_code(word) for word in words if is_full_name(word)}
            if first.state in states and (first.zip or "").startswith("0"):
                return [Mention(match.start(), match.end(), match.group(), Resolved(first), 5.0)]
            if "zip" in words or "postal" in words or "code" in words:
                return [Mention(match.start(), match.end(), match.group(), answer, 5.0)]
        return []

    def _whole(self, message: str) -> list[Mention]:
        answer = self._resolver.resolve(message)
        if isinstance(answer, Unknown) and not answer.suggestions:
            return []
        return [Mention(0, len(message), message.strip(), answer, _MEANT)]

    def _named(self, message: str, hints: Sequence[str]) -> list[Mention]:
        words = [
            _Word(m.start(), m.end(), m.group(), fold(m.group())) for m in _WORD.finditer(message)
        ]
        found: list[Mention] = []
        at = 0
        while at < len(words):
            mention, used = self._at(message, words, at, hints)
            if mention is not None:
                found.append(mention)
            at += max(1, used)
        return found

    def _at(
        self, message: str, words: list[_Word], at: int, hints: Sequence[str]
    ) -> tuple[Mention | None, int]:
        """The best place that begins at word `at`, and how many words it takes."""
        for length in range(min(_LONGEST, len(words) - at), 0, -1):
            run = words[at : at + length]
            if run[0].folded in _ARTICLES and any(word.folded in _KINDS for word in run):
                continue
            if any(_breaks(message, a, b) for a, b in itertools.pairwise(run)):
                continue
            evidence = self._evidence(message, words, at, length, hints)
            if evidence < _MEANT:
                continue
            start, end = run[0].start, run[-1].end
            text = message[start:end]
            answer = self._resolver.resolve(text)
            if isinstance(answer, Unknown):
                continue
            score = evidence + _whose(message, start, end)
            return Mention(start, end, text, answer, score), length
        return None, 1

    def _evidence(
        self, message: str, words: list[_Word], at: int, length: int, hints: Sequence[str]
    ) -> float:
        run = words[at : at + length]
        name = " ".join(word.folded for word in run)
        before = words[at - 1].folded if at else ""
        before_that = words[at - 2].folded if at > 1 else ""
        prepared = before in lexicon.BEFORE_PLACE or (
            before in lexicon.LINKING and before_that in lexicon.BEFORE_PLACE
        )
        total = 0.0
        if prepared or before in lexicon.LIVES:
            total += 1.5
        if any(name in fold(hint) for hint in hints):
            total += 0.7
        if is_full_name(name):
            first_name = name in lexicon.ORDINARY
            return total + (0.7 if first_name else 2.2)
        with_state = self._city_and_state(run)
        if with_state:
            # "in" or "me" after a name is a word unless it is written as a code.
            last = run[-1]
            risky = last.folded in WORDS_TOO and not (
                last.raw.isupper() or "," in message[run[-2].end - 1 : last.start + 1]
            )
            if risky and last.folded in ("in", "or", "me", "hi", "de", "as", "ok"):
                return 0.0
            return total + (2.2 if risky else 3.0)
        if any(word.folded in _KINDS for word in run):
            named = not isinstance(self._resolver.resolve(name), Unknown)
            return total + (3.0 if named and length > 1 else 0.0)
        if self._starts(message, words, at, length, name):
            total += 0.9
        return total + self._bare_name(message, run, name)

    def _starts(self, message: str, words: list[_Word], at: int, length: int, name: str) -> bool:
        """Whether a message begins with a town of some size: "houston. need food"."""
        cities = self._tables.cities.get(name, [])
        if at != 0 or len(words) == length or name in lexicon.ORDINARY:
            return False
        if not cities or cities[0].population < _START_PEOPLE:
            return False
        after = message[words[length - 1].end :].lstrip()
        return after[:1] in ".,;:-" or words[length].folded in _AFTER_A_PLACE

    def _city_and_state(self, run: list[_Word]) -> bool:
        for cut in range(1, len(run)):
            city = " ".join(word.folded for word in run[:cut])
            code = state_code(" ".join(word.folded for word in run[cut:]))
            if code and any(c.state == code for c in self._tables.cities.get(city, ())):
                return True
        return False

    def _bare_name(self, message: str, run: list[_Word], name: str) -> float:
        cities = self._tables.cities.get(name, [])
        nick = name in self._tables.nicknames
        if not cities and not nick:
            return -9.0
        if len(name) < 4 and not (nick and run[0].raw.isupper()):
            return -9.0
        total = 2.0 if nick else 0.0
        if name in lexicon.ORDINARY_PHRASES:
            return -9.0
        if name in lexicon.ORDINARY:
            total -= 1.5
        if cities and cities[0].population >= _BIG:
            total += 1.2
        elif cities and cities[0].population == 0:
            total -= 0.8
        written_big = all(word.raw[:1].isupper() for word in run)
        mixed = message != message.upper()
        if written_big and mixed and run[0].start > 0:
            total += 1.0
        if len(run) > 1:
            total += 0.8
        if _stands_alone(message, run[0].start, run[-1].end):
            total += 0.8
        return total + 0.6


def _stands_alone(message: str, start: int, end: int) -> bool:
    """Whether a name is a clause of its own: "cant afford insulin. tampa"."""
    before, after = message[:start].rstrip(), message[end:].lstrip()
    return bool(before) and before[-1] in ".,;:!?-" and (not after or after[0] in ".,;:!?")


def _may_be_mistyped(message: str) -> bool:
    return "zip" in message.lower() or "postal" in message.lower() or len(message.split()) <= 3


def _breaks(message: str, first: _Word, second: _Word) -> bool:
    """Whether more than a space or a comma stands between two words."""
    between = message[first.end : second.start].strip()
    return between not in ("", ",") or (first.raw.endswith(".") and len(first.raw) > 4)


def _whose(message: str, start: int, end: int) -> float:
    """How much speaks for help being needed there: living there, for whom, not merely coming from."""
    clause = _clause(message, start, end)
    before = {fold(word) for word in re.findall(r"[\w']+", message[clause[0] : start])}
    total = 0.0
    if before & lexicon.LIVES:
        total += 1.0
    if before & lexicon.OTHERS:
        total += 0.8
    elif before & lexicon.WRITER:
        total += 0.3
    if before & lexicon.FROM:
        total -= 1.5
    return total


def _clause(message: str, start: int, end: int) -> tuple[int, int]:
    marks = [m.end() for m in re.finditer(r"[.;!?]| but | and | pero | y |, ", message[:start])]
    return (marks[-1] if marks else 0), end


def main_place(mentions: Sequence[Mention]) -> Mention | None:
    """The mention to act on: the best resolved one, else the best ambiguous one."""
    resolved = [m for m in mentions if isinstance(m.answer, Resolved)]
    ambiguous = [m for m in mentions if isinstance(m.answer, Ambiguous)]
    return next(iter([*resolved, *ambiguous]), None)
