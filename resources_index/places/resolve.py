"""A text that is meant as a place, to that place, a short list, or nothing."""

from __future__ import annotations

import re
from collections import Counter

import jellyfish
from rapidfuzz import fuzz, process

from resources_index.places.answers import Ambiguous, Answer, Resolved, Unknown
from resources_index.places.fold import fold
from resources_index.places.make import city_place, county_place, state_place, zip_place
from resources_index.places.model import Place
from resources_index.places.states import state_code
from resources_index.places.tables import City, Tables

_ZIP = re.compile(r"(?<![\d$#-])(\d{5})(?:-\d{4})?(?![\d-])")
_FOUR = re.compile(r"^\D{0,12}(\d{4})\D{0,3}$")
_COUNTY_KIND = re.compile(r"\b(county|parish|borough|municipio|census area|planning region)\b")
_SPANISH_COUNTY = re.compile(r"^(?:el )?(?:condado|municipio) (?:de |del )?(?:el |la |los )?")
# A state and its best known city share the name: only the person knows which.
_CITY_OR_STATE = {"new york": "NY", "nueva york": "NY", "washington": "WA"}
_LEAD = re.compile(
    r"^(?:(?:i am|im|we are|were|she is|shes|he is|hes|they are|i live|we live|she lives|he lives|lives|live|"
    r"it is|its|it was|near|close to|around|in|from|at|by|outside of|outside|out of|the town of|town of|"
    r"city of|the city of|down in|up in|over in|i think|i believe|about|maybe|um|uh|ok|yes|yeah|"
    r"estoy en|vivo en|vive en|en|cerca de|de|es|soy de|por) )+"
)
# One meaning is clear when it has this many times the people of the next.
_DOMINANT = 5.0
_LEAST_PEOPLE = 50_000
_MOST_CHOICES = 5


class Resolver:
    """Resolves over `tables`."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables
        self._names = list(tables.cities)
        self._by_sound: dict[str, list[str]] = {}
        for name in self._names:
            self._by_sound.setdefault(jellyfish.metaphone(name), []).append(name)
        # How large a county is, by the ZIPs that it has: of many with one name the largest are offered.
        self._size: Counter[str] = Counter()
        for area in tables.zips.values():
            for share in area.counties:
                self._size[share.fips] += 1

    def resolve(self, text: str, near_state: str | None = None) -> Answer:
        """The place that `text` means; `near_state` decides between places of the same name."""
        code = _ZIP.search(text)
        if code is not None:
            return self._zip(code.group(1), text)
        folded = _LEAD.sub("", fold(text) + " ").strip()
        if not folded:
            return Unknown()
        if re.fullmatch(r"(apo|fpo|dpo)( .*)?", folded):
            return Unknown(reason="military")
        four = _FOUR.match(text)
        if four is not None:
            return self._four_digits(four.group(1), text)
        if folded in _CITY_OR_STATE:
            return self._city_or_state(folded, text, near_state)
        nick = self._tables.nicknames.get(folded)
        if nick is not None:
            return self._named(nick, text)
        return self._words(folded, text, near_state)

    def _city_or_state(self, folded: str, text: str, near_state: str | None) -> Answer:
        state = _CITY_OR_STATE[folded]
        city = self._named(self._tables.nicknames.get(folded, "Washington, DC"), text)
        if near_state == state or not isinstance(city, Resolved):
            return Resolved(state_place(state, text))
        if near_state is not None and city.place.state == near_state:
            return city
        return Ambiguous((city.place, state_place(state, text)))

    def _named(self, meaning: str, text: str) -> Answer:
        name, _, state = meaning.partition(", ")
        if name.endswith(" County"):
            matches = [c for c in self._tables.counties_by_name[fold(name)] if c.state == state]
            return Resolved(county_place(matches[0], text))
        cities = [c for c in self._tables.cities.get(fold(name), ()) if c.state == state]
        return Resolved(city_place(cities[0], self._tables, text)) if cities else Unknown()

    def _zip(self, code: str, text: str) -> Answer:
        area = self._tables.zips.get(code)
        if area is not None:
            return Resolved(zip_place(area, self._tables, text))
        near = [self._tables.zips.get(f"{code[:4]}{digit}") for digit in range(10)]
        # A mistyped ZIP is never taken for its neighbour: even one suggestion is only asked about.
        places = tuple(zip_place(area, self._tables, text) for area in near if area is not None)
        return Ambiguous(places[:_MOST_CHOICES]) if places else Unknown()

    def _four_digits(self, digits: str, text: str) -> Answer:
        """A lost leading zero, or a lost last digit: both are asked about, never guessed."""
        candidates = [f"0{digits}", *(f"{digits}{last}" for last in range(10))]
        areas = [self._tables.zips[code] for code in candidates if code in self._tables.zips]
        if len(areas) > 1 and areas[0].code.startswith("0"):
            areas = [areas[0], *areas[1:3]]
        return _as_choices([zip_place(area, self._tables, text) for area in areas])

    def _words(self, folded: str, text: str, near_state: str | None) -> Answer:
        whole_state = state_code(folded)
        is_county = _COUNTY_KIND.search(folded) or _SPANISH_COUNTY.match(folded)
        if whole_state is not None and not is_county:
            city = self._tables.cities.get(folded, [])
            if not city or len(folded) == 2 or folded not in _CITY_OR_STATE:
                return Resolved(state_place(whole_state, text))
        name, state = self._split_state(folded)
        state = state or near_state
        if is_county:
            return self._county(_SPANISH_COUNTY.sub("", name), state, text)
        answer = self._city(name, state, text)
        if isinstance(answer, Unknown):
            answer = self._county(name, state, text)
        if isinstance(answer, Unknown) and state is None:
            misspelt = state_code(folded, fuzzy=True)
            if misspelt is not None:
                return Resolved(state_place(misspelt, text))
        if isinstance(answer, Unknown):
            answer = self._misspelt(name, state, text)
        return answer

    def _split_state(self, folded: str) -> tuple[str, str | None]:
        parts = folded.split()
        for length in (3, 2, 1):
            if len(parts) > length:
                code = state_code(" ".join(parts[-length:]), fuzzy=length == 1)
                if code is not None and " ".join(parts) not in self._tables.cities:
                    return " ".join(parts[:-length]), code
                code = state_code(" ".join(parts[:length]))
                rest = " ".join(parts[length:])
                # "Delaware County" lies in other states than Delaware.
                is_city = " ".join(parts) in self._tables.cities
                if code is not None and not _COUNTY_KIND.fullmatch(rest) and not is_city:
                    return rest, code
        return folded, None

    def _county(self, name: str, state: str | None, text: str) -> Answer:
        bare = _COUNTY_KIND.sub("", name).strip()
        matches = self._tables.counties_by_name.get(name) or self._tables.counties_by_name.get(
            bare, []
        )
        matches = [county for county in matches if state is None or county.state == state]
        if _COUNTY_KIND.search(name):
            # "Roanoke County" is not the city of Roanoke.
            exact = [c for c in matches if fold(c.name) == name]
            matches = exact or matches
        matches = sorted(matches, key=lambda county: -self._size[county.fips])
        return _as_choices([county_place(county, text) for county in matches[:_MOST_CHOICES]])

    def _city(self, name: str, state: str | None, text: str) -> Answer:
        nick = self._tables.nicknames.get(name)
        if nick is not None and state in (None, nick.rpartition(", ")[2]):
            return self._named(nick, text)
        cities = list(self._tables.cities.get(name, ()))
        for ending in (" city", " town"):
            if not cities:
                cities = list(self._tables.cities.get(name + ending, ()))
        if state is not None:
            cities = [city for city in cities if city.state == state]
            return Resolved(city_place(cities[0], self._tables, text)) if cities else Unknown()
        return self._one_or_ask(cities, text)

    def _one_or_ask(self, cities: list[City], text: str) -> Answer:
        if not cities:
            return Unknown()
        first, rest = cities[0], cities[1:]
        if not rest:
            return Resolved(city_place(first, self._tables, text))
        clear = first.population >= _LEAST_PEOPLE
        if clear and first.population >= _DOMINANT * max(1, rest[0].population):
            return Resolved(city_place(first, self._tables, text))
        return _as_choices([city_place(c, self._tables, text) for c in cities[:_MOST_CHOICES]])

    def _misspelt(self, name: str, state: str | None, text: str) -> Answer:
        if len(name) < 4:
            return Unknown()
        alike = process.extract(name, self._names, scorer=fuzz.ratio, limit=8, score_cutoff=80)
        sounds = self._by_sound.get(jellyfish.metaphone(name), [])
        names = list(dict.fromkeys([*sounds, *(found[0] for found in alike)]))
        cities = [
            (fuzz.ratio(name, other) + (12 if other in sounds else 0), city)
            for other in names
            for city in self._tables.cities[other]
            if state is None or city.state == state
        ]
        cities = [(score, city) for score, city in cities if score >= 80]
        cities.sort(key=lambda item: (-round(item[0] / 8), -item[1].population))
        if not cities:
            return Unknown()
        best = cities[0][1]
        rivals = [c for s, c in cities[1:] if c.population * _DOMINANT > best.population]
        if state is not None or (best.population >= _LEAST_PEOPLE and not rivals):
            return Resolved(city_place(best, self._tables, text))
        return _as_choices([city_place(c, self._tables, text) for _, c in cities[:_MOST_CHOICES]])


def _as_choices(places: list[Place]) -> Answer:
    unique = list({place.label: place for place in places}.values())
    if not unique:
        return Unknown()
    if len(unique) == 1:
        return Resolved(unique[0])
    return Ambiguous(tuple(unique[:_MOST_CHOICES]))
