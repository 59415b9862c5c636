"""Things that people ask for and nobody on our list gives: the water bill, a car, a funeral.

They resemble needs of their own ("my water" a light bill), and a list of something else helps nobody. It is said
that we have no place for it, with what does help. What is asked for beside it still gets its list.
"""

from __future__ import annotations

from typing import Any

from actions.memory import Case
from actions.needs.need_words import names_need
from actions.shown.not_listed_words import NAMES, THINGS, Thing
from actions.turn import Turn

_LONGEST, _LIKELY, _SURE = 300, 0.7, 0.9
# Turns that have an answer of their own, whatever was spoken of.
_OF_ITSELF = frozenset(
    "thanks goodbye greeting person are_you_robot who_are_you how_it_works help insult injection any_news withdraw_consent delete_my_data "
    "language_switch start_over follow_up_answer wrong_number affirm medical_advice legal_advice what_else".split()
)


def thing_in(plain: str) -> Thing | None:
    """The thing of this kind that a message asks for, if there is one."""
    return next((thing for thing in THINGS if thing.asked_in(plain)), None)


def beside_thing(turn: Turn, asked: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """`asked` without what is only the thing in other clothes; notes on the turn and the case what the thing is."""
    case, heard = turn.memory.case, turn.heard
    thing = None if heard.number is not None or turn.only_place else thing_in(heard.plain)
    if thing is None:
        if asked:
            case.thing = case.thing_told = ""
        return asked
    turn.thing_known = case.thing == thing.name
    turn.thing, turn.misread = (
        thing,
        [need for need in asked if not _for_itself(need, heard.plain, thing)],
    )
    case.thing, case.thing_told = thing.name, heard.text[:_LONGEST]
    case.needs = [need for need in case.needs if need not in thing.stands_for]
    case.asked = [need for need in case.asked if need not in thing.stands_for]
    case.told = [told for told in case.told if told["need"] not in thing.stands_for]
    return [need for need in asked if need not in turn.misread]


def _for_itself(need: dict[str, Any], plain: str, thing: Thing) -> bool:
    """Whether the need is asked for beside the thing."""
    if names_need(need["need_id"], thing.cut_from(plain)):
        return True
    return need["need_id"] not in thing.stands_for and bool(need["score"] >= _LIKELY)


def answer_thing(turn: Turn) -> bool:
    """True when such a thing is what the message is about, and it has been answered."""
    case = turn.memory.case
    if turn.thing is None or case.heard:
        return False
    # What was understood is told as it was; only the list would be of something else.
    case.heard = turn.misread
    turn.memory.answered()
    turn.thing_said = True
    if turn.thing_known:
        _say_again(turn)
    else:
        turn.say(turn.thing.response)
        turn.say("utter_thing_person")
    return True


def _say_again(turn: Turn) -> None:
    thing = NAMES[turn.memory.case.thing][turn.language == "es"]
    turn.say("utter_thing_again", thing=thing)


def say_thing_too(turn: Turn) -> None:
    """After the list for the rest of the message."""
    asked = {need["need_id"] for need in turn.memory.case.heard}
    if turn.thing is not None and asked & turn.thing.goes_with and not turn.thing_said:
        turn.say(turn.thing.response)


def goes_on_about_thing(turn: Turn) -> bool:
    """True when a later turn can only be about the thing, as nothing else was asked for; answered then."""
    case, heard = turn.memory.case, turn.heard
    if not case.thing or case.needs or case.heard or turn.memory.pending:
        return False
    if heard.act in _OF_ITSELF and not heard.doubted:
        return False
    _say_again(turn)
    return True


def opens_nothing(case: Case, asked: list[dict[str, Any]], plain: str) -> bool:
    """Whether a turn that follows such a thing hardly asks for a need: then it goes on about the thing."""
    if not case.thing or case.needs or not asked:
        return False
    best = asked[0]
    return not (best["score"] >= _SURE or names_need(best["need_id"], plain))


def thing_name(case: Case, language: str) -> str:
    """What a request to our desk is about when nothing but such a thing was asked for; else empty."""
    if not case.thing or case.needs:
        return ""
    return NAMES[case.thing][language == "es"]
