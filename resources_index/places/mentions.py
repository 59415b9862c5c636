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
from resources_index.places.company import Company
from resources_index.places.fold import fold
from resources_index.places.numbers import NumberFinder
from resources_index.places.resolve import Resolver
from resources_index.places.states import WORDS_TOO, is_full_name, state_code
from resources_index.places.tables import Tables
from resources_index.places.whose import whose

_WORD = re.compile(r"[A-Za-zÀ-ÿ0-9][A-Za-zÀ-ÿ0-9'’.\-]*")
_AFTER_A_PLACE = frozenset(
    "area please need needs no my i i'm im we and help looking mom dad here por necesito ocupo mi ayuda".split()
)
_START_PEOPLE = 10_000
_KINDS = frozenset(["county", "parish", "borough", "municipio", "condado"])
_ARTICLES = frozenset(["el", "the", "la", "in", "en", "de"])
_NEVER_FIRST = lexicon.BEFORE_PLACE | {"out", "over", "up", "down"}
_NO_NAME = frozenset("central downtown rural upstate of a".split())
_LONGEST = 4
_LETTERS_OF_A_MISSPELT = 5
_MEANT = 2.0
_BIG = 150_000


_ON_ITS_SIDE = re.compile(r"\s+(?:side|area)\b", re.IGNORECASE)
# "Pine Ridge reservation, South Dakota": words between a town and its state.
_FILLER = re.compile(
    r"\b(?:(?:indian )?reservation|rez|twp\.?|township|nation|pueblo)\b(?:,? in\b)?(?=[\s,]+[A-Za-z])",
    re.IGNORECASE,
)


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
        self._numbers = NumberFinder(resolver)
        self._company = Company(tables, resolver)

    def find(self, message: str, hints: Sequence[str], asked: bool) -> list[Mention]:
        """Mentions, the one where help is needed first."""
        if message.strip() in ("LA", "la", "La"):
            return [self._city_or_louisiana(message)]
        found = self._numbers.find(message)
        if found:
            return sorted(found, key=lambda mention: -mention.score)
        exact = self._company.said_exactly(message)
        if exact is not None:
            return [exact]
        said = _FILLER.sub(lambda filler: " " * len(filler.group()), message)
        found = self._named(message, hints)
        if said != message and not any(_has_a_county(mention) for mention in found):
            found = self._named(said, hints) or found
        if found or not asked:
            return self._company.sorted_out(message, found)
        return self._whole(message)

    def _city_or_louisiana(self, message: str) -> Mention:
        """Two letters alone are the city or the state."""
        choices = [self._resolver.resolve(name) for name in ("Los Angeles, CA", "Louisiana")]
        places = tuple(answer.place for answer in choices if isinstance(answer, Resolved))
        return Mention(0, len(message), message.strip(), Ambiguous(places), _MEANT)

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
            if self._begins_with_an_article(run) or run[0].folded in _NEVER_FIRST:
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
            score = evidence + whose(message, start, end)
            return Mention(start, end, text, answer, score), length
        return None, 1

    def _begins_with_an_article(self, run: list[_Word]) -> bool:
        """ "The county", but not De Kalb County."""
        if run[0].folded not in _ARTICLES or not any(word.folded in _KINDS for word in run):
            return False
        return " ".join(word.folded for word in run[:2]) not in self._tables.counties_by_name

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
        if prepared or before in lexicon.LIVES | lexicon.SAYS:
            total += 1.5
        after = words[at + length].folded if len(words) > at + length else ""
        if after in lexicon.THINGS or (name in lexicon.COUNTRIES and len(words) > length):
            return 0.0
        if any(name in fold(hint) for hint in hints):
            total += 0.7
        if is_full_name(name):
            first_name = name in lexicon.ORDINARY
            return total + (0.7 if first_name else 2.2)
        if name in lexicon.ORDINARY_PHRASES:
            return 0.0
        if name in self._tables.vague or name.removeprefix("the ") in self._tables.vague:
            return total + (2.5 if prepared or before == "on" or len(words) == length else 1.7)
        beside = self._beside_a_state(run, message, len(words) == length, before)
        if beside is not None:
            return 0.0 if beside == 0.0 else total + beside
        if any(word.folded in _KINDS for word in run):
            named = not isinstance(self._resolver.resolve(name), Unknown)
            return total + (3.0 if named and length > 1 else 0.0)
        if self._starts(message, words, at, length, name):
            total += 1.4
        if before in lexicon.OTHERS | lexicon.CALLED and len(words) > at + length:
            total -= 1.0
        if not self._known(name):
            tried = (prepared or at == 0) and len(name) >= _LETTERS_OF_A_MISSPELT + 1
            return total + 2.0 if tried and self._resolver.misspelt_city(name) else 0.0
        return total + self._bare_name(message, run, name)

    def _starts(self, message: str, words: list[_Word], at: int, length: int, name: str) -> bool:
        """Whether a message begins with a town of some size: "houston. need food"."""
        cities = self._tables.cities.get(name, [])
        if at != 0 or len(words) == length or name in lexicon.ORDINARY:
            return False
        if not cities or cities[0].population < _START_PEOPLE:
            return False
        if cities[0].population >= _BIG:
            return True
        after = message[words[length - 1].end :].lstrip()
        return after[:1] in ".,;:-" or words[length].folded in _AFTER_A_PLACE

    def _beside_a_state(
        self, run: list[_Word], message: str, whole: bool, before: str
    ) -> float | None:
        """What a town with its state counts, 0 when the state is more likely a word; None for no such pair."""
        for cut in range(len(run) - 1, 0, -1):
            city = " ".join(word.folded for word in run[:cut])
            last = run[-1]
            code = state_code(" ".join(word.folded for word in run[cut:]), fuzzy=True)
            code = "MT" if last.folded == "mount" and cut == len(run) - 1 else code
            if code is None:
                continue
            exact = self._resolver.town_in(city, code)
            # "in" or "me" after a name is a word unless it is written as a code.
            written = last.raw.isupper() or "," in message[run[-2].end - 1 : last.start + 1]
            abbreviated = len(last.folded) > 2 and last.raw[:1].isupper()
            risky = last.folded in WORDS_TOO and not (written or abbreviated)
            if exact and risky:
                return 0.0 if last.folded in ("in", "or", "me", "hi", "de", "as", "ok") else 2.2
            if exact:
                return 3.0
            cut_short = before in lexicon.PARTS_OF_NAMES
            if not risky and not cut_short and self._may_be_misspelt(run[:cut], city, code, whole):
                return 2.5
        return None

    def _may_be_misspelt(self, lead: list[_Word], city: str, code: str, whole: bool) -> bool:
        first = lead[0].folded
        if len(city) < _LETTERS_OF_A_MISSPELT or first in _NO_NAME | lexicon.LIVES:
            return False
        if any(word.folded in self._tables.everyday for word in lead[:1]) and len(lead) == 1:
            return False
        return self._resolver.misspelt_town_in(city, code, sure=not whole)

    def _known(self, name: str) -> bool:
        return name in self._tables.cities or name in self._tables.nicknames

    def _bare_name(self, message: str, run: list[_Word], name: str) -> float:
        cities = self._tables.cities.get(name, [])
        nick = name in self._tables.nicknames
        if len(name) < 4 and not (nick and run[0].raw.isupper()):
            return -9.0
        total = 2.0 if nick else 0.0
        after = message[run[-1].end :]
        if _ON_ITS_SIDE.match(after):
            total += 1.5
        if (
            run[0].start == 0
            and run[0].raw[:1].isupper()
            and after[:1] == ","
            and name not in lexicon.ORDINARY
        ):
            total += 1.0
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


def _breaks(message: str, first: _Word, second: _Word) -> bool:
    """Whether more than a space or a comma stands between two words."""
    between = message[first.end : second.start].strip()
    return between not in ("", ",") or (first.raw.endswith(".") and len(first.raw) > 4)


def main_place(mentions: Sequence[Mention]) -> Mention | None:
    """The mention to act on: the best resolved one, else the best ambiguous one."""
    resolved = [m for m in mentions if isinstance(m.answer, Resolved)]
    ambiguous = [m for m in mentions if isinstance(m.answer, Ambiguous)]
    return next(iter([*resolved, *ambiguous]), None)


def _has_a_county(mention: Mention) -> bool:
    return isinstance(mention.answer, Resolved) and bool(mention.answer.place.counties)
