"""Findings as calls to make: one number once, with all the records that hang on it, and a list to fill in by the phone."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from resources_index.directory.check import Finding
from resources_index.directory.records import ServiceRecord
from resources_index.directory.said import spoken

# These are about one record each; the others compare several and stay as they are.
_OF_ONE = frozenset(["no date", "call first", "held back"])
_KNOWN = (
    "call",
    "organization",
    "service",
    "where",
    "why",
    "last_checked",
    "hours_now",
    "service_id",
)
# What the person at the phone fills in; the names are those of a correction.
_TO_FILL = ("by", "checked_on", "phone", "url", "hours", "cost", "status")


@dataclass(frozen=True)
class Call:
    """One line for a person: `what` to look at, and the `ids` of the records."""

    kind: str
    what: str
    ids: tuple[str, ...]


def calls(services: Sequence[ServiceRecord], findings: Iterable[Finding]) -> list[Call]:
    """Findings with those of one number and one kind together, in their order."""
    by_id = {service.id: service for service in services}
    groups: dict[tuple[str, str, str], list[ServiceRecord]] = defaultdict(list)
    alone: list[Call] = []
    for finding in findings:
        if finding.kind in _OF_ONE:
            service = by_id[finding.ids[0]]
            groups[(finding.kind, number_of(service), service.organization)].append(service)
        else:
            alone.append(Call(finding.kind, finding.what, finding.ids))
    return [_call(kind, number, found) for (kind, number, _), found in groups.items()] + alone


def write_calls(path: Path, services: Sequence[ServiceRecord], findings: Iterable[Finding]) -> int:
    """Write a list of calls (CSV for Excel), those of one number together; returns how many records stand in it."""
    why: dict[str, list[str]] = defaultdict(list)
    for finding in findings:
        for identity in finding.ids:
            why[identity].append(finding.kind)
    order = {number: at for at, number in reversed(list(enumerate(number_of(s) for s in services)))}
    wanted = [service for service in services if service.id in why]
    wanted.sort(key=lambda service: order[number_of(service)])
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.DictWriter(file, (*_KNOWN, *_TO_FILL), restval="")
        writer.writeheader()
        for service in wanted:
            writer.writerow({
                "call": number_of(service), "organization": service.organization, "service": service.name,
                "where": service.area_label, "why": ", ".join(dict.fromkeys(why[service.id])),
                "last_checked": service.assured_date, "hours_now": service.hours["en"], "service_id": service.id,
            })  # fmt: skip
    return len(wanted)


def number_of(service: ServiceRecord) -> str:
    """The number to dial, else the web address."""
    return spoken(service.phones[0].number) if service.phones else service.url


def _call(kind: str, number: str, services: list[ServiceRecord]) -> Call:
    first = services[0]
    days = sorted({service.assured_date for service in services} - {""})
    told = [
        f"{first.name}" if len(services) == 1 else f"{len(services)} services",
        first.area_label,
        f"checked {days[0]}" if days else "",
        "trust low" if any(service.trust == "low" for service in services) else "",
    ]
    return Call(kind, f"{number} {first.organization}: {', '.join(part for part in told if part)}",
                tuple(service.id for service in services))  # fmt: skip
