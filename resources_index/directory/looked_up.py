"""Records that a person looks for by name, number or id, and what is known of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from resources_index.directory.records import ServiceRecord
from resources_index.directory.said import spoken

_FEWEST_DIGITS = 7


def looked_up(services: Iterable[ServiceRecord], text: str) -> list[ServiceRecord]:
    """Those with this id or number, else with all of these words in the name of the service or of its organization.

    Who looks for "senior rides" means the service of that name before rides for older adults of Senior Resources.
    """
    wanted, digits = text.strip().lower(), re.sub(r"\D", "", text)
    every = list(services)
    if any(service.id == wanted for service in every):
        return [service for service in every if service.id == wanted]
    if len(digits) >= _FEWEST_DIGITS and not re.search(r"[a-z]", wanted):
        return [s for s in every if any(phone.number.endswith(digits) for phone in s.phones)]
    words = [re.compile(rf"\b{re.escape(word)}") for word in wanted.split()]
    names = ((service, f"{service.name} {service.organization}".lower()) for service in every)
    found = [service for service, name in names if all(word.search(name) for word in words)]
    return sorted(found, key=lambda service: _distance(service.name.lower(), wanted))


def _distance(name: str, wanted: str) -> int:
    """0 where that is the name, 1 where the name begins so, 2 where it holds the words side by side, else 3."""
    return 0 if name == wanted else 1 if name.startswith(wanted) else 2 if wanted in name else 3


def as_told(service: ServiceRecord) -> Iterator[str]:
    """Lines of a record: how to reach it, for whom and where, and how far it is trusted."""
    yield f"{service.name} ({service.organization})"
    yield f"  id {service.id}"
    numbers = ", ".join(spoken(phone.number) for phone in service.phones)
    yield f"  {numbers or 'no number'}  {service.url}"
    yield f"  for {service.area_label}; needs: {', '.join(service.need_ids)}"
    checked = f"checked {service.assured_date}" if service.assured_date else "no date"
    shown = "held back" if service.held_back else "call first" if service.call_first else "shown"
    yield f"  {service.status}, {shown}; {checked}, trust {service.trust}; source: {service.source}"
