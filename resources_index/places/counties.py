"""Counties by name: parishes, boroughs, municipios, planning regions, and Connecticut's old counties."""

from __future__ import annotations

import re

from resources_index.places.answers import Answer, Resolved
from resources_index.places.fold import fold
from resources_index.places.make import (
    MOST_CHOICES,
    as_choices,
    city_place,
    county_place,
    old_county_place,
)
from resources_index.places.misspelt import Misspelt
from resources_index.places.model import Place
from resources_index.places.tables import City, County, Tables

KIND = re.compile(
    r"\b(county|counties|parish|borough|municipio|census area|planning region|region)\b|(?<=\w )parrish$"
)
SPANISH = re.compile(r"^(?:el )?(?:condado|municipio) (?:de |del )?")
_ARTICLE = re.compile(r"^(?:el|la|los) ")
_NAMED = re.compile(r".{4,} (county|parish|borough)$")
# A county that many know by its name alone: "Westchester", "Broward".
_WELL_KNOWN, _LARGEST_TOWN, _TIMES_THE_TOWN = 250_000, 40_000, 10
# Called a county, such a one is meant when the next of its name is so many times smaller: Cook, Harris, King.
_GREAT, _TIMES_THE_NEXT = 1_000_000, 100


class Counties:
    """Resolves names of counties over `tables`."""

    def __init__(self, tables: Tables, misspelt: Misspelt) -> None:
        self._tables, self._misspelt = tables, misspelt

    def is_one(self, folded: str) -> bool:
        """Whether the text says that it names a county."""
        return bool(KIND.search(folded) or SPANISH.match(folded))

    def resolve(self, name: str, state: str | None, text: str) -> Answer:
        """A county by its folded name, with or without its kind."""
        table = self._tables.counties_by_name
        name = SPANISH.sub("", name).replace(" parrish", " parish")
        name = name if name in table else _ARTICLE.sub("", name)
        bare = KIND.sub("", name).strip()
        old = self._old(bare, state, text)
        matches = table.get(name) or table.get(bare, [])
        matches = [county for county in matches if state is None or county.state == state]
        if KIND.search(name):
            # "Roanoke County" is not the city of Roanoke.
            exact = [c for c in matches if fold(c.name) == name]
            matches = exact or matches
            if not matches and not old and _NAMED.search(name):
                matches = list(self._misspelt.county(bare, state))
        return as_choices([*self._largest(matches, text), *old][:MOST_CHOICES])

    def by_name_alone(self, name: str) -> County | None:
        """The one county, and a large one, that bears a name."""
        counties = self._tables.counties_by_name.get(name, [])
        if len(counties) != 1 or self._tables.people[counties[0].fips] < _WELL_KNOWN:
            return None
        return counties[0]

    def or_town(self, county: County, town: City | None, text: str) -> Answer | None:
        """A bare name: the county where the town is small ("Westchester"), both where it is not ("Maricopa"), or None."""
        if town is None or town.population <= _LARGEST_TOWN:
            return Resolved(county_place(county, text))
        if self._tables.people[county.fips] < _TIMES_THE_TOWN * town.population:
            return None
        return as_choices([city_place(town, self._tables, text), county_place(county, text)])

    def _old(self, bare: str, state: str | None, text: str) -> list[Place]:
        return [
            old_county_place(name, where, shares, self._tables, text)
            for (name, where), shares in self._tables.old_counties.items()
            if KIND.sub("", fold(name)).strip() == bare and state in (None, where)
        ]

    def _largest(self, counties: list[County], text: str) -> list[Place]:
        people = self._tables.people
        largest = sorted(counties, key=lambda county: -people[county.fips])
        if len(largest) > 1:
            first, second = people[largest[0].fips], people[largest[1].fips]
            if first >= _GREAT and first >= _TIMES_THE_NEXT * second:
                largest = largest[:1]
        return [county_place(county, text) for county in largest[: MOST_CHOICES - 1]]
