"""Towns and stretches of country right before their state, and linked to it: "Athens in Georgia"."""

from __future__ import annotations

import functools
from collections.abc import Iterator

from resources_index.places import lexicon
from resources_index.places.answers import Resolved, Unknown
from resources_index.places.named import Named
from resources_index.places.resolve import Resolver
from resources_index.places.run import Run
from resources_index.places.said import NOTHING, STOP, Said
from resources_index.places.states import is_full_name
from resources_index.places.states_said import StateSaid
from resources_index.places.tables import Tables

_LONGEST_NAME = 4
_LETTERS_OF_A_MISSPELT = 5
_LARGE_IN_COLORADO = 50_000
_LINKS = frozenset(["in", "en", "the", "of"])
# "Eastern Kentucky" is no hamlet of that name.
_NO_NAME = frozenset(
    "eastern western northern southern central upstate rural downtown southeastern southwestern northeastern northwestern".split()
)


class TownFinder:
    """Finds towns beside states."""

    def __init__(self, tables: Tables, resolver: Resolver) -> None:
        self._tables, self._resolver = tables, resolver
        self._resolve = functools.lru_cache(maxsize=20_000)(resolver.resolve)

    def find(self, said: Said, state: StateSaid) -> Iterator[Named]:
        """Towns and stretches of country right before a state, and linked to it: "Athens in Georgia"."""
        end = state.at
        links = [0] if said.parted[end] != STOP else []
        if is_full_name(" ".join(w.folded for w in said.words[end : end + state.length])):
            links += [n for n in (2, 1) if self._linked(said, end, n)]
        for link in links:
            for length in range(min(_LONGEST_NAME, end - link), 0, -1):
                named = self._town(said, end - link - length, length, link, state)
                if named is not None:
                    yield named
                    break

    def _linked(self, said: Said, end: int, words: int) -> bool:
        link = " ".join(word.folded for word in said.words[max(0, end - words) : end])
        return (
            end > words
            and link in lexicon.LINKS_TO_A_STATE
            and STOP not in said.parted[end - words : end + 1]
        )

    def _town(self, said: Said, at: int, length: int, link: int, state: StateSaid) -> Named | None:
        if any(said.parted[at + 1 : at + length]):
            return None
        lead = said.words[at : at + length]
        name = " ".join(word.folded for word in lead)
        if lead[-1].folded in _LINKS or name in _NO_NAME or lead[0].raw.lower() in ("w", "s"):
            return None
        run = Run(said.message, said.words, at, length + link + state.length)
        if self._tables.nicknames.get(run.name) == state.code:
            # "West Texas" is no town of West.
            return None
        known = self._resolver.town_in(name, state.code) or name in self._tables.vague
        known = known or (length > 1 and self._is_a_county_of(name, state.code))
        how = "beside_word" if state.word and said.parted[state.at] == NOTHING else "beside"
        if not known:
            end = state.at + state.length
            amid = how == "beside_word" and end < len(said.words) and said.parted[end] == NOTHING
            if link or not self._may_be_misspelt(said, at, name, state):
                return None
            how = "beside_slip" if amid or state.how == "state_slip" else "beside_misspelt"
        if state.code == "CO" and how == "beside_word" and self._is_a_county_elsewhere(name):
            return None
        # "Greeley, CO" could be Greeley County.
        where = "Colorado" if state.code == "CO" else state.code
        answer = self._resolve(f"{said.message[lead[0].start : lead[-1].end].rstrip('.')}, {where}")
        if isinstance(answer, Unknown) or (
            isinstance(answer, Resolved) and answer.place.state != state.code
        ):
            return None
        return Named(run, answer, how)

    def _is_a_county_of(self, name: str, state: str) -> bool:
        """ "The Northwest Hills of Connecticut"."""
        return any(c.state == state for c in self._tables.counties_by_name.get(name, ()))

    def _is_a_county_elsewhere(self, name: str) -> bool:
        """ "weld co", "lake co" without a comma: the county is meant, unless the town is a large one of Colorado."""
        towns = [city for city in self._tables.cities.get(name, ()) if city.state == "CO"]
        large = bool(towns) and towns[0].population >= _LARGE_IN_COLORADO
        return not large and any(
            c.state != "CO" for c in self._tables.counties_by_name.get(name, ())
        )

    def _may_be_misspelt(self, said: Said, at: int, name: str, state: StateSaid) -> bool:
        words = name.split()
        before = said.words[at - 1].folded if at and not said.parted[at] else ""
        if (
            len(name) < _LETTERS_OF_A_MISSPELT
            or words[0] in lexicon.LIVES
            or before in lexicon.PARTS_OF_NAMES
        ):
            return False
        if lexicon.NOT_IN_A_NAME & set(words) or all(
            word in self._tables.everyday for word in words
        ):
            return False
        whole = len(said.words) == len(words) + state.length
        return self._resolver.misspelt_town_in(name, state.code, sure=not whole)
