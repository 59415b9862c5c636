"""A need, a place, or both."""

from __future__ import annotations

from actions.ask_detail import answer_detail
from actions.show import find_help
from actions.shown.details import is_question
from actions.shown.earlier import go_to_earlier_need, points_back
from actions.shown.same_list import say_only_told
from actions.turn import Turn, TurnAction


class ActionFindHelp(TurnAction):
    """Needs and place, each asked for once; then services. A list is not sent twice in a row."""

    def name(self) -> str:
        return "action_find_help"

    def answer(self, turn: Turn) -> None:
        if (
            not turn.memory.case.heard and (go_to_earlier_need(turn) or points_back(turn))
        ) or not say_only_told(turn):
            find_help(turn)
            if turn.known_person and turn.memory.shown and not turn.new_needs and is_question(turn):
                # "Back to Mrs. A: does she need a doctor's note?": her list, and the answer from it.
                answer_detail(turn)
