"""A need, a place, or both."""

from __future__ import annotations

from actions.show import find_help
from actions.turn import Turn, TurnAction


class ActionFindHelp(TurnAction):
    """Needs and place, each asked for once; then services."""

    def name(self) -> str:
        return "action_find_help"

    def answer(self, turn: Turn) -> None:
        find_help(turn)
