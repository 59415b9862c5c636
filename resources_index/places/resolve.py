"""A text that is meant as a place, to that place, a short list, or nothing."""

from __future__ import annotations

import re

from resources_index.places.answers import Ambiguous, Answer, Resolved, Unknown
from resources_index.places.counties import KIND, Counties
from resources_index.places.dominance import city_dominates
from resources_index.places.fold import fold
from resources_index.places.lexicon import NO_PLACE
from resources_index.places.make import (
    MOST_CHOICES,
    as_choices,
    city_place,
    county_place,
    state_place,
)
from resources_index.places.misspelt import Misspelt
from resources_index.places.model import Place
from resources_index.places.states import STATES, is_word_alone, state_code
from resources_index.places.tables import City, Tables
from resources_index.places.zips import resolve_four_digits, resolve_zip

_ZIP = re.compile(r"(?<![\d$#-])(\d{5})(?:-\d{4})?(?![\d-])")
_FOUR = re.compile(r"^\D{0,12}(\d{4})\D{0,3}$")
_FOUR_AND_STATE = re.compile(r"^(?:\D{0,12} )?(\d{4}),? (?:in )?([A-Za-z. ]+)$")
# Folding makes a county and a mountain of them.
_FOLDED_AWAY = frozenset(["CO", "MT"])
_WRITTEN_CO = re.compile(r"(.+?)(?:\s*,\s*|\s+)co\.?$", re.IGNORECASE)
_MILITARY = re.compile(r"(.* )?(apo|fpo|dpo)( .*)?")
# A state and its best known city share the name: only the person knows which.
_CITY_OR_STATE = {"new york": "NY", "nueva york": "NY", "washington": "WA"}
_LEAD = re.compile(
    r"^(?:(?:i am|im|we are|were|she is|shes|he is|hes|they are|i live|we live|she lives|he lives|lives|live|"
    r"it is|its|it was|near|close to|around|in|from|at|by|outside of|outside|out of|the town of|town of|"
    r"city of|the city of|down in|up in|over in|out in|i think|i believe|about|maybe|um|uh|ok|yes|yeah|"
    r"estoy en|vivo en|vive en|en|cerca de|de|es|soy de|por) )+"
)
# A misspelt name means the likest city where it has so many people, and so many times those of the next.
_WELL_KNOWN, _FAR_LARGER = 50_000, 5.0
# "Athens in Georgia", "Elizabeth en Nueva Jersey".
_LINK = re.compile(r" (?:in|en|de)(?: (?:the|el|la))?$")
# "Pueblo co" is Pueblo, Colorado where it has so many people; "weld co" is Weld County.
_LARGE_IN_COLORADO = 50_000


class Resolver:
    """Resolves over `tables`."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables
        self._misspelt = Misspelt(tables)
        self._counties = Counties(tables, self._misspelt)

    def resolve(self, text: str, near_state: str | None = None) -> Answer:
        """The place that `text` means; `near_state` decides between places of the same name."""
        if _MILITARY.fullmatch(fold(text)):
            return Unknown(reason="military")
        if text.strip(" .") in _FOLDED_AWAY:
            return Resolved(state_place(text.strip(" ."), text))
        code = _ZIP.search(text)
        if code is not None:
            return resolve_zip(code.group(1), self._tables, text)
        folded = _LEAD.sub("", fold(text) + " ").strip()
        if not folded or folded in NO_PLACE or fold(text) in NO_PLACE or is_word_alone(text):
            return Unknown()
        four = _FOUR.match(text) or _FOUR_AND_STATE.match(text.strip())
        if (
            four is not None
            and four.re is _FOUR_AND_STATE
            and state_code(fold(four.group(2))) is None
        ):
            four = None
        if four is not None:
            return self._four_digits(four, text)
        if folded in _CITY_OR_STATE:
            return self._city_or_state(folded, text, near_state)
        nick = self._tables.nicknames.get(folded)
        if nick is not None and not self._elsewhere(folded, nick, near_state):
            return self._named(nick, text)
        answer = self._words(folded, text, near_state)
        if isinstance(answer, Unknown) and folded != fold(text):
            # "De Moin": what looked like a preposition was a part of the name.
            return self._words(fold(text), text, near_state)
        return answer

    def town_in(self, name: str, state: str) -> bool:
        """Whether the folded `name` is a town, or a nickname of one, of `state`."""
        nick = self._tables.nicknames.get(name, "")
        cities = self._tables.cities
        alike = (name, f"{name} city", f"{name} village", name.removesuffix(" city"))
        sounds = any(m.endswith(f", {state}") for m in self._tables.sounds.get(name, ()))
        known = (
            any(city.state == state for each in alike for city in cities.get(each, ())) or sounds
        )
        quarter = any(city.state == state for city in self._tables.quarters.get(name, ()))
        return known or quarter or nick.endswith(f", {state}")

    def misspelt_town_in(self, name: str, state: str, sure: bool) -> bool:
        """Whether `name` is like a town of `state`; `sure` asks for more likeness, as in a sentence."""
        return self._misspelt.in_state(name, state, sure) is not None

    def known_city_like(self, name: str) -> City | None:
        """The one city of some size that the folded `name` is a misspelling of, standing in a sentence."""
        return self._misspelt.known_like(name)

    def _elsewhere(self, name: str, nick: str, state: str | None) -> bool:
        """Whether `state` has a town of the name by which most mean another state's: Nashville in Indiana."""
        return not nick.endswith(f", {state}") and any(
            c.state == state for c in self._tables.cities.get(name, ())
        )

    def _four_digits(self, found: re.Match[str], text: str) -> Answer:
        answer = resolve_four_digits(found.group(1), self._tables, text)
        state = state_code(fold(found.group(2))) if found.re is _FOUR_AND_STATE else None
        if state is None or isinstance(answer, Unknown):
            return answer
        places = answer.choices if isinstance(answer, Ambiguous) else (answer.place,)
        return as_choices([place for place in places if place.state == state])

    def _city_or_state(self, folded: str, text: str, near_state: str | None) -> Answer:
        state = _CITY_OR_STATE[folded]
        city = self._named(self._tables.nicknames.get(folded, "Washington, DC"), text)
        if near_state == state or not isinstance(city, Resolved):
            return Resolved(state_place(state, text))
        if near_state is not None and city.place.state == near_state:
            return city
        return Ambiguous((city.place, state_place(state, text)))

    def _named(self, meaning: str, text: str) -> Answer:
        """The state ("WA"), city or county ("Kings County, NY") that a table names in full."""
        if meaning in STATES:
            return Resolved(state_place(meaning, text))
        name, _, state = meaning.rpartition(", ")
        if not name.endswith(" County"):
            cities = [c for c in self._tables.cities.get(fold(name), ()) if c.state == state]
            if cities:
                return Resolved(city_place(cities[0], self._tables, text))
        counties = [
            c for c in self._tables.counties_by_name.get(fold(name), ()) if c.state == state
        ]
        return Resolved(county_place(counties[0], text)) if counties else Unknown()

    def _words(self, folded: str, text: str, near_state: str | None) -> Answer:
        whole_state = state_code(folded)
        is_county = self._counties.is_one(folded)
        if whole_state is not None and not is_county:
            return Resolved(state_place(whole_state, text))
        known = folded in self._tables.cities or folded in self._tables.counties_by_name
        # "New York, NY" is no misspelt New York: what ends in a code is a town of that state.
        with_code = folded.rsplit(maxsplit=1)[-1].upper() in STATES and " " in folded
        misspelt = None if known or is_county or with_code else state_code(folded, fuzzy=True)
        if misspelt is not None:
            return Resolved(state_place(misspelt, text))
        colorado = self._town_in_colorado(text)
        if colorado is not None:
            return Resolved(city_place(colorado, self._tables, text))
        name, state = self._split_state(folded)
        state = state or near_state
        vague = self._vague(name, state, text)
        if vague is not None:
            return vague
        if is_county:
            return self._counties.resolve(name, state, text)
        answer = self._city(name, state, text)
        if isinstance(answer, Unknown):
            answer = self._counties.resolve(name, state, text)
        if isinstance(answer, Unknown):
            answer = self._quarter(name, state, text)
        if isinstance(answer, Unknown) and state is not None and state_code(name) == state:
            return Resolved(state_place(state, text))
        if isinstance(answer, Unknown):
            answer = self._like_a_city(name, text, state)
        return answer

    def _town_in_colorado(self, text: str) -> City | None:
        """Folding makes a county of "co": a town of Colorado comes first, unless others have such a county."""
        written = _WRITTEN_CO.fullmatch(text.strip())
        if written is None:
            return None
        name = _LEAD.sub("", fold(written.group(1)) + " ").strip()
        elsewhere = [c for c in self._tables.counties_by_name.get(name, ()) if c.state != "CO"]
        towns = [c for c in self._tables.cities.get(name, ()) if c.state == "CO"]
        comma = "," in text
        if towns and (comma or not elsewhere or towns[0].population >= _LARGE_IN_COLORADO):
            return towns[0]
        if towns or elsewhere or name in self._tables.counties_by_name:
            return None
        return self._misspelt.in_state(name, "CO")

    def _vague(self, name: str, state: str | None, text: str) -> Answer | None:
        """ "The valley": what it may be, for the person to choose, even when only one is likely."""
        bare = name.removeprefix("the ").removesuffix(" area")
        choices = self._tables.vague.get(name) or self._tables.vague.get(bare)
        if choices is None:
            return None
        answers = [self._named(choice, text) for choice in choices]
        places = [a.place for a in answers if isinstance(a, Resolved)]
        here = [place for place in places if place.state == state]
        if len(here) == 1:
            return Resolved(here[0])
        if here and state is not None:
            return Resolved(state_place(state, text))
        return Ambiguous(tuple((here or places)[:MOST_CHOICES]))

    def _split_state(self, folded: str) -> tuple[str, str | None]:
        parts = folded.split()
        is_city = folded in self._tables.cities
        for length in (3, 2, 1):
            if len(parts) > length:
                last = " ".join(parts[-length:])
                # Folding has made "mount" of MT.
                code = "MT" if last == "mount" else state_code(last, fuzzy=length < 3)
                if code is not None and not is_city:
                    return _LINK.sub("", " ".join(parts[:-length])), code
                code = state_code(" ".join(parts[:length]))
                rest = " ".join(parts[length:])
                # "Delaware County" lies in other states than Delaware.
                if (
                    code is not None
                    and not KIND.fullmatch(rest)
                    and not is_city
                    and state_code(rest) is None
                ):
                    return rest, code
        return folded, None

    def _city(self, name: str, state: str | None, text: str) -> Answer:
        nick = self._tables.nicknames.get(name)
        if nick is not None and state in (None, nick.rpartition(", ")[2]):
            return self._named(nick, text)
        cities = list(self._tables.cities.get(name, ()))
        if not cities and name.endswith(" city") and name in self._tables.counties_by_name:
            # "Fairfax city" is none of the other Fairfaxes.
            return self._counties.resolve(name, state, text)
        for ending in (" city", " town", " village"):
            if not cities:
                cities = list(self._tables.cities.get(name + ending, ()))
            if not cities:
                cities = list(self._tables.cities.get(name.removesuffix(ending), ()))
        if state is None and name.endswith(" township"):
            # Many states have a Clinton Township, and most stand in the table without the word.
            return as_choices(
                self._places([*cities, *self._tables.cities.get(name[:-9], ())], text)
            )
        if state is not None:
            cities = [city for city in cities if city.state == state]
            return Resolved(city_place(cities[0], self._tables, text)) if cities else Unknown()
        county = self._counties.by_name_alone(name)
        if county is not None:
            either = self._counties.or_town(county, cities[0] if cities else None, text)
            if either is not None:
                return either
        return self._one_or_ask(cities, text)

    def _quarter(self, name: str, state: str | None, text: str) -> Answer:
        """A name within or beside a city: the post office knows it, and nobody has counted its people."""
        quarters = self._tables.quarters.get(name, ())
        return as_choices(
            self._places([place for place in quarters if state in (None, place.state)], text)
        )

    def _one_or_ask(self, cities: list[City], text: str) -> Answer:
        if len(cities) > 1 and city_dominates(cities[0].population, cities[1].population):
            return Resolved(city_place(cities[0], self._tables, text))
        return as_choices(self._places(cities, text))

    def _like_a_city(self, name: str, text: str, state: str | None = None) -> Answer:
        said = [m for m in self._tables.sounds.get(name, ()) if state in (None, m[-2:])]
        if len(said) == 1:
            return self._named(said[0], text)
        if state is not None:
            city = self._misspelt.in_state(name, state)
            return Resolved(city_place(city, self._tables, text)) if city else Unknown()
        cities = self._misspelt.anywhere(name)
        if not cities:
            return Unknown()
        best = cities[0]
        rivals = [c for c in cities[1:] if c.population * _FAR_LARGER > best.population]
        same_start = fold(best.name)[0] == name[0] or self._misspelt.same_sound(name, best)
        if best.population >= _WELL_KNOWN and not rivals and same_start:
            return Resolved(city_place(best, self._tables, text))
        places = self._places(cities, text)
        # One small town that is spelt a little like it is only asked about.
        return Ambiguous(tuple(places)) if places else Unknown()

    def _places(self, cities: list[City], text: str) -> list[Place]:
        return [city_place(city, self._tables, text) for city in cities[:MOST_CHOICES]]
