"""Every run of words in a message that names a place, whether it is meant or not; the chooser decides."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from resources_index.places import lexicon
from resources_index.places.answers import Resolved, Unknown
from resources_index.places.beside import TownFinder
from resources_index.places.counties_said import CountyFinder
from resources_index.places.denied import denied
from resources_index.places.make import city_place
from resources_index.places.named import Named
from resources_index.places.resolve import Resolver
from resources_index.places.run import Run
from resources_index.places.said import Said
from resources_index.places.states import state_code
from resources_index.places.states_said import StateFinder, state_of
from resources_index.places.tables import Tables

_LONGEST_NAME = 4
_LETTERS_ALONE = 6
# What is a part of these is nothing by itself: the Burlinton of "Burlinton, Vermont", the Norte of "Carolina del Norte".
_WHOLE = frozenset(
    "state beside beside_misspelt county_beside vague nick exact by_county in_state".split()
)
_LEFT = frozenset("from left desde leaving".split())
_THE, _NOT = frozenset(["the", "el", "la"]), frozenset(["not", "no"])
_CITY = re.compile(r" (?:city|town|village)$")


class NameFinder:
    """Finds names with the help of the tables and the resolver."""

    def __init__(self, tables: Tables, resolver: Resolver) -> None:
        self._tables, self._resolver = tables, resolver
        self._resolve = functools.lru_cache(maxsize=20_000)(resolver.resolve)
        names = {
            *tables.cities,
            *tables.nicknames,
            *tables.counties_by_name,
            *tables.vague,
            *tables.quarters,
            *tables.sounds,
        }
        self._names = frozenset(name for name in names if name)
        self._states = StateFinder(tables, resolver, self._names)
        self._towns = TownFinder(tables, resolver)
        self._counties = CountyFinder(tables, resolver)
        self._first_words = frozenset(name.split()[0] for name in self._names)

    def find(self, said: Said) -> list[Named]:
        """All names, in the order in which they begin."""
        states = list(self._states.find(said))
        with_state = [named for state in states for named in self._towns.find(said, state)]
        taken = {(n.first, n.last) for n in with_state}
        beside = {n.last for n in with_state if n.how == "beside"}
        alone = [state for state in states if state.at + state.length not in beside]
        states_alone = list(self._states.alone(said, alone))
        codes = {
            state_of(named)
            for named in states_alone
            if named.how == "state" and not _left_or_denied(said, named)
        } - {None}
        near = codes.pop() if len(codes) == 1 else None
        found = [*with_state, *states_alone]
        found += [n for n in self._counties.find(said) if (n.first, n.last) not in taken]
        known = {(n.first, n.last) for n in found}
        found += [n for n in self._by_name(said, near) if (n.first, n.last) not in known]
        whole = [n for n in found if n.how in _WHOLE and n.run.length > 1]
        found = [n for n in found if not any(other.covers(n) for other in whole)]
        return sorted(found, key=lambda n: (n.first, -n.last))

    def _by_name(self, said: Said, near: str | None) -> Iterator[Named]:
        for at, word in enumerate(said.words):
            if word.folded.split(" ")[0] in self._first_words:
                for length in range(min(_LONGEST_NAME, len(said.words) - at), 0, -1):
                    if any(said.parted[at + 1 : at + length]):
                        continue
                    yield from self._known(Run(said.message, said.words, at, length), near)
            yield from self._misspelt(said, at)

    def _known(self, run: Run, near: str | None) -> Iterator[Named]:
        name, tables = run.name, self._tables
        text = run.message[run.start : run.end].rstrip(".")
        if name not in self._names and text.endswith(("'s", "’s")):
            # "Burlington's Old North End".
            name, text = name.removesuffix("s"), text[:-2]
        known = name in self._names or (_CITY.search(name) and _CITY.sub("", name) in self._names)
        if not known or state_code(name) is not None:
            return
        if near is not None and self._resolver.town_in(name, near):
            answer = self._resolve(text, near)
            if isinstance(answer, Resolved):
                yield Named(run, answer, "in_state")
                if answer == self._resolve(text):
                    return
        how = "exact"
        if name in tables.vague:
            how = "vague"
        elif name in tables.nicknames:
            how = "nick"
        elif name not in tables.cities:
            how = "misspelt" if name in tables.sounds else "quarter"
            how = "by_county" if name in tables.counties_by_name else how
        answer = self._resolve(text)
        if not isinstance(answer, Unknown):
            yield Named(run, answer, how)

    def _misspelt(self, said: Said, at: int) -> Iterator[Named]:
        """Large cities with a letter wrong, or as they sound."""
        for length in (3, 2, 1):
            if at + length > len(said.words) or any(said.parted[at + 1 : at + length]):
                continue
            run = Run(said.message, said.words, at, length)
            name = run.name
            if (
                len(name) < _LETTERS_ALONE
                or name in self._names
                or run.own[0].folded in lexicon.NOT_IN_A_NAME
            ):
                continue
            city = self._resolver.known_city_like(name)
            if city is not None:
                text = said.message[run.start : run.end]
                yield Named(run, Resolved(city_place(city, self._tables, text)), "misspelt")
                return


def _left_or_denied(said: Said, state: Named) -> bool:
    """Whether it is the state that somebody came from, or that is said not to be it: it says nothing of a town elsewhere."""
    before = state.run.before in _LEFT or (
        state.run.before in _THE and state.run.before_that in _NOT
    )
    return before or denied(said.message, state.run.start, state.run.end, others=True)
