"""What a service is there for first of all, and which ones only tell people where to turn."""

from __future__ import annotations

from resources_index.directory import ServiceRecord

# An office that answers to very many needs tells people where to turn. It comes behind whoever does the
# thing itself, even from farther away, and is a good next step where nobody does.
_SIGNPOST_NEEDS = 10
# What such an office does itself comes first in its list of needs.
OWN = 4


def is_signpost(service: ServiceRecord) -> bool:
    """Whether the service tells where to turn for nearly everything, and seldom does it itself."""
    return len(service.need_ids) >= _SIGNPOST_NEEDS


def office_names(service: ServiceRecord) -> set[str]:
    """By what two services are one office: its name, a phone, or being the same thing for the same state."""
    names = {service.organization, *(phone.number for phone in service.phones)}
    if service.area.kind == "state":
        names.add(f"{service.name} {service.area.states}")
    return names
