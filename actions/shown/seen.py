"""All places that this talk has shown, so that each can be got back by its name, whatever list came after."""

from __future__ import annotations

from actions.shown.listed import view_of
from actions.turn import Turn
from resources_index.search.view import ServiceView


def seen_views(turn: Turn) -> list[ServiceView]:
    """Those on show first, in their order; then those of this person, the newest list first; then those of the others."""
    memory = turn.memory
    before = [*memory.case.seen]
    for case in memory.cases.values():
        before += case.seen
    views = (view_of(turn, service_id) for service_id in dict.fromkeys([*memory.shown, *before]))
    return [view for view in views if view is not None]
