"""What was shown last, again."""

from __future__ import annotations

import re

from actions.choose import chosen_service, show_detail
from actions.rooms import search
from actions.show import find_help, show_services
from actions.shown.earlier import go_to_earlier_need
from actions.turn import Turn, TurnAction
from resources_index.search.view import ServiceView

_OWN = re.compile(r"\b(mine|my own|for me|myself|lo mio|el mio|la mia|para mi)\b")


class ActionRepeat(TurnAction):
    """The chosen service, or the list; 'go back' always means the list."""

    def name(self) -> str:
        return "action_repeat"

    def answer(self, turn: Turn) -> None:
        memory = turn.memory
        if go_to_earlier_need(turn):
            find_help(turn)
            return
        if turn.heard.number is not None and memory.shown:
            chosen = chosen_service(turn)
            if chosen is not None:
                show_detail(turn, chosen)
                return
        if turn.heard.act == "go_back" and _back_to_own(turn):
            find_help(turn)
            return
        if memory.chosen and turn.heard.act == "repeat":
            view = search().service(memory.chosen)
            if view is not None:
                show_detail(turn, ServiceView(view.record, turn.language))
                return
        if memory.shown:
            show_services(turn, **{**memory.page, "offset": 0})
            return
        find_help(turn)


def _back_to_own(turn: Turn) -> bool:
    """'Back to mine' after somebody else's needs: true when there is such a request."""
    memory = turn.memory
    own = memory.cases.get("self")
    if (
        own is None
        or not own.needs
        or memory.current == "self"
        or not _OWN.search(turn.heard.plain)
    ):
        return False
    memory.current = "self"
    return True
