"""What in the directory should be looked at: stale, conflicting, double or unreachable records.

Nothing is changed or merged here: a person decides (`directory correct`).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

import phonenumbers

from resources_index.directory.directory import Directory
from resources_index.directory.doubles import CountiesOfZip, doubles
from resources_index.directory.records import ServiceRecord
from resources_index.directory.said import spoken

_URL = re.compile(r"https?://[^\s/]+\.[a-z]{2,}\S*$", re.IGNORECASE)
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


def findings(
    directory: Directory, counties_of_zip: CountiesOfZip = lambda _: ()
) -> Iterator[Finding]:
    """All findings, those of one record first; `counties_of_zip` lets a list of ZIPs be compared with a county."""
    shown = [service for service in directory.services if service.status == "active"]
    for service in shown:
        yield from _age(service)
        yield from _reach(service)
    yield from _conflicts(shown)
    for pair in doubles(shown, counties_of_zip):
        yield Finding(pair.kind, pair.what, pair.ids)


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
