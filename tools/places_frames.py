"""Sentences with slots for places, filled from the tables: what is learned is the words around, not the towns.

Slots: {A} a town where help is needed, {B} and {C} others, {S} and {T} states, {K} a county, {P} a town that is also
somebody's name; {a}, {b}, {p} the same in small letters. `{A} || …` stands for {a} as well.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence

from resources_index.places import Places, Resolved
from resources_index.places.tables import City, state_label

_SLOT = re.compile(r"\{([A-Za-z])\}")
_LARGE, _TOWN, _ALONE, _SMALL = 100_000, 10_000, 0.35, 0.3
_FIRST_NAMES = (
    "Augusta Austin Charlotte Dallas Denver Florence Houston Jackson Lincoln Madison Orlando Paris Savannah Helena Beverly "
    "Eugene Elizabeth Victoria Aurora Marion Salina Carson Logan Mason Trenton Raleigh"
).split()
_MARK = " || "


def filled(frames: Sequence[str], places: Places, times: int, seed: int = 5) -> list[str]:
    """Each frame `times` times, as lessons `words || message`; the same `seed` fills them the same."""
    chance = random.Random(seed)
    filler = _Filler(places, chance)
    return [line for frame in frames for _ in range(times) if (line := filler.fill(frame))]


class _Filler:
    def __init__(self, places: Places, chance: random.Random) -> None:
        self._places, self._chance = places, chance
        known = [city for cities in places.tables.cities.values() for city in cities]
        known.sort(key=lambda city: (city.name, city.state))
        self._large = [c for c in known if c.population >= _LARGE and self._is_clear(c.name, c)]
        self._towns = [
            c for c in known if c.population >= _TOWN and c.name.replace(" ", "").isalpha()
        ]
        self._counties = sorted(places.tables.counties.values(), key=lambda county: county.fips)
        self._states = sorted({city.state for city in self._towns})

    def fill(self, frame: str) -> str:
        """One lesson."""
        words, _, message = frame.partition(_MARK)
        chosen: dict[str, str] = {}
        for slot in dict.fromkeys(_SLOT.findall(frame)):
            if slot.upper() not in chosen:
                chosen[slot.upper()] = self._name(slot.upper(), set(chosen.values()))
        small = self._chance.random() < _SMALL

        def put(found: re.Match[str]) -> str:
            name = chosen[found[1].upper()]
            return name.lower() if small or found[1].islower() else name

        said = _SLOT.sub(put, message)
        said = said.lower() if small else said
        right = "-" if words == "-" else chosen[words[1]]
        if right != "-" and right not in said:
            right = right.lower()
        return f"{right}{_MARK}{said}"

    def _name(self, slot: str, taken: set[str]) -> str:
        while True:
            name = next(self._names(slot))
            if name not in taken:
                return name

    def _names(self, slot: str) -> Iterator[str]:
        chance = self._chance
        if slot in "ST":
            yield state_label(chance.choice(self._states))
        elif slot == "P":
            yield chance.choice(_FIRST_NAMES)
        elif slot == "K":
            county = chance.choice(self._counties)
            yield f"{county.name}, {county.state}"
        elif chance.random() < 0.5:
            yield chance.choice(self._large).name
        else:
            city = chance.choice(self._towns)
            state = chance.choice(
                (
                    f", {city.state}",
                    f" {city.state}",
                    f", {state_label(city.state)}",
                    f" {state_label(city.state)}",
                )
            )
            yield f"{city.name}{state}"

    def _is_clear(self, name: str, city: City) -> bool:
        """Whether the name alone means this city."""
        answer = self._places.resolve(name)
        return (
            isinstance(answer, Resolved)
            and answer.place.state == city.state
            and answer.place.kind == "city"
        )
