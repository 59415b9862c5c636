"""What a message asks for: the needs that it surely names, beside or in place of those before."""

from __future__ import annotations

import re
from typing import Any

from actions.heard import ABOUT_A_LIST
from actions.needs.came_for import note_denied, note_told
from actions.needs.evidence import (
    ASKS,
    asks_who_does,
    least_after_a_no,
    names_it,
    rather_named,
    rejects_what_is_shown,
    weighed,
)
from actions.needs.food import both_foods
from actions.needs.need_words import names_need
from actions.needs.plain_words import led_by_words
from actions.needs.whom import says_who
from actions.shown.details import about_a_listed_service
from actions.shown.earlier import points_back, take_earlier_need
from actions.shown.not_listed import beside_thing, opens_nothing
from actions.shown.one_number import asks_one_number
from actions.shown.remarks import is_remark
from actions.shown.run_around import got_nowhere
from actions.talk.fixed_answers import has_fixed_answer
from actions.talk.mourning import grief_in
from actions.talk.our_part import about_us
from actions.talk.telling import only_tells
from actions.turn import Turn
from resources_index.search import is_urgent

# Below these a later message does not push aside what was understood before: what asks, and what only tells.
_WEAK, _SURE, _TOLD, _WHO, _ONE_WORD, _WHO_TOLD = 0.45, 0.7, 0.85, 0.9, 0.95, 0.97
_NOTHING_ELSE = 1.1
_OF_THE_LIST = ABOUT_A_LIST - {"correct"}
_ADDS = re.compile(
    r"^(?:and|also|plus|oh and|y|tambien|ademas)\b|\b(?:too|either|as well|also|tambien)$"
)
_ADDS_ANYWHERE = re.compile(r"\b(?:else|also|too|tambien|ademas|otra cosa)\b")
_MOST_TOGETHER = 3
_ANY = "benefits_check"
_ONLY = re.compile(
    r"\b(?:only|just) (?:(?:want|need|asked for|asking for|meant|mean) (?:the |a |my )?|the )(?P<what>(?!help|to)[a-z ]{2,30})|\b(?:solo|nomas|nada mas|solamente) (?:quiero|necesito|pedi|ocupo) (?:el |la |los |las )?(?P<que>[a-z ]{2,30})"
)


def remember_needs(turn: Turn) -> None:
    """Called once the person and the place are known."""
    case, heard = turn.memory.case, turn.heard
    note_denied(turn)
    asked = led_by_words(turn, rather_named(turn, heard.asked_needs))
    if case.needs and (heard.asks_person or heard.act == "person"):
        # "¿No me puede ayudar una persona?" asks for nothing else than what is in hand.
        asked = [need for need in asked if names_need(need["need_id"], heard.plain)]
    asked = _only_one_of_these(turn) or asked
    another = _asks_for_another(turn, asked)
    of_the_list = about_a_listed_service(turn) and not asks_who_does(heard)
    of_the_list = of_the_list and not (another and _ADDS_ANYWHERE.search(heard.plain))
    of_the_list = of_the_list or is_remark(turn) or asks_one_number(turn) or only_tells(turn)
    of_the_list = of_the_list or (got_nowhere(turn) and not another)
    if asked and (turn.only_place or of_the_list):
        asked = []
    if turn.memory.shown and heard.act in _OF_THE_LIST and not ASKS.search(heard.plain):
        # "No, esa no, ya la conocemos": said of the list, whatever need it sounds like.
        asked = []
    if about_us(turn) or has_fixed_answer(heard.plain):
        case.heard = []
        return
    if opens_nothing(case, asked, heard.plain):
        asked = []
    nothing_yet = not turn.memory.shown and not case.needs and not case.thing
    if not asked and nothing_yet and not turn.only_place:
        asked = heard.opening_needs
    asked = weighed(turn, asked)
    if turn.memory.shown and heard.act == "what_else" and not names_need(_ANY, heard.plain):
        # "We are not on Medicaid. What else is there": of the same.
        asked = [need for need in asked if need["need_id"] != _ANY]
    if case.needs and asked and asked[0]["score"] < _least(turn, asked[0]["need_id"]):
        asked = []
    asked = beside_thing(turn, grief_in(turn, asked))
    of_others = bool(asked) and asked[0]["need_id"] not in case.asked and points_back(turn)
    if of_others and take_earlier_need(turn):
        # "The hearing ones again", with her sister in talk: of him for whom they were asked.
        case.heard = turn.memory.case.heard = []
        return
    case.heard = asked
    if not asked:
        return
    if asked[0]["score"] >= _SURE:
        turn.memory.misses = 0.0
    new = both_foods(heard, [need["need_id"] for need in asked])
    if not turn.memory.shown and _adds(turn):
        # "And I can't pay the gas either", said before anything was shown: both are asked for.
        new = [*case.needs, *(need for need in new if need not in case.needs)][:_MOST_TOGETHER]
    turn.new_needs = not set(case.needs) <= set(new)
    note_told(turn, new)
    case.ask_for(new, heard.text)
    case.asked += [need for need in new if need not in case.asked]


def _only_one_of_these(turn: Turn) -> list[dict[str, Any]]:
    """ "I only need the ride", said of a list for two things."""
    known = turn.memory.case.needs
    match = _ONLY.search(turn.heard.plain)
    what = (match.group("what") or match.group("que")) if match else ""
    named = [need for need in known if names_need(need, what)]
    return [{"need_id": named[0], "score": 1.0}] if len(named) == 1 else []


def _asks_for_another(turn: Turn, asked: list[dict[str, Any]]) -> bool:
    """ "So nobody knows nothing. Is there a lawyer that does this?": something else, in its own words."""
    new = [need for need in asked[:1] if need["need_id"] not in turn.memory.case.needs]
    return any(names_it(turn.heard, need["need_id"]) for need in new)


def _least(turn: Turn, need: str) -> float:
    """How sure a need must be to take the place of what was asked before."""
    plain = turn.heard.plain
    if is_urgent(turn.heard.text) and names_it(turn.heard, need):
        # "Tengo hambre", "me desalojan el viernes": told, and asked for.
        return _WEAK
    if turn.memory.pending == "need_choice":
        # We asked what is needed: whatever is told is the answer.
        return _WEAK
    if turn.put_right:
        return 0.0
    if rejects_what_is_shown(plain):
        return least_after_a_no()
    if says_who(plain):
        return _WHO if ASKS.search(plain) else _WHO_TOLD
    if len(plain.split()) == 1:
        return _ONE_WORD
    asks = turn.heard.act in ("ask_need", "add_need")
    if turn.gave_place and not asks and not names_it(turn.heard, need):
        # "In Laredo, I don't remember the code": where, and nothing else.
        return _NOTHING_ELSE
    if not ASKS.search(plain):
        # "We own the house", "44 years married": told, not asked.
        return _TOLD
    # "Sorry, not Tulsa, she moved" says where, and sounds like trouble.
    waits = turn.memory.pending == "place" and not asks
    return _SURE if turn.gave_place or waits else _WEAK


def _adds(turn: Turn) -> bool:
    return turn.heard.act == "add_need" or bool(_ADDS.search(turn.heard.plain))
