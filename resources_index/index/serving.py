"""Which services of a need serve a place, worked out when the index is built: lists of rows by need, kind of area and code."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from resources_index.directory import ServiceRecord
from resources_index.directory.records import Area
from resources_index.index.packed import KeyedLists


def key(need: str, kind: str, code: str = "") -> str:
    """What a list is found by."""
    return f"{need}|{kind}|{code}"


def serving_lists(services: Sequence[ServiceRecord]) -> KeyedLists:
    """Rows by `key`, ascending."""
    lists: dict[str, list[int]] = defaultdict(list)
    for row, service in enumerate(services):
        for code in _codes(service.area):
            for need in service.need_ids:
                lists[key(need, service.area.kind, code)].append(row)
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
