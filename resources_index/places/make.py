"""Rows of the tables to places."""

from __future__ import annotations

import functools

from timezonefinder import TimezoneFinder

from resources_index.places.fold import fold
from resources_index.places.model import CountyShare, Place
from resources_index.places.tables import City, County, Tables, ZipArea, state_label


@functools.cache
def _finder() -> TimezoneFinder:
    return TimezoneFinder(in_memory=False)


@functools.lru_cache(maxsize=4096)
def timezone_at(latitude: float | None, longitude: float | None) -> str | None:
    """The IANA name of the time zone at a point."""
    if latitude is None or longitude is None:
        return None
    name = _finder().timezone_at(lat=latitude, lng=longitude)
    return None if name is None else str(name)


def zip_place(area: ZipArea, written: str) -> Place:
    """A ZIP with all its counties and their shares."""
    return Place(
        written, f"{area.city}, {area.state} {area.code}", "zip", area.state, area.code, area.city,
        area.counties, area.latitude, area.longitude, timezone_at(area.latitude, area.longitude),
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
        tuple(counties), city.latitude, city.longitude, timezone_at(city.latitude, city.longitude),
    )  # fmt: skip


def county_place(county: County, written: str) -> Place:
    """A whole county."""
    return Place(
        written, f"{county.name}, {county.state}", "county", county.state, None, None,
        (CountyShare(county.fips, county.name, county.state, 1.0),),
        county.latitude, county.longitude, timezone_at(county.latitude, county.longitude),
    )  # fmt: skip


def state_place(code: str, written: str) -> Place:
    """A whole state or territory."""
    return Place(written, state_label(code), "state", code)
