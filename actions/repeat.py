"""What was shown last, again."""

from __future__ import annotations

from actions.choose import show_detail
from actions.rooms import search
from actions.show import find_help, show_services
from actions.turn import Turn, TurnAction
from resources_index.search.view import ServiceView


class ActionRepeat(TurnAction):
    """The chosen service, or the list; 'go back' always means the list."""

    def name(self) -> str:
        return "action_repeat"

    def answer(self, turn: Turn) -> None:
        memory = turn.memory
        if memory.chosen and turn.heard.act == "repeat":
            view = search().service(memory.chosen)
            if view is not None:
                show_detail(turn, ServiceView(view.record, turn.language))
                return
        if memory.shown:
            show_services(turn, **{**memory.page, "offset": 0})
            return
        find_help(turn)
