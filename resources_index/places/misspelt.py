"""Towns and counties as they sound, or with letters wrong."""

from __future__ import annotations

import functools
from collections import defaultdict
from collections.abc import Iterable, Sequence
from math import log10

import jellyfish
from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from resources_index.places.fold import fold
from resources_index.places.lexicon import PARTS_OF_NAMES
from resources_index.places.tables import City, County, Tables

# Likeness runs from 0 to 100; names that sound the same get the bonus.
_ALIKE = 80.0
_SURE = 88.0
_SAME_SOUND = 12.0
_FEWEST_LETTERS = 4
# Of equally like names the larger town is meant: up to seven points for a million people.
_A_POINT_FOR_SIZE = 1.2
_LEAST_BY_SOUND, _LEAST_OF_ALL = 60.0, 50.0
_KNOWN_BY_SOUND, _CITY_BY_SOUND, _TOWN_BY_SOUND = 100_000, 50_000, 5_000
_SOUNDS_LONG = 4
_LETTERS_OF_A_SLIP, _LONG_IN_TWO = 8, 10
_SURE_IN_A_SENTENCE = 88.0
# From so many letters on, one letter wrong or two changed over leave no doubt.
_LONG_NAME = 6
# "Chicgo" is like Chico too, of which few speak.
_TIMES_ALL_OTHERS = 12


def _one_slip(name: str, other: str) -> bool:
    return len(name) >= _LETTERS_OF_A_SLIP and OSA.distance(name, other) == 1


def _spanish(name: str) -> str:
    """ "Jialeah" is written as Spanish sounds an H."""
    return f"h{name[1:]}" if name.startswith("j") else name


def _letters_enough(name: str, known: str, same_sound: bool) -> bool:
    return fuzz.ratio(name, known) >= (_LEAST_OF_ALL if same_sound else _LEAST_BY_SOUND)


def _sound(name: str) -> str:
    return jellyfish.metaphone(name.replace(" ", ""))


class Misspelt:
    """Looks for names like a written one, in a state or everywhere."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables
        self._names = list(tables.cities)
        self._by_state: dict[str, list[str]] = defaultdict(list)
        self._by_sound: dict[str, list[str]] = defaultdict(list)
        self._heard_in: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for name, cities in tables.cities.items():
            self._by_sound[jellyfish.metaphone(name)].append(name)
            for state in {city.state for city in cities}:
                self._by_state[state].append(name)
            for city in cities:
                if city.population >= _TOWN_BY_SOUND:
                    self._heard_in[city.state].append((_sound(name), name))
        self._counties = [name for name in tables.counties_by_name if name]
        self._known_names = [
            name
            for name, cities in tables.cities.items()
            if cities[0].population >= _KNOWN_BY_SOUND
        ]
        self._usual = tables.everyday - PARTS_OF_NAMES
        self.known_like = functools.lru_cache(maxsize=20_000)(self._known_like)

    def in_state(self, name: str, state: str, sure: bool = False) -> City | None:
        """The town of `state` that is most like `name`; `sure` asks for more likeness."""
        if not self._worth_trying(name):
            return None
        best: tuple[float, City] | None = None
        least = _SURE if sure else _ALIKE
        for likeness, other in self._like(name, self._by_state[state]):
            city = next(c for c in self._tables.cities[other] if c.state == state)
            value = likeness + _A_POINT_FOR_SIZE * log10(city.population + 1)
            near = len(name) >= _LONG_NAME and OSA.distance(name, other) <= 1
            near = near or self._sounds_sure(name, city)
            if (likeness >= least or near) and (best is None or value > best[0]):
                best = (value, city)
        return self._heard(name, state) if best is None else best[1]

    def _heard(self, name: str, state: str) -> City | None:
        """The one larger town of `state` that sounds so, a sound more or less, however it is spelt: "dez moyn", "lorens"."""
        sound = _sound(name)
        if len(sound) < _SOUNDS_LONG:
            return None
        found = [
            (OSA.distance(sound, other), -fuzz.ratio(name, known), known)
            for other, known in self._heard_in[state]
            if OSA.distance(sound, other) <= 1 and _letters_enough(name, known, sound == other)
        ]
        if not found:
            return None
        city = next(c for c in self._tables.cities[min(found)[2]] if c.state == state)
        return city if min(found)[0] == 0 or city.population >= _CITY_BY_SOUND else None

    def anywhere(self, name: str) -> list[City]:
        """Towns like `name`, the likeliest first."""
        if not self._worth_trying(name):
            return []
        found = [
            (likeness, city)
            for likeness, other in self._like(name, self._names)
            for city in self._tables.cities[other]
            if likeness >= _ALIKE
        ]
        known = {city for _, city in found}
        found += [(_ALIKE, city) for city in self._known_by_sound(name) if city not in known]
        # Where one letter is wrong in a long name of a town that many know, others are not meant.
        near = [
            item
            for item in found
            if _one_slip(name, fold(item[1].name)) and item[1].population >= _KNOWN_BY_SOUND
        ]
        found = near or found
        found.sort(key=lambda item: (-round(item[0] / 8), -item[1].population))
        return [city for _, city in found]

    def _known_like(self, name: str) -> City | None:
        """The one city of some size that `name`, in a sentence and without its state, is like."""
        if len(name) < _LONG_NAME or name in self._tables.cities or self._is_usual(name):
            return None
        like = process.extract(
            name, self._known_names, scorer=fuzz.ratio, limit=5, score_cutoff=_SURE_IN_A_SENTENCE
        )
        found = [self._tables.cities[other][0] for other, _, _ in like if other[0] == name[0]]
        if not found:
            heard = dict.fromkeys(self._known_by_sound(name))
            found = [city for city in heard if fuzz.ratio(name, fold(city.name)) >= _LEAST_BY_SOUND]
        found.sort(key=lambda city: -city.population)
        clear = len(found) == 1 or (
            bool(found) and found[0].population >= _TIMES_ALL_OTHERS * found[1].population
        )
        return found[0] if clear else None

    def _is_usual(self, name: str) -> bool:
        """Whether a word of it is used otherwise; in a long name of two words one such word may be."""
        usual = self._usual
        words = name.split()
        if name in self._tables.town_words or words[0] in usual:
            return True
        if any(word in self._tables.lookalikes for word in words):
            return True
        two = len(words) > 1 and len(name) >= _LONG_IN_TWO
        return any(word in usual and not (two and len(word) > _FEWEST_LETTERS) for word in words)

    def county(self, name: str, state: str | None) -> Sequence[County]:
        """Counties like `name`, whose kind ("county") is left out or at its end."""
        if len(name) < _FEWEST_LETTERS + 2:
            return ()
        like = process.extract(name, self._counties, scorer=fuzz.ratio, limit=5, score_cutoff=86)
        for other, _, _ in like:
            counties = [c for c in self._tables.counties_by_name[other] if state in (None, c.state)]
            if counties:
                return counties
        return ()

    def _sounds_sure(self, name: str, city: City) -> bool:
        """Whether a town of the state in question can hardly fail to be meant by the sound of `name`."""
        if len(name) <= _FEWEST_LETTERS or not self.same_sound(name, city):
            return False
        long = len(jellyfish.metaphone(name)) >= _SOUNDS_LONG
        return city.population >= (_TOWN_BY_SOUND if long else _CITY_BY_SOUND)

    def same_sound(self, name: str, city: City) -> bool:
        """Whether a written name sounds like a city's."""
        sound = jellyfish.metaphone(fold(city.name))
        return sound in (jellyfish.metaphone(name), jellyfish.metaphone(_spanish(name)))

    def _worth_trying(self, name: str) -> bool:
        if len(name) < _FEWEST_LETTERS:
            return False
        return not all(word in self._tables.everyday for word in name.split())

    def _like(self, name: str, among: Iterable[str]) -> Iterable[tuple[float, str]]:
        sound = jellyfish.metaphone(name)
        same = set(self._by_sound.get(sound, ()))
        cutoff = _ALIKE - _SAME_SOUND - 8
        for other, ratio, _ in process.extract(
            name, among, scorer=fuzz.ratio, limit=25, score_cutoff=cutoff
        ):
            yield ratio + (_SAME_SOUND if other in same else 0.0), other

    def _known_by_sound(self, name: str) -> Iterable[City]:
        """Of "fillydelfia" few letters are right, but every sound, and it is a large city."""
        sound = jellyfish.metaphone(name)
        if sound not in self._by_sound:
            sound = jellyfish.metaphone(_spanish(name))
        if len(sound) < _SOUNDS_LONG:
            return
        for other in self._by_sound.get(sound, ()):
            yield from (c for c in self._tables.cities[other] if c.population >= _KNOWN_BY_SOUND)
