"""What in the directory should be looked at: stale, doubtful or double records."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from resources_index.directory.directory import Directory


def findings(directory: Directory) -> Iterator[tuple[str, str]]:
    """(kind, what) of each finding; nothing is changed or merged here: a person decides."""
    phones: dict[tuple[str, str], set[str]] = defaultdict(set)
    for service in directory.services:
        label = f"{service.organization}: {service.name} ({service.area_label})"
        if service.held_back:
            yield "held back", f"{label}, checked {service.assured_date}"
        elif not service.assured_date:
            yield "no date", label
        elif service.call_first:
            yield "call first", f"{label}, checked {service.assured_date}, trust {service.trust}"
        if not service.phones and not service.url:
            yield "unreachable", label
        for phone in service.phones:
            phones[(phone.number, service.area_label)].add(service.organization)
    for (number, area), owners in sorted(phones.items()):
        if len(owners) > 1:
            yield "same phone, other name", f"{number} in {area}: {'; '.join(sorted(owners))}"
