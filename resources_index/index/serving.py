"""Which services of a need serve a place, worked out when the index is built: lists of rows by need, kind of area and code."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from resources_index.directory import ServiceRecord
from resources_index.directory.records import Area
from resources_index.index.packed import KeyedLists
from resources_index.places import CountyShare, Place

# A sliver of a ZIP: the agency there is the wrong one for nearly everybody who lives in it. Towns count counties from the same share on.
_LEAST_SHARE = 0.1


def key(need: str, kind: str, code: str = "") -> str:
    """What a list is found by."""
    return f"{need}|{kind}|{code}"


def keys_of(service: ServiceRecord) -> list[str]:
    """All lists that a service stands in."""
    area = service.area
    return [key(need, area.kind, code) for code in _codes(area) for need in service.need_ids]


def keys_at(need: str, place: Place | None) -> list[str]:
    """The lists of those who may help with `need` at `place`, but for those who say how many miles they go."""
    keys = [key(need, "nation")]
    if place is None:
        return keys
    if place.zip:
        keys.append(key(need, "zip", place.zip))
    if place.kind != "state":
        keys += [key(need, "county", county.fips) for county in counties_of(place)]
    for kind in ("state", "part") if place.kind == "state" else ("state",):
        # Who serves a part of the state that nobody has named is offered to a whole state only: at a town
        # it would most often be the wrong one, and the state's own line knows the right one.
        keys.append(key(need, kind, place.state or ""))
    return keys


def counties_of(place: Place) -> tuple[CountyShare, ...]:
    """The counties whose offices are offered at `place`: the largest, and others with more than a sliver of it."""
    return place.counties[:1] + tuple(
        county for county in place.counties[1:] if county.share >= _LEAST_SHARE
    )


def serving_lists(services: Sequence[ServiceRecord]) -> KeyedLists:
    """Rows by `key`, ascending."""
    lists: dict[str, list[int]] = defaultdict(list)
    for row, service in enumerate(services):
        for one in keys_of(service):
            lists[one].append(row)
    return KeyedLists.of(lists)


def _codes(area: Area) -> Iterator[str]:
    if area.kind == "county":
        yield from area.county_fips
    elif area.kind == "zip":
        yield from area.zips
    elif area.kind in ("nation", "radius"):
        yield ""
    else:
        yield from area.states
