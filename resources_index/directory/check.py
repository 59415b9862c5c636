"""What in the directory should be looked at: stale, conflicting, double or unreachable records.

Nothing is changed or merged here: a person decides (`directory correct`).
"""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

import phonenumbers
from rapidfuzz import fuzz

from resources_index.directory.directory import Directory
from resources_index.directory.records import ServiceRecord
from resources_index.directory.said import spoken

# Names as alike as this, at one place and for one need, are likely one office.
_ALIKE = 88.0
_LETTERS = 12
_URL = re.compile(r"https?://[^\s/]+\.[a-z]{2,}\S*$", re.IGNORECASE)
_FILLERS = re.compile(
    r"\b(inc|llc|the|of|for|and|county|office|department|agency|area)\b|[^a-z0-9 ]"
)
# Programs with one number a state: two different ones are a conflict.
_ONE_NUMBER = frozenset(
    ["SHIP", "APS", "LTC_OMBUDSMAN", "MEDICAID", "SNAP", "LIHEAP", "SCSEP", "SMP"]
)


KINDS = ("no date", "call first", "held back", "conflict", "same phone", "double", "unreachable", "wrong number",
         "wrong address")  # fmt: skip


@dataclass(frozen=True)
class Finding:
    """`ids` are the services that it is about: one, or those that should be compared."""

    kind: str
    what: str
    ids: tuple[str, ...]


def findings(directory: Directory) -> Iterator[Finding]:
    """All findings, those of one record first."""
    shown = [service for service in directory.services if service.status == "active"]
    for service in shown:
        yield from _age(service)
        yield from _reach(service)
    yield from _conflicts(shown)
    yield from _same_phone(shown)
    yield from _alike(shown)


def _label(service: ServiceRecord) -> str:
    return f"{service.organization}: {service.name} ({service.area_label})"


def _age(service: ServiceRecord) -> Iterator[Finding]:
    if service.held_back:
        yield Finding(
            "held back", f"{_label(service)}, checked {service.assured_date}", (service.id,)
        )
    elif not service.assured_date:
        yield Finding("no date", _label(service), (service.id,))
    elif service.call_first:
        what = f"{_label(service)}, checked {service.assured_date}, trust {service.trust}"
        yield Finding("call first", what, (service.id,))


def _reach(service: ServiceRecord) -> Iterator[Finding]:
    if not service.phones and not service.url:
        yield Finding("unreachable", _label(service), (service.id,))
    for phone in service.phones:
        if not _can_be_dialled(phone.number):
            yield Finding("wrong number", f"{phone.number} of {_label(service)}", (service.id,))
    if service.url and not _URL.match(service.url):
        yield Finding("wrong address", f"{service.url} of {_label(service)}", (service.id,))


def _can_be_dialled(number: str) -> bool:
    """Whether the number can exist: short codes as they are, others by the numbering plan."""
    if not number.startswith("+"):
        return len(number) == 3
    try:
        return phonenumbers.is_possible_number(phonenumbers.parse(number))
    except phonenumbers.NumberParseException:
        return False


def _conflicts(services: list[ServiceRecord]) -> Iterator[Finding]:
    lines: dict[tuple[str, str, str], list[ServiceRecord]] = defaultdict(list)
    for service in services:
        if service.program in _ONE_NUMBER and service.area.kind == "state" and service.phones:
            lines[(service.program, service.area_label, service.name)].append(service)
    for (program, area, _), found in sorted(lines.items()):
        numbers = dict.fromkeys(service.phones[0].number for service in found)
        if len(numbers) > 1:
            what = f"{program} of {area}: {', '.join(map(spoken, numbers))}"
            yield Finding("conflict", what, tuple(service.id for service in found))


def _same_phone(services: list[ServiceRecord]) -> Iterator[Finding]:
    """One number under two names, for one need and in places that overlap."""
    owners: dict[tuple[str, str], list[ServiceRecord]] = defaultdict(list)
    for service in services:
        for phone in service.phones:
            owners[(phone.number, service.need_ids[0])].append(service)
    for (number, _), every in sorted(owners.items()):
        found = [one for one in every if any(_beside(one, other) for other in every)]
        names = dict.fromkeys(service.organization for service in found)
        if names:
            what = f"{spoken(number)} in {found[0].area_label}: {'; '.join(names)}"
            yield Finding("same phone", what, tuple(service.id for service in found))


def _beside(one: ServiceRecord, other: ServiceRecord) -> bool:
    return one.organization != other.organization and not _codes(one).isdisjoint(_codes(other))


def _codes(service: ServiceRecord) -> frozenset[str]:
    """What tells whether two services are for the same people: counties or ZIPs, else the name of the area."""
    return service.area.county_fips or service.area.zips or frozenset([service.area_label])


def _alike(services: list[ServiceRecord]) -> Iterator[Finding]:
    """Other spellings of one name, or one address under two names, for one need and in places that overlap."""
    groups: dict[tuple[str, str], list[ServiceRecord]] = defaultdict(list)
    for service in services:
        if service.level == "local":
            for code in _codes(service):
                groups[(code, service.need_ids[0])].append(service)
    seen: set[tuple[str, str]] = set()
    for _, found in sorted(groups.items()):
        for first, second in itertools.combinations(found, 2):
            pair = (first.id, second.id)
            if pair in seen or (
                first.organization == second.organization and first.name != second.name
            ):
                continue
            seen.add(pair)
            why = _why_one(first, second)
            if why:
                what = (
                    f"{why} in {first.area_label}: {first.organization}: {first.name} / "
                    f"{second.organization}: {second.name}"
                )
                yield Finding("double", what, pair)


def _why_one(first: ServiceRecord, second: ServiceRecord) -> str:
    if (
        first.address
        and _plain(first.address) == _plain(second.address)
        and first.name == second.name
    ):
        return "one address and name"
    names = (
        _plain(f"{first.organization} {first.name}"),
        _plain(f"{second.organization} {second.name}"),
    )
    long = min(map(len, names)) >= _LETTERS
    numbers = [re.findall(r"\d+", name) for name in names]
    if long and numbers[0] == numbers[1] and fuzz.token_sort_ratio(*names) >= _ALIKE:
        return "names alike"
    return ""


def _plain(text: str) -> str:
    return " ".join(_FILLERS.sub(" ", text.lower()).split())
