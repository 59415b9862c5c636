"""A question about a service that was shown: answered from its record, or honestly not."""

from __future__ import annotations

from actions.answers import (
    ONCE,
    say_from_records,
    say_how_far,
    say_known,
    say_once,
    say_the_number,
    say_what_it_is,
    say_who_is_open,
)
from actions.asked_of_a_list import asked_field, asked_fields
from actions.choose import chosen_service
from actions.details import is_question
from actions.earlier import go_to_earlier_need
from actions.listed import asks_of_all, last_page, view_of
from actions.meaning import meant_service
from actions.price import say_price
from actions.same_list import say_only_told
from actions.show import find_help
from actions.turn import Turn, TurnAction
from resources_index.search.view import ServiceView

_SEVERAL = 2


class ActionAskDetail(TurnAction):
    """Answer for the chosen or named service, else for each that was shown."""

    def name(self) -> str:
        return "action_ask_detail"

    def answer(self, turn: Turn) -> None:
        if not turn.memory.shown or turn.memory.case.heard:
            find_help(turn)
            if turn.memory.shown and not turn.new_needs and is_question(turn):
                # "Back to Mrs. A: does she need a doctor's note?": her list, and the answer from it.
                answer_detail(turn)
            return
        told = asked_field(turn.heard.plain) is None and not is_question(turn)
        if not (told and say_only_told(turn)):
            answer_detail(turn)


def answer_detail(turn: Turn) -> None:
    """What is asked for, of what was shown: each of several questions."""
    fields = asked_fields(turn.heard.text)
    if len(fields) < _SEVERAL:
        fields = [asked_field(turn.heard.question) or asked_field(turn.heard.plain) or ""]
    if fields == ["phones"] and go_to_earlier_need(turn):
        find_help(turn)
        return
    for field in fields:
        say_field(turn, field)


def say_field(turn: Turn, field: str) -> None:
    """What the records tell of this field, for the named or chosen service, else for each of the page."""
    services = _services(turn)
    if field == "cost":
        say_price(turn, services)
    elif field == "open_now":
        say_who_is_open(turn, services)
    elif field == "distance":
        say_how_far(turn, _one_of(turn, services))
    elif field == "summary":
        meant = meant_service(turn)
        say_what_it_is(turn, services if meant is None else [meant])
    elif field == "for_another":
        turn.say("utter_call_for_other")
    elif field in ONCE and len(services) > 1:
        say_once(turn, services, field)
    elif field == "phones" and len(services) == 1:
        say_the_number(turn, services[0])
    elif field:
        say_known(turn, services, field)
    else:
        say_from_records(turn, services)


def _services(turn: Turn) -> list[ServiceView]:
    if asks_of_all(turn.heard.plain):
        return last_page(turn)
    named = chosen_service(turn)
    if named is None and turn.memory.chosen:
        named = view_of(turn, turn.memory.chosen)
    return last_page(turn) if named is None else [named]


def _one_of(turn: Turn, services: list[ServiceView]) -> ServiceView:
    """That one place is meant by "how far is that?": an office near by before a line of the whole country."""
    near = (service for service in services if service.record.level == "local")
    return next(near, services[0])
