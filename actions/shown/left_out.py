"""What a search finds and a list leaves out: places that were turned down, their number under another name, what is for another sense or illness."""

from __future__ import annotations

from actions.needs.illness import is_for_another_illness
from actions.needs.senses import is_for_another_sense
from actions.rooms import search
from actions.turn import Turn
from resources_index.search.view import ServiceView


def is_left_out(turn: Turn, view: ServiceView) -> bool:
    """Whether `view` must not be shown to this person."""
    if turn.memory.has_turned_down(view):
        return True
    if is_for_another_sense(turn, view) or is_for_another_illness(turn, view):
        return True
    return bool({phone.number for phone in view.record.phones} & _numbers_not_wanted(turn, view))


def _numbers_not_wanted(turn: Turn, view: ServiceView) -> set[str]:
    """ "Not that one": the same number does not come back as somebody else's."""
    found = (search().service(service_id) for service_id in turn.memory.case.excluded)
    others = (one.record for one in found if one is not None)
    return {
        phone.number
        for record in others
        if record.organization != view.record.organization
        for phone in record.phones
    }
