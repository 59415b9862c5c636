"""How much speaks for a run of words in a message being meant as a place at all."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from resources_index.places import lexicon
from resources_index.places.answers import Unknown
from resources_index.places.fold import fold
from resources_index.places.resolve import Resolver
from resources_index.places.states import WORDS_TOO, is_full_name, state_code
from resources_index.places.tables import Tables

MEANT = 2.0
_AFTER_A_PLACE = frozenset(
    "area please need needs no my i i'm im we and help looking mom dad here por necesito ocupo mi ayuda".split()
)
_START_PEOPLE = 10_000
KINDS = frozenset(["county", "parish", "borough", "municipio", "condado", "region"])
_NO_NAME = frozenset("central downtown rural upstate of a".split())
_LETTERS_OF_A_MISSPELT = 5
_BIG = 150_000
_WELL_KNOWN_COUNTY = 100_000
_LEAST_OF_A_RARE_NAME = 6
_ON_ITS_SIDE = re.compile(r"\s+(?:side|area|suburbs?)\b", re.IGNORECASE)
_TILDE = re.compile("[ñÑ]")
_SMALL_WORDS = ("in", "or", "me", "hi", "de", "as", "ok")


@dataclass(frozen=True)
class Word:
    """message[start:end], as written and folded."""

    start: int
    end: int
    raw: str
    folded: str


@dataclass(frozen=True)
class Run:
    """`length` words from word `at`, and what stands around them."""

    message: str
    words: Sequence[Word]
    at: int
    length: int

    @property
    def own(self) -> Sequence[Word]:
        """The words themselves."""
        return self.words[self.at : self.at + self.length]

    @property
    def name(self) -> str:
        """Folded."""
        return " ".join(word.folded for word in self.own)

    @property
    def before(self) -> str:
        """The folded word before, or nothing."""
        return self.words[self.at - 1].folded if self.at else ""

    @property
    def before_that(self) -> str:
        """The folded word before the word before, or nothing."""
        return self.words[self.at - 2].folded if self.at > 1 else ""

    @property
    def next(self) -> Word | None:
        """The word right after, with nothing but a space between."""
        end = self.at + self.length
        if end >= len(self.words):
            return None
        word = self.words[end]
        return word if not self.message[self.own[-1].end : word.start].strip() else None

    @property
    def parted(self) -> bool:
        """Whether a comma or a dash stands right before."""
        return self.message[: self.start].rstrip()[-1:] in (",", "-")

    @property
    def whole(self) -> bool:
        """Whether the message is nothing else."""
        return len(self.words) == self.length

    @property
    def start(self) -> int:
        """Where it begins in the message."""
        return self.own[0].start

    @property
    def end(self) -> int:
        """Where it ends in the message."""
        return self.own[-1].end


class Evidence:
    """Weighs runs with the help of the tables and the resolver."""

    def __init__(self, tables: Tables, resolver: Resolver) -> None:
        self._tables, self._resolver = tables, resolver

    def weigh(self, run: Run, hints: Sequence[str], state: str | None) -> float:
        """MEANT or more where it is a place; `state` is one that the message names by itself."""
        name = run.name
        prepared = is_prepared(run)
        total = 0.0
        if prepared or run.before in lexicon.LIVES | lexicon.SAYS:
            total += 1.5
        if name in lexicon.COUNTRIES and not run.whole:
            return 0.0
        if any(name in fold(hint) for hint in hints):
            total += 0.7
        if is_full_name(name):
            return self._of_a_state(run, total)
        if name in lexicon.ORDINARY_PHRASES:
            return 0.0
        if name in self._tables.vague or name.removeprefix("the ") in self._tables.vague:
            return total + (2.5 if prepared or run.before == "on" or run.whole else 1.7)
        beside = self._beside_a_state(run)
        if beside is not None:
            return 0.0 if beside == 0.0 else total + beside
        if any(word.folded in KINDS for word in run.own):
            named = not isinstance(self._resolver.resolve(name), Unknown)
            return total + (3.0 if named and run.length > 1 else 0.0)
        if self._starts(run):
            total += 1.4
        total -= is_somebody_or_something(run, prepared)
        if not self._known(name, state):
            tried = (prepared or run.at == 0) and len(name) >= _LETTERS_OF_A_MISSPELT + 1
            return total + 2.0 if tried and self._resolver.misspelt_city(name) else 0.0
        if state is not None and self._resolver.town_in(name, state):
            total += 1.5 if run.at == 0 or not run.parted else 2.1
        return total + self._bare_name(run)

    def _of_a_state(self, run: Run, total: float) -> float:
        if any(_TILDE.search(word.raw) for word in run.own):
            # "La montaña" is no Montana.
            return 0.0
        total -= is_somebody_or_something(run, total > 0)
        return total + (0.7 if run.name in lexicon.ORDINARY else 2.2)

    def _starts(self, run: Run) -> bool:
        """Whether a message begins with a town of some size: "houston. need food"."""
        cities = self._tables.cities.get(run.name, [])
        if run.at != 0 or run.whole or run.name in lexicon.ORDINARY:
            return False
        if not cities or cities[0].population < _START_PEOPLE:
            return False
        if cities[0].population >= _BIG:
            return True
        after = run.message[run.end :].lstrip()
        return after[:1] in ".,;:-" or run.words[run.length].folded in _AFTER_A_PLACE

    def _beside_a_state(self, run: Run) -> float | None:
        """What a town with its state counts, 0 when the state is more likely a word; None for no such pair."""
        own = run.own
        for cut in range(len(own) - 1, 0, -1):
            lead, last = own[:cut], own[-1]
            code = state_code(" ".join(word.folded for word in own[cut:]), fuzzy=True)
            code = "MT" if last.folded == "mount" and cut == len(own) - 1 else code
            if code is None or _TILDE.search(last.raw):
                continue
            linked = _without_link(lead)
            if linked is not None:
                pair = self._town_in_a_state(linked, code, own[cut:])
                if pair is not None:
                    return pair
                continue
            city = " ".join(word.folded for word in lead)
            exact = self._resolver.town_in(city, code)
            # "in" or "me" after a name is a word unless it is written as a code.
            written = last.raw.isupper() or "," in run.message[own[-2].end - 1 : last.start + 1]
            abbreviated = len(last.folded) > 2 and last.raw[:1].isupper()
            risky = last.folded in WORDS_TOO and not (written or abbreviated)
            if exact and risky:
                return 0.0 if last.folded in _SMALL_WORDS else 2.2
            if exact:
                return 3.0
            cut_short = run.before in lexicon.PARTS_OF_NAMES
            if not risky and not cut_short and self._may_be_misspelt(lead, city, code, run.whole):
                return 2.5
        return None

    def _town_in_a_state(
        self, town: Sequence[Word], code: str, state: Sequence[Word]
    ) -> float | None:
        """ "Athens in Georgia"; not "a house in Georgia"."""
        city = " ".join(word.folded for word in town)
        if not is_full_name(" ".join(word.folded for word in state)):
            return None
        usual = all(word.folded in self._tables.everyday for word in town)
        named = all(word.raw[:1].isupper() for word in town)
        if (usual or city in lexicon.ORDINARY) and not named:
            return None
        return 3.0 if self._resolver.town_in(city, code) else None

    def _may_be_misspelt(self, lead: Sequence[Word], city: str, code: str, whole: bool) -> bool:
        first = lead[0].folded
        if len(city) < _LETTERS_OF_A_MISSPELT or first in _NO_NAME | lexicon.LIVES:
            return False
        if any(word.folded in self._tables.everyday for word in lead[:1]) and len(lead) == 1:
            return False
        return self._resolver.misspelt_town_in(city, code, sure=not whole)

    def _known(self, name: str, state: str | None) -> bool:
        known = name in self._tables.cities or name in self._tables.nicknames
        in_state = state is not None and self._resolver.town_in(name, state)
        return known or in_state or self._is_a_large_county(name)

    def _is_a_large_county(self, name: str) -> bool:
        return self._people_of_counties(name) >= _WELL_KNOWN_COUNTY

    def _people_of_counties(self, name: str) -> int:
        counties = self._tables.counties_by_name.get(name, [])
        return max((self._tables.people[county.fips] for county in counties), default=0)

    def _bare_name(self, run: Run) -> float:
        name, message, own = run.name, run.message, run.own
        cities = self._tables.cities.get(name, [])
        nick = name in self._tables.nicknames
        if len(name) < 4 and not (nick and own[0].raw.isupper()):
            return -9.0
        total = 2.0 if nick else 0.0
        after = message[run.end :]
        if _ON_ITS_SIDE.match(after):
            total += 1.5
        ordinary = name in lexicon.ORDINARY
        if run.start == 0 and own[0].raw[:1].isupper() and after[:1] == "," and not ordinary:
            total += 1.0
        if ordinary:
            total -= 1.5
        people = cities[0].population if cities else self._people_of_counties(name)
        if people >= _BIG:
            total += 1.2
        elif cities and cities[0].population == 0:
            total -= 0.8
        elif len(cities) == len(own) == 1 and len(name) >= _LEAST_OF_A_RARE_NAME and not ordinary:
            total += 0.0 if name in self._tables.everyday else 0.6
        written_big = all(word.raw[:1].isupper() for word in own)
        if written_big and message != message.upper() and run.start > 0:
            total += 1.0
        if len(own) > 1:
            total += 0.8
        if _stands_alone(message, run.start, run.end):
            total += 0.8
        return total + 0.6


def is_prepared(run: Run) -> bool:
    """Whether a word before it says that a place follows: "near", "south of", "home is"."""
    before, before_that = run.before, run.before_that
    if before in lexicon.BEFORE_PLACE or (
        before in lexicon.LINKING and before_that in lexicon.BEFORE_PLACE
    ):
        return True
    if before in ("of", "de", "del") and before_that in lexicon.DIRECTIONS:
        return True
    return before in ("is", "es") and before_that in lexicon.HOMES


def is_somebody_or_something(run: Run, prepared: bool) -> float:
    """How much speaks for a name being a person's or a thing's: "my nurse Charlotte", "Boston Market"."""
    close = not run.message[run.words[run.at - 1].end : run.start].strip() if run.at else False
    after = run.next
    if close and run.before in lexicon.CALLED:
        return 3.0
    if after is not None and (
        after.folded in lexicon.THINGS or after.raw.lower().rstrip(".") in lexicon.STREET
    ):
        return 3.0 if not prepared or after.folded not in lexicon.HOUSES else 0.0
    if run.message[run.end : run.end + 2] in ("'s", "’s") or run.own[-1].raw.endswith(("'s", "’s")):
        return 3.0
    if prepared or after is None:
        return 0.0
    if close and run.before in lexicon.OTHERS | lexicon.YOUNGER:
        return 3.0
    if close and run.before_that in lexicon.WHOSE and run.before not in lexicon.HOMES:
        return 3.0
    if (
        close
        and run.length == 1
        and run.before in lexicon.DETERMINERS
        and not _ON_ITS_SIDE.match(run.message[run.end :])
    ):
        return 1.5
    return 0.0


def _without_link(lead: Sequence[Word]) -> Sequence[Word] | None:
    """The words before "in" or "in the" at the end; None where there is no such end."""
    for link in (2, 1):
        ending = " ".join(word.folded for word in lead[-link:])
        if len(lead) > link and ending in lexicon.LINKS_TO_A_STATE:
            return lead[:-link]
    return None


def _stands_alone(message: str, start: int, end: int) -> bool:
    """Whether a name is a clause of its own: "cant afford insulin. tampa"."""
    before, after = message[:start].rstrip(), message[end:].lstrip()
    return bool(before) and before[-1] in ".,;:!?-" and (not after or after[0] in ".,;:!?")
