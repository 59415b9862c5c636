"""Somebody corrects us, or looks elsewhere."""

from __future__ import annotations

from actions.needs.persons import say_for_whom
from actions.needs.whom import says_who
from actions.show import find_help
from actions.turn import Turn, TurnAction
from resources_index.index.needs import need_name


class ActionChangePlace(TurnAction):
    """Another place for the same needs; the memory has it already."""

    def name(self) -> str:
        return "action_change_place"

    def answer(self, turn: Turn) -> None:
        case = turn.memory.case
        if case.place_shown and turn.memory.pending != "place_choice":
            turn.say("utter_place_changed", place=case.place_shown["text"])
        find_help(turn)


class ActionCorrect(TurnAction):
    """'No, my mom lives in Ohio': put right without ceremony."""

    def name(self) -> str:
        return "action_correct"

    def answer(self, turn: Turn) -> None:
        case = turn.memory.case
        new_person = turn.new_person or turn.named_person
        nothing_new = not (turn.gave_place or new_person or case.heard or turn.memory.pending)
        if nothing_new and case.needs and case.place_shown:
            # The same list once more would help nobody: say what is understood, so that it can be put right.
            if says_who(turn.heard.plain):
                say_for_whom(turn)
                return
            topic = need_name(case.needs[0], turn.language)
            turn.say("utter_what_i_have", topic=topic, place=case.place_shown["text"])
            return
        if turn.memory.shown and turn.named_person and not (turn.gave_place or case.heard):
            # The same list, for somebody else.
            say_for_whom(turn)
            return
        if turn.memory.shown:
            turn.say("utter_corrected")
        find_help(turn)
