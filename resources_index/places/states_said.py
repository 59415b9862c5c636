"""States in a message: their names, codes and older abbreviations, also misspelt."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from resources_index.places.answers import Ambiguous, Answer, Resolved
from resources_index.places.make import state_place
from resources_index.places.named import Named
from resources_index.places.resolve import Resolver
from resources_index.places.run import Run
from resources_index.places.said import Said
from resources_index.places.states import (
    STATES,
    WORDS_TOO,
    is_full_name,
    state_by_slip,
    state_by_sound,
    state_code,
)
from resources_index.places.tables import Tables

_LONGEST_STATE = 3
_LETTERS_OF_A_MISSPELT = 5
# What folding makes of "CO" and "MT".
_FOLDED_AWAY = frozenset(["county", "mount"])
_FIRST_OF_TWO = frozenset("north south west new rhode nueva nuevo".split())
_ENYE = frozenset("ñÑ")


@dataclass(frozen=True)
class StateSaid:
    """words[at : at + length] name the state `code`; `word` says that they are also a usual word."""

    at: int
    length: int
    code: str
    how: str
    word: bool


class StateFinder:
    """Finds states; `names` are all that the tables know, folded."""

    def __init__(self, tables: Tables, resolver: Resolver, names: frozenset[str]) -> None:
        self._tables, self._names = tables, names
        self._resolve = functools.lru_cache(maxsize=20_000)(resolver.resolve)

    def find(self, said: Said) -> Iterator[StateSaid]:
        """All states, those within the names of towns too."""
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
        letters = own[0].raw.strip(".")
        if length == 1 and name in _FOLDED_AWAY and letters.upper() in STATES:
            return StateSaid(at, length, letters.upper(), "code", not letters.isupper())
        nick = self._tables.nicknames.get(name)
        code = state_code(name) or (nick if nick in STATES else None)
        if code is not None:
            how = "state" if is_full_name(name) or code == nick else "code"
            raw = own[-1].raw
            # "Rural Miss." is no miss.
            short = raw[:1].isupper() and raw.endswith(".") and not own[-1].ends_sentence
            written = (raw.isupper() or short) and said.style != "all"
            return StateSaid(at, length, code, how, name in WORDS_TOO and not written)
        if length > 2 or self._is_usual(name):
            return None
        if len(name) < _LETTERS_OF_A_MISSPELT:
            code = state_by_slip(name)
            return None if code is None else StateSaid(at, length, code, "state_slip", False)
        code = _misspelt_state(name)
        return None if code is None else StateSaid(at, length, code, "state_misspelt", False)

    def _is_usual(self, name: str) -> bool:
        tables = self._tables
        if name in tables.town_words or name in self._names:
            return True
        words = name.split()
        if len(words) > 1 and words[0] in _FIRST_OF_TWO:
            # "West Virgiia", "new jrsey".
            words = words[1:]
        return any(word in tables.everyday or word in tables.lookalikes for word in words)

    def alone(self, said: Said, states: Sequence[StateSaid]) -> Iterator[Named]:
        """States without a town; lower-case letters that are words too are none."""
        for state in states:
            run = Run(said.message, said.words, state.at, state.length)
            if (state.how == "code" and state.word) or state.how == "state_slip":
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


def state_of(named: Named) -> str | None:
    """The state that it names, also where a city is called so too."""
    places = named.answer.choices if isinstance(named.answer, Ambiguous) else ()
    places = (named.answer.place,) if isinstance(named.answer, Resolved) else places
    return next((place.state for place in places if place.kind == "state"), None)


@functools.lru_cache(maxsize=20_000)
def _misspelt_state(name: str) -> str | None:
    return state_code(name, fuzzy=True) or state_by_sound(name)
