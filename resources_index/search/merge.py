"""From one ranked list a need to one list of hits: no office twice, the needs in turns, the urgent first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from resources_index.directory import ServiceRecord
from resources_index.search.found import Found
from resources_index.search.scoring import is_signpost


def merged(ranked: Sequence[Sequence[Found]], urgent: bool) -> tuple[list[Found], list[Found]]:
    """(first, more): at most one hit an office and need, then what the same offices offer besides.

    When it is urgent, what takes weeks comes after everything that helps sooner.
    """
    split = [_one_an_office(hits) for hits in ranked]
    seen: set[str] = set()
    first = _in_turns([first for first, _ in split], seen)
    more = _in_turns([others for _, others in split], seen)
    return (_soon_first(first), _soon_first(more)) if urgent else (first, more)


def _one_an_office(hits: Iterable[Found]) -> tuple[list[Found], list[Found]]:
    known: set[str] = set()
    first: list[Found] = []
    others: list[Found] = []
    for hit in hits:
        names = office_names(hit.service)
        (others if names & known else first).append(hit)
        known |= names
    return first, others


def office_names(service: ServiceRecord) -> set[str]:
    """By what two services are one office: its name, a phone, or being the same state's signpost."""
    names = {service.organization, *(phone.number for phone in service.phones)}
    if is_signpost(service) and service.area.kind == "state":
        names.add(f"{service.name} {service.area.states}")
    return names


def _in_turns(ranked: Sequence[Sequence[Found]], seen: set[str]) -> list[Found]:
    """The best of each need, then the second of each; a service that answers two needs comes once."""
    hits: list[Found] = []
    for turn in range(max((len(one) for one in ranked), default=0)):
        for one in ranked:
            if turn < len(one) and one[turn].service.id not in seen:
                seen.add(one[turn].service.id)
                hits.append(one[turn])
    return hits


def _soon_first(hits: Iterable[Found]) -> list[Found]:
    return sorted(hits, key=lambda hit: hit.service.urgency == "weeks")
