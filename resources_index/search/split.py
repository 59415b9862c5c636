"""A ZIP that lies in several counties: whether it matters which of them somebody lives in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from resources_index.places import Place

# Below this share of a ZIP's addresses a county is not worth a question.
_LEAST_SHARE = 0.15
_MOST_CHOICES = 3


def differing(place: Place | None, answers_at: Callable[[Place], list[str]]) -> tuple[Place, ...]:
    """The counties of a ZIP, as places, where the first answers are not the same in all; empty where they are.

    `answers_at` gives the ids of the first answers for a place.
    """
    if place is None or place.zip is None:
        return ()
    counties = [county for county in place.counties if county.share >= _LEAST_SHARE]
    choices = [
        replace(
            place, label=f"{county.name}, {county.state}", state=county.state, counties=(county,)
        )
        for county in counties[:_MOST_CHOICES]
    ]
    pages = [answers_at(choice) for choice in choices]
    return tuple(choices) if any(page != pages[0] for page in pages) else ()
