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
            yield Finding(
                "conflict", f"{program} of {area}: {', '.join(numbers)}", tuple(s.id for s in found)
            )


def _same_phone(services: list[ServiceRecord]) -> Iterator[Finding]:
    owners: dict[tuple[str, str, str], list[ServiceRecord]] = defaultdict(list)
    for service in services:
        for phone in service.phones:
            owners[(phone.number, service.area_label, service.need_ids[0])].append(service)
    for (number, area, _), found in sorted(owners.items()):
        names = dict.fromkeys(service.organization for service in found)
        if len(names) > 1:
            yield Finding(
                "same phone", f"{number} in {area}: {'; '.join(names)}", tuple(s.id for s in found)
            )


def _alike(services: list[ServiceRecord]) -> Iterator[Finding]:
    """Other spellings of one name, or one address under two names, in one area and for one need."""
    groups: dict[tuple[str, str], list[ServiceRecord]] = defaultdict(list)
    for service in services:
        if service.level == "local":
            groups[(service.area_label, service.need_ids[0])].append(service)
    for (area, _), found in sorted(groups.items()):
        for first, second in itertools.combinations(found, 2):
            if first.organization == second.organization and first.name != second.name:
                continue
            why = _why_one(first, second)
            if why:
                what = f"{why} in {area}: {first.organization}: {first.name} / {second.organization}: {second.name}"
                yield Finding("double", what, (first.id, second.id))


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
