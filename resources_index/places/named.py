"""Every run of words in a message that names a place, whether it is meant or not; the chooser decides.

How a run names it: "zip", "state", "code" (a state's letters), "exact", "county", "vague", "quarter", "misspelt",
"beside" (with its state), "beside_word" (with a state that is also a word: "mom or"), "beside_misspelt",
"in_state" (its state stands elsewhere in the message).
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from resources_index.places import lexicon
from resources_index.places.answers import Ambiguous, Answer, Resolved, Unknown
from resources_index.places.make import city_place, state_place
from resources_index.places.resolve import Resolver
from resources_index.places.run import Run
from resources_index.places.said import COMMA, NOTHING, STOP, Said
from resources_index.places.states import (
    STATES,
    WORDS_TOO,
    is_full_name,
    state_by_sound,
    state_code,
)
from resources_index.places.tables import Tables

_LONGEST_NAME, _LONGEST_STATE = 4, 3
_LETTERS_OF_A_MISSPELT = 5
_LETTERS_ALONE = 6
_ENYE = frozenset("ñÑ")
_COUNTY = frozenset(["county", "parish", "borough", "municipio", "region", "area"])
_CONDADO = frozenset(["condado", "municipio"])
_OF = frozenset(["de", "del", "of"])
_NOT_IN_A_NAME = frozenset(["in", "of", "and", "en", "y", "the", "is", "i", "or"])
# What is a part of these is nothing by itself: the Burlinton of "Burlinton, Vermont", the Norte of "Carolina del Norte".
_WHOLE = frozenset(
    [
        "state",
        "beside",
        "beside_misspelt",
        "county_beside",
        "vague",
        "nick",
        "exact",
        "by_county",
        "in_state",
    ]
)
_LINKS = frozenset(["in", "en", "the", "of"])
# "Eastern Kentucky" is no hamlet of that name.
_NO_NAME = frozenset(
    "eastern western northern southern central upstate rural downtown southeastern southwestern northeastern northwestern".split()
)
_CITY = re.compile(r" (?:city|town|village)$")


@dataclass(frozen=True)
class Named:
    """A run of words, the place that it names, and how."""

    run: Run
    answer: Answer
    how: str

    @property
    def first(self) -> int:
        """Its first word."""
        return self.run.at

    @property
    def last(self) -> int:
        """The word after its last."""
        return self.run.at + self.run.length

    def overlaps(self, other: Named) -> bool:
        """Whether they share a word."""
        return self.first < other.last and other.first < self.last

    def covers(self, other: Named) -> bool:
        """Whether the other is a part of it."""
        inside = self.first <= other.first and other.last <= self.last
        return inside and self.run.length > other.run.length


@dataclass(frozen=True)
class StateSaid:
    """words[at : at + length] name the state `code`; `word` says that they are also a usual word."""

    at: int
    length: int
    code: str
    how: str
    word: bool


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
        self._first_words = frozenset(name.split()[0] for name in self._names)

    def find(self, said: Said) -> list[Named]:
        """All names, in the order in which they begin."""
        states = list(self._states(said))
        with_state = [named for state in states for named in self._beside(said, state)]
        taken = {(n.first, n.last) for n in with_state}
        beside = {n.last for n in with_state if n.how == "beside"}
        alone = [state for state in states if state.at + state.length not in beside]
        states_alone = list(self._alone(said, alone))
        codes = {_state_of(named) for named in states_alone if named.how == "state"} - {None}
        near = codes.pop() if len(codes) == 1 else None
        found = [*with_state, *states_alone]
        found += [n for n in self._counties(said) if (n.first, n.last) not in taken]
        known = {(n.first, n.last) for n in found}
        found += [n for n in self._by_name(said, near) if (n.first, n.last) not in known]
        whole = [n for n in found if n.how in _WHOLE and n.run.length > 1]
        found = [n for n in found if not any(other.covers(n) for other in whole)]
        return sorted(found, key=lambda n: (n.first, -n.last))

    def _states(self, said: Said) -> Iterator[StateSaid]:
        for at, word in enumerate(said.words):
            for length in range(min(_LONGEST_STATE, len(said.words) - at), 0, -1):
                if any(said.parted[at + 1 : at + length]):
                    continue
                state = self._state(said, at, length)
                if state is not None and not _ENYE & set(word.raw):
                    yield state
                    break

    def _state(self, said: Said, at: int, length: int) -> StateSaid | None:
        own = said.words[at : at + length]
        name = " ".join(word.folded for word in own)
        if name == "mount":
            return StateSaid(at, length, "MT", "code", not own[0].raw.isupper())
        nick = self._tables.nicknames.get(name)
        code = state_code(name) or (nick if nick in STATES else None)
        if code is not None:
            how = "state" if is_full_name(name) or code == nick else "code"
            raw = own[-1].raw
            # "Rural Miss." is no miss.
            short = raw[:1].isupper() and raw.endswith(".") and not own[-1].ends_sentence
            written = (raw.isupper() or short) and said.style != "all"
            return StateSaid(at, length, code, how, name in WORDS_TOO and not written)
        if len(name) < _LETTERS_OF_A_MISSPELT or length > 2 or self._is_usual(name):
            return None
        code = _misspelt_state(name)
        return None if code is None else StateSaid(at, length, code, "state_misspelt", False)

    def _is_usual(self, name: str) -> bool:
        tables = self._tables
        if name in tables.town_words or name in self._names:
            return True
        return any(word in tables.everyday or word in tables.lookalikes for word in name.split())

    def _alone(self, said: Said, states: list[StateSaid]) -> Iterator[Named]:
        """States without a town; lower-case letters that are words too are none."""
        for state in states:
            run = Run(said.message, said.words, state.at, state.length)
            if state.how == "code" and state.word:
                continue
            after = run.next
            if after is not None and f"{run.name} {after.folded}" in self._tables.cities:
                # The Kansas of Kansas City, the Virginia of Virginia Beach.
                continue
            text = said.message[run.start : run.end].rstrip(".")
            answer: Answer = Resolved(state_place(state.code, text))
            if state.how == "state":
                answer = self._resolve(text)
            yield Named(run, answer, state.how)

    def _beside(self, said: Said, state: StateSaid) -> Iterator[Named]:
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
        known = self._resolver.town_in(name, state.code) or name in self._tables.vague
        known = known or (length > 1 and self._is_a_county_of(name, state.code))
        how = "beside_word" if state.word and said.parted[state.at] == NOTHING else "beside"
        if not known:
            end = state.at + state.length
            amid = how == "beside_word" and end < len(said.words) and said.parted[end] == NOTHING
            if link or amid or state.how == "state_misspelt":
                return None
            if not self._may_be_misspelt(said, at, name, state):
                return None
            how = "beside_misspelt"
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

    def _may_be_misspelt(self, said: Said, at: int, name: str, state: StateSaid) -> bool:
        words = name.split()
        before = said.words[at - 1].folded if at and not said.parted[at] else ""
        if (
            len(name) < _LETTERS_OF_A_MISSPELT
            or words[0] in lexicon.LIVES
            or before in lexicon.PARTS_OF_NAMES
        ):
            return False
        if _NOT_IN_A_NAME & set(words) or all(word in self._tables.everyday for word in words):
            return False
        whole = len(said.words) == len(words) + state.length
        return self._resolver.misspelt_town_in(name, state.code, sure=not whole)

    def _counties(self, said: Said) -> Iterator[Named]:
        """ "Lake county", "condado de Orange", each with its state where one follows."""
        for at, word in enumerate(said.words):
            if word.folded in _COUNTY and at > 0 and not said.parted[at]:
                for length in range(min(_LONGEST_NAME, at + 1), 1, -1):
                    named = self._county(said, at + 1 - length, at + 1)
                    if named is not None:
                        yield named
                        break
            of = at + 1 < len(said.words) and said.words[at + 1].folded in _OF
            if of and (word.folded in _CONDADO or word.folded in ("county", "parish")):
                for length in range(min(5, len(said.words) - at), 2, -1):
                    named = self._county(said, at, at + length)
                    if named is not None:
                        yield named
                        break

    def _county(self, said: Said, start: int, end: int) -> Named | None:
        own = [word.folded for word in said.words[start:end]]
        if any(said.parted[start + 1 : end]):
            return None
        if own[0] in lexicon.DETERMINERS and " ".join(own) not in self._tables.counties_by_name:
            return None
        for more in range(min(_LONGEST_STATE, len(said.words) - end), -1, -1):
            if more:
                if STOP in said.parted[end : end + more]:
                    continue
                last = said.words[end + more - 1]
                code = state_code(" ".join(w.folded for w in said.words[end : end + more]))
                word = (
                    last.folded in WORDS_TOO
                    and not last.raw.isupper()
                    and said.parted[end] != COMMA
                )
                if code is None or (
                    word and end + more < len(said.words) and said.parted[end + more] == NOTHING
                ):
                    continue
            run = Run(said.message, said.words, start, end + more - start)
            answer = self._resolve(said.message[run.start : run.end].rstrip("."))
            if not isinstance(answer, Unknown):
                return Named(run, answer, "county_beside" if more else "county")
        return None

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
            how = "by_county" if name in tables.counties_by_name else "quarter"
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
                or run.own[0].folded in _NOT_IN_A_NAME
            ):
                continue
            city = self._resolver.known_city_like(name)
            if city is not None:
                text = said.message[run.start : run.end]
                yield Named(run, Resolved(city_place(city, self._tables, text)), "misspelt")
                return


def _state_of(named: Named) -> str | None:
    """The state that it names, also where a city is called so too."""
    places = named.answer.choices if isinstance(named.answer, Ambiguous) else ()
    places = (named.answer.place,) if isinstance(named.answer, Resolved) else places
    return next((place.state for place in places if place.kind == "state"), None)


@functools.lru_cache(maxsize=20_000)
def _misspelt_state(name: str) -> str | None:
    return state_code(name, fuzzy=True) or state_by_sound(name)
