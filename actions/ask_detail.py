"""A question about a service that was shown: answered from its record, or honestly not."""

from __future__ import annotations

from collections.abc import Callable

from actions.needs.meaning import meant_service
from actions.show import find_help
from actions.shown.answers import (
    say_from_records,
    say_how_far,
    say_known,
    say_the_number,
    say_what_it_is,
    say_who_is_open,
)
from actions.shown.details import is_question, surely_asked, topics_of
from actions.shown.earlier import go_to_earlier_need
from actions.shown.listed import last_page
from actions.shown.meant import go_to_named_need, place_in_talk, places_named
from actions.shown.price import say_price
from actions.shown.same_list import say_only_told
from actions.shown.seldom_told import say_by_phone, say_in_person, say_seldom_told
from actions.shown.topics import TOLD, asked_field
from actions.talk.tongues import say_languages
from actions.turn import Turn, TurnAction
from resources_index.search.view import ServiceView

# Fields that one function of their own answers, for one service or for all of the page.
_SAID_BY: dict[str, Callable[[Turn, list[ServiceView]], None]] = {
    "cost": say_price,
    "open_now": say_who_is_open,
    "languages": say_languages,
    "by_phone": say_by_phone,
}


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


def answer_asked(turn: Turn) -> bool:
    """True when nothing but a place on show can be meant, and each thing asked of it has been answered."""
    if not surely_asked(turn):
        return False
    turn.memory.answered()
    answer_detail(turn)
    return True


def answer_detail(turn: Turn) -> None:
    """Each field that is asked for, of what was shown."""
    topics = topics_of(turn) or [""]
    back = go_to_named_need(turn)
    if "phones" in topics and not back and not places_named(turn) and go_to_earlier_need(turn):
        find_help(turn)
        return
    if "deaf" in topics:
        # A street would do, or a page, or somebody who calls: said once.
        topics = [topic for topic in topics if topic not in ("address", "phones")]
    for topic in topics:
        say_field(turn, topic)


def say_field(turn: Turn, field: str) -> None:
    """What the records tell of this field, for the named or chosen service, else for each of the page."""
    services = _services(turn)
    one = services[0] if len(services) == 1 else None
    if field in _SAID_BY:
        _SAID_BY[field](turn, services)
    elif field == "distance":
        say_how_far(turn, _one_of(turn, services))
    elif field == "summary":
        meant = meant_service(turn) if one is None else None
        say_what_it_is(turn, services if meant is None else [meant])
    elif field == "other_caller":
        turn.say("utter_call_for_other")
        if one is not None:
            say_the_number(turn, one)
    elif field == "phones" and one is not None:
        say_the_number(turn, one)
    elif field in ("address", "deaf"):
        say_in_person(turn, services, field == "deaf")
    elif field in TOLD:
        say_seldom_told(turn, services, field)
    elif field:
        say_known(turn, services, field)
    else:
        say_from_records(turn, services)


def _services(turn: Turn) -> list[ServiceView]:
    """The one that is named, else the one in talk, else the page. What is spoken of stays in talk."""
    named = places_named(turn) or [view for view in [place_in_talk(turn)] if view is not None]
    if not named:
        return last_page(turn)
    turn.memory.chosen = named[0].record.id
    return named


def _one_of(turn: Turn, services: list[ServiceView]) -> ServiceView:
    """That one place is meant by "how far is that?": an office near by before a line of the whole country."""
    near = (service for service in services if service.record.level == "local")
    return next(near, services[0])
