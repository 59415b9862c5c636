"""More of the same list, nearer, free, or without one of them."""

from __future__ import annotations

import re

from actions.choose import chosen_service
from actions.needs.several import go_to_next
from actions.show import find_help, service_ids, show_services
from actions.shown.details import is_question
from actions.shown.remarks import only_free
from actions.shown.same_list import say_only_told
from actions.turn import Turn, TurnAction

# "There's no such thing as free, ha": told, and wishes for nothing.
_WISHES = re.compile(
    r"\b(?:need|want|wants|looking|find|give|show|send|get|any|anything|something|some|only|just|ones?|places?|can't|cant|cannot|afford|please|list|necesit\w+|quier\w+|busc\w+|deme|dame|mandeme|algo|algun\w*|solo|puedo|pagar|alcanza|que (?:sea|no cueste|no cobren))\b"
)
_FEW = 5  # words


class ActionMore(TurnAction):
    """The next page of the list."""

    def name(self) -> str:
        return "action_more"

    def answer(self, turn: Turn) -> None:
        memory = turn.memory
        if not memory.shown or go_to_next(turn):
            find_help(turn)
            return
        page = {**memory.page, "offset": len(memory.shown)}
        if not show_services(turn, **page):
            turn.say("utter_no_more")


class ActionCloser(TurnAction):
    """The nearest first; when these were shown already, that is said instead of the list again."""

    def name(self) -> str:
        return "action_closer"

    def answer(self, turn: Turn) -> None:
        memory, case = turn.memory, turn.memory.case
        if not memory.shown or case.place is None or case.heard:
            find_help(turn)
            return
        nearest = service_ids(turn, near_first=True)
        if set(nearest) == set(memory.shown[: len(nearest)]):
            turn.say("utter_no_closer")
            return
        turn.say("utter_closer")
        show_services(turn, near_first=True)


class ActionFreeOnly(TurnAction):
    """Only what is said to be free."""

    def name(self) -> str:
        return "action_free_only"

    def answer(self, turn: Turn) -> None:
        told = not _WISHES.search(turn.heard.plain) and not is_question(turn)
        if turn.memory.case.heard and not turn.memory.shown:
            find_help(turn)
        elif not (told and len(turn.heard.plain.split()) > _FEW and say_only_told(turn)):
            only_free(turn)


class ActionNotThat(TurnAction):
    """Leave one out (or, when none is named, all that were shown) and show others."""

    def name(self) -> str:
        return "action_not_that"

    def answer(self, turn: Turn) -> None:
        memory, case = turn.memory, turn.memory.case
        if not memory.shown or case.heard:
            find_help(turn)
            return
        named = chosen_service(turn)
        refused = [named.record.id] if named else [memory.chosen] if memory.chosen else memory.shown
        case.excluded = [*case.excluded, *(item for item in refused if item)]
        if not show_services(turn):
            turn.say("utter_no_more")
