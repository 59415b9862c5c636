"""How much speaks for a run of words in a message being meant as a place at all."""

from __future__ import annotations

import re
from collections.abc import Sequence

from resources_index.places import lexicon
from resources_index.places.answers import Unknown
from resources_index.places.beside import TILDE, BesideAState
from resources_index.places.fold import fold
from resources_index.places.resolve import Resolver
from resources_index.places.run import Run
from resources_index.places.states import is_full_name, is_misspelt_state
from resources_index.places.tables import Tables

MEANT = 2.0
_AFTER_A_PLACE = frozenset(
    "area please need needs no my i i'm im we and help looking mom dad here por necesito ocupo mi ayuda".split()
)
_START_PEOPLE = 10_000
KINDS = frozenset(["county", "parish", "borough", "municipio", "condado", "region"])
_LETTERS_OF_A_MISSPELT = 5
_BIG = 150_000
_KNOWN_THOUGH_A_WORD, _KNOWN_TO_ALL = 50_000, 500_000
_SPANISH_BEFORE = ("en", "por", "de", "del", "al", "a", "cerca", "desde")
_ENGLISH_KINDS = ("county", "parish", "borough", "region")
_I_SAY = ("dije", "digo", "quise")
_SHORTEST = 4
_SHORT_WORDS = ("la", "oc", "sa", "si")
_ARTICLE = re.compile(r"^(?:el|la|los|las|the) ")
_WELL_KNOWN_COUNTY = 100_000
_LEAST_OF_A_RARE_NAME = 6
_THE_STATE = re.compile(r"^,? (?:the|el) (?:state|estado)\b", re.IGNORECASE)
_ON_ITS_SIDE = re.compile(r"\s+(?:side|area|suburbs?)\b", re.IGNORECASE)


class Evidence:
    """Weighs runs with the help of the tables and the resolver."""

    def __init__(self, tables: Tables, resolver: Resolver) -> None:
        self._tables, self._resolver = tables, resolver
        self._beside = BesideAState(tables, resolver)

    def weigh(self, run: Run, hints: Sequence[str], state: str | None) -> float:
        """MEANT or more where it is a place; `state` is one that the message names by itself."""
        name = run.name
        prepared = is_prepared(run)
        says = run.before in lexicon.SAYS and (
            run.before in _I_SAY or run.at == 1 or run.before_that in lexicon.WRITER
        )
        total = 1.5 if prepared or run.before in lexicon.LIVES or says else 0.0
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
        beside = self._beside.weigh(run)
        if beside is not None:
            return 0.0 if beside == 0.0 else total + beside
        if self._is_a_word(run, prepared, state):
            return 0.0
        if any(word.folded in KINDS for word in run.own):
            return total + (3.0 if self._is_a_county(run) else 0.0)
        return self._of_a_name(run, total, prepared, state)

    def _is_a_county(self, run: Run) -> bool:
        """Not "the county park", "the power co" or "across county line"."""
        first, last = run.own[0], run.own[-1]
        if (
            run.length == 1
            or first.folded in _ENGLISH_KINDS
            or is_somebody_or_something(run, prepared=True) > 0
        ):
            return False
        if last.raw == "co" and first.folded in self._tables.town_words:
            return False
        return not isinstance(self._resolver.resolve(run.name), Unknown)

    def _of_a_name(self, run: Run, total: float, prepared: bool, state: str | None) -> float:
        """A town, a nickname or a county without its state."""
        name = run.name
        total += 1.4 if self._starts(run) else 0.0
        total -= is_somebody_or_something(run, prepared)
        if self._known(name, state):
            if state is not None and self._resolver.town_in(name, state):
                total += 1.5 if run.at == 0 or not run.parted else 2.1
            return total + self._bare_name(run)
        if is_misspelt_state(name, self._tables.everyday | self._tables.lookalikes):
            return total + 2.0
        if state is not None and (prepared or run.parted) and self._is_misspelt_in(run, state):
            return total + 2.0
        tried = (prepared or run.at == 0) and len(name) >= _LETTERS_OF_A_MISSPELT + 1
        return total + 2.0 if tried and self._resolver.misspelt_city(name, prepared) else 0.0

    def _is_misspelt_in(self, run: Run, state: str) -> bool:
        """ "Conneticut, Bridgport": a name beside the state that the message names, and no usual word."""
        name = run.name
        usual = any(word.folded in self._tables.everyday for word in run.own)
        if usual or name in self._tables.town_words or len(name) <= _LETTERS_OF_A_MISSPELT:
            return False
        return self._resolver.misspelt_town_in(name, state, sure=True)

    def _is_a_word(self, run: Run, prepared: bool, state: str | None) -> bool:
        """Whether a name stands where it is read as a word: "in the wall", "took the keys", "desde ayer"."""
        name = _ARTICLE.sub("", run.name)
        if name not in self._tables.town_words or run.whole or not run.looks_common:
            return False
        if (
            state is not None
            and run.own[0].raw[:1].isupper()
            and self._resolver.town_in(run.name, state)
        ):
            return False
        cities = self._tables.cities.get(run.name, [])
        people = cities[0].population if cities else 0
        begins = run.at == 0 and run.after[:1] in tuple(",.;:")
        if run.at == 0 and (people >= _BIG or (begins and self._is_a_municipio(run.name))):
            return False
        if _ARTICLE.match(run.name) and run.before in _SPANISH_BEFORE and people < _KNOWN_TO_ALL:
            # "En el cajon" is in the drawer.
            return True
        known = people >= _KNOWN_THOUGH_A_WORD or run.name in self._tables.nicknames
        return run.before in lexicon.DETERMINERS or not (prepared and known)

    def _is_a_municipio(self, name: str) -> bool:
        return any(county.state == "PR" for county in self._tables.counties_by_name.get(name, []))

    def _of_a_state(self, run: Run, total: float) -> float:
        if any(TILDE.search(word.raw) for word in run.own):
            # "La montaña" is no Montana.
            return 0.0
        after = run.next
        if after is not None and f"{run.name} {after.folded}" in self._tables.cities:
            # The Kansas of Kansas City, the Virginia of Virginia Beach.
            return 0.0
        if _THE_STATE.match(run.after):
            return total + 3.0
        total -= is_somebody_or_something(run, total > 0)
        if run.name in lexicon.ORDINARY:
            return total + 0.7
        # "We saw Alaska on a cruise" needs a word before it that a place follows.
        led = total > 0 or run.before in ("of", "on", "de", "for", "del", "para")
        amid = run.at > 0 and run.after.strip(" .,!?") != "" and not run.parted and not led
        return total + (1.6 if amid and run.after[:1] not in ".,;!?" else 2.2)

    def _starts(self, run: Run) -> bool:
        """Whether a message begins with a town of some size: "houston. need food"."""
        cities = self._tables.cities.get(run.name, [])
        if run.at != 0 or run.whole or run.name in lexicon.ORDINARY:
            return False
        people = cities[0].population if cities else 0
        if people >= _BIG:
            return True
        if (
            people < _START_PEOPLE
            and not self._is_rare(run)
            and not self._is_a_county_alone(run.name)
        ):
            return False
        return run.after.lstrip()[:1] in tuple(".,;:-") or (
            run.words[run.length].folded in _AFTER_A_PLACE
        )

    def _is_rare(self, run: Run) -> bool:
        """Whether one town alone bears the name, and it is no everyday word."""
        name = run.name
        if len(self._tables.cities.get(name, [])) != 1 or len(name) < _LEAST_OF_A_RARE_NAME:
            return False
        if run.length > 1:
            return run.at == 0 and all(word.raw[:1].isupper() for word in run.own)
        return name not in lexicon.ORDINARY and name not in self._tables.everyday

    def _known(self, name: str, state: str | None) -> bool:
        known = name in self._tables.cities or name in self._tables.nicknames
        known = known or self._is_a_county_alone(name)
        in_state = state is not None and self._resolver.town_in(name, state)
        return known or in_state or self._is_a_large_county(name)

    def _is_a_large_county(self, name: str) -> bool:
        return self._people_of_counties(name) >= _WELL_KNOWN_COUNTY

    def _ends_an_address(self, run: Run) -> bool:
        """ "1200 Elm St Dayton"."""
        street = run.at > 0 and run.words[run.at - 1].raw.lower().rstrip(".") in lexicon.STREET
        return street and any(char.isdigit() for char in run.message[: run.start])

    def _is_a_county_alone(self, name: str) -> bool:
        """Whether one county bears a name that is nothing else: Aroostook."""
        one = len(self._tables.counties_by_name.get(name, [])) == 1
        return one and len(name) > _LEAST_OF_A_RARE_NAME and name not in self._tables.town_words

    def _people_of_counties(self, name: str) -> int:
        counties = self._tables.counties_by_name.get(name, [])
        return max((self._tables.people[county.fips] for county in counties), default=0)

    def _bare_name(self, run: Run) -> float:
        name, message, own = run.name, run.message, run.own
        cities = self._tables.cities.get(name, [])
        nick = name in self._tables.nicknames
        after = run.after
        if len(name) < _SHORTEST and not (nick and _may_be_short(run)):
            return -9.0
        own_name = fold(self._tables.nicknames.get(name, "").rpartition(", ")[0]) == name
        total = 2.0 if nick and not own_name else 0.0
        if _ON_ITS_SIDE.match(after):
            total += 0.8
        if after.strip(" .!") == "" and self._ends_an_address(run):
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
        elif self._is_rare(run):
            total += 0.6
        written_big = all(word.raw[:1].isupper() for word in own)
        if written_big and message != message.upper() and run.start > 0:
            total += 1.0
        if len(own) > 1:
            total += 0.8
        if _stands_alone(run):
            total += 0.8
        return total + 0.6


def is_prepared(run: Run) -> bool:
    """Whether a word before it says that a place follows: "near", "south of", "home is"."""
    before, before_that = run.before, run.before_that
    if before in lexicon.BEFORE_PLACE or (
        before in lexicon.LINKING and before_that in lexicon.BEFORE_PLACE
    ):
        return True
    if before in ("of", "de", "del") and before_that in lexicon.DIRECTIONS | lexicon.SPANISH_BE:
        return True
    return before in ("is", "es") and before_that in lexicon.HOMES


def is_somebody_or_something(run: Run, prepared: bool) -> float:
    """How much speaks for a name being a person's or a thing's: "my nurse Charlotte", "Boston Market"."""
    close = not run.message[run.words[run.at - 1].end : run.start].strip() if run.at else False
    after = run.next
    if close and run.before in lexicon.CALLED | lexicon.ONE_OF:
        return 3.0
    if after is not None and (
        after.folded in lexicon.THINGS or after.raw.lower().rstrip(".") in lexicon.STREET
    ):
        return 3.0 if not prepared or after.folded not in lexicon.HOUSES else 0.0
    if run.after[:2] in ("'s", "’s") or run.own[-1].raw.endswith(("'s", "’s")):
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
        and not _ON_ITS_SIDE.match(run.after)
    ):
        return 1.5
    return 0.0


def _stands_alone(run: Run) -> bool:
    """Whether a name is a clause of its own: "cant afford insulin. tampa"."""
    before, after = run.message[: run.start].rstrip(), run.after.lstrip()
    return bool(before) and before[-1] in ".,;:!?-" and (not after or after[0] in ".,;:!?")


def _may_be_short(run: Run) -> bool:
    """Whether "jax" or "slc" stands where a place does; "la" is a word."""
    if run.own[0].raw.isupper():
        return True
    return run.name not in _SHORT_WORDS and (run.at == 0 or is_prepared(run) or _stands_alone(run))
