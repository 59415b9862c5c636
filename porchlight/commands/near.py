"""The place that `--near` names."""

from __future__ import annotations

from porchlight.errors import UserError
from resources_index.places import Ambiguous, Place, Places, Resolved


def named_place(places: Places, near: str) -> Place:
    """Raises UserError with what to do when `near` is no place, or could be several."""
    answer = places.resolve(near)
    if isinstance(answer, Resolved):
        return answer.place
    if isinstance(answer, Ambiguous):
        labels = "; ".join(place.label for place in answer.choices)
        raise UserError(f"{near!r} could be one of these: {labels}. Name one.")
    raise UserError(f"No place called {near!r} is known. Try a ZIP, or a town and state.")
