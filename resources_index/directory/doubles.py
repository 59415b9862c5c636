"""Records that may be one and the same: one number, other spellings of one name, one address. A person decides."""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from rapidfuzz import fuzz

from resources_index.directory.records import ServiceRecord
from resources_index.directory.said import spoken

# Names as alike as this, at one place and for one need, are likely one office; at one address less will do.
_ALIKE, _ALIKE_AT_ONE_ADDRESS = 88.0, 75.0
_LETTERS = 12
_FILLERS = re.compile(
    r"\b(inc|llc|the|of|for|and|county|office|department|dept|agency|area)\b|[^a-z0-9 ]"
)
_STREETS = {
    "street": "st", "avenue": "ave", "road": "rd", "drive": "dr", "boulevard": "blvd", "lane": "ln", "court": "ct",
    "highway": "hwy", "place": "pl", "parkway": "pkwy", "suite": "ste", "north": "n", "south": "s", "east": "e", "west": "w",
}  # fmt: skip

CountiesOfZip = Callable[[str], Iterable[str]]


@dataclass(frozen=True)
class Pair:
    """Two services or more that should be compared, in which `kind` of finding, and why."""

    kind: str
    what: str
    ids: tuple[str, ...]


def doubles(services: list[ServiceRecord], counties_of_zip: CountiesOfZip) -> Iterator[Pair]:
    """Those with one number under two names first. `counties_of_zip` gives codes, so that a list of ZIPs meets a county."""
    codes = {service.id: _codes(service, counties_of_zip) for service in services}
    yield from _same_phone(services, codes)
    yield from _alike(services, codes)


def _codes(service: ServiceRecord, counties_of_zip: CountiesOfZip) -> frozenset[str]:
    """What tells whether two services are for the same people: counties, ZIPs and theirs, else the name of the area."""
    around = {county for code in service.area.zips for county in counties_of_zip(code)}
    found = service.area.county_fips | service.area.zips | around
    return found or frozenset([service.area_label])


def _same_phone(services: list[ServiceRecord], codes: dict[str, frozenset[str]]) -> Iterator[Pair]:
    """One number under two names, for one need and in places that overlap."""

    def beside(one: ServiceRecord, other: ServiceRecord) -> bool:
        return one.organization != other.organization and not codes[one.id].isdisjoint(
            codes[other.id]
        )

    owners: dict[tuple[str, str], list[ServiceRecord]] = defaultdict(list)
    for service in services:
        for phone in service.phones:
            owners[(phone.number, service.need_ids[0])].append(service)
    for (number, _), every in sorted(owners.items()):
        found = [one for one in every if any(beside(one, other) for other in every)]
        names = dict.fromkeys(service.organization for service in found)
        if names:
            what = f"{spoken(number)} in {found[0].area_label}: {'; '.join(names)}"
            yield Pair("same phone", what, tuple(service.id for service in found))


def _alike(services: list[ServiceRecord], codes: dict[str, frozenset[str]]) -> Iterator[Pair]:
    """Other spellings of one name, or one address under two names, for one need and in places that overlap."""
    groups: dict[tuple[str, str], list[ServiceRecord]] = defaultdict(list)
    for service in services:
        if service.level == "local":
            for code in codes[service.id]:
                groups[(code, service.need_ids[0])].append(service)
    seen: set[tuple[str, str]] = set()
    for _, found in sorted(groups.items()):
        for first, second in itertools.combinations(found, 2):
            pair = (first.id, second.id)
            if pair in seen:
                continue
            seen.add(pair)
            why = _why_one(first, second)
            if why:
                what = (
                    f"{why} in {first.area_label}: {first.organization}: {first.name} / "
                    f"{second.organization}: {second.name}"
                )
                yield Pair("double", what, pair)


def _why_one(first: ServiceRecord, second: ServiceRecord) -> str:
    names = (
        _plain(f"{first.organization} {first.name}"),
        _plain(f"{second.organization} {second.name}"),
    )
    if first.address and _address(first.address) == _address(second.address):
        if first.name == second.name:
            return "one address and name"
        if fuzz.token_sort_ratio(*names) >= _ALIKE_AT_ONE_ADDRESS:
            return "one address, names alike"
    if first.organization == second.organization and first.name != second.name:
        # An office has several services with like names; with one number as well they may be one.
        names = (_plain(first.name), _plain(second.name))
        shared = {p.number for p in first.phones} & {p.number for p in second.phones}
        return "one number, names alike" if shared and fuzz.ratio(*names) >= _ALIKE else ""
    long = min(map(len, names)) >= _LETTERS
    numbers = [re.findall(r"\d+", name) for name in names]
    if long and numbers[0] == numbers[1] and fuzz.token_sort_ratio(*names) >= _ALIKE:
        return "names alike"
    return ""


def _plain(text: str) -> str:
    return " ".join(_FILLERS.sub(" ", text.lower()).split())


def _address(text: str) -> str:
    """ "12 North Main Street, Dayton" and "12 N. Main St, Dayton" are one."""
    words = re.sub(r"[^a-z0-9 ]", " ", text.lower().replace(".", "")).split()
    return " ".join(_STREETS.get(word, word) for word in words)
