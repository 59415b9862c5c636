"""Rows of the tables to places."""

from __future__ import annotations

from resources_index.places.answers import Ambiguous, Answer, Resolved, Unknown
from resources_index.places.fold import fold
from resources_index.places.model import CountyShare, Place
from resources_index.places.tables import City, County, Tables, ZipArea, state_label

MOST_CHOICES = 5


def zip_place(area: ZipArea, tables: Tables, written: str) -> Place:
    """A ZIP with all its counties and their shares."""
    return Place(
        written, f"{area.city}, {area.state} {area.code}", "zip", area.state, area.code, area.city,
        area.counties, area.latitude, area.longitude, tables.zone_of(area.counties),
    )  # fmt: skip


def city_place(city: City, tables: Tables, written: str) -> Place:
    """A city with the counties that its ZIPs touch; the one that holds it comes first."""
    own = tables.counties[city.county_fips]
    shares = dict(tables.city_counties.get((fold(city.name), city.state), {}))
    total = sum(shares.values()) or 1.0
    counties = [CountyShare(own.fips, own.name, own.state, shares.pop(own.fips, total) / total)]
    counties += [
        CountyShare(fips, tables.counties[fips].name, tables.counties[fips].state, share / total)
        for fips, share in sorted(shares.items(), key=lambda item: -item[1])
        if share / total >= 0.1
    ]
    return Place(
        written, f"{city.name}, {city.state}", "city", city.state, None, city.name,
        tuple(counties), city.latitude, city.longitude, own.timezone,
    )  # fmt: skip


def county_place(county: County, written: str) -> Place:
    """A whole county."""
    return Place(
        written, f"{county.name}, {county.state}", "county", county.state, None, None,
        (CountyShare(county.fips, county.name, county.state, 1.0),),
        county.latitude, county.longitude, county.timezone,
    )  # fmt: skip


def old_county_place(
    name: str, state: str, shares: tuple[CountyShare, ...], tables: Tables, written: str
) -> Place:
    """A county that is one no more: the regions that it lies in, with their shares of its ZIPs."""
    main = tables.counties[shares[0].fips]
    return Place(
        written, f"{name}, {state}", "county", state, None, None, shares,
        main.latitude, main.longitude, main.timezone,
    )  # fmt: skip


def state_place(code: str, written: str) -> Place:
    """A whole state or territory."""
    return Place(written, state_label(code), "state", code)


def as_choices(places: list[Place]) -> Answer:
    """One place, a list to choose from, or nothing."""
    unique = list({place.label: place for place in places}.values())
    if not unique:
        return Unknown()
    if len(unique) == 1:
        return Resolved(unique[0])
    return Ambiguous(tuple(unique[:MOST_CHOICES]))
