"""Somebody wants to be heard and asks for nothing: a pet that died, "I only wanted to tell somebody".

No list and no question of a place: kind words, and never the same twice in a row, until something is asked for.
"""

from __future__ import annotations

import re

from actions.needs.evidence import ASKS
from actions.needs.losses import pet_is_gone, tells_of_a_loss
from actions.needs.need_words import names_need
from actions.turn import Turn

_ONLY_TO_TELL = re.compile(
    r"\b(?:just|only) (?:\w+ ){0,2}(?:wanted|want|needed|need|had|felt like) to (?:say|tell|talk about|share|get) (?:\w+ ){0,2}(?:it|that|somebody|someone|you|a soul|anybody|out loud|off my chest)\b(?! (?:my|the|a|his|her|how|what|that) )|"
    r"\b(?:don't|dont|didn't|didnt|do not) (?:need|want) (?:any|anything|a|the|no|your) ?(?:list|lists|place|places|number|numbers|help|service|services|nothing)?\b.*\b(?:just|only)\b.*\b(?:miss|talk\w*|tell\w*|say\w*|sad|lonesome|listen\w*)\b(?! me\b| us\b)|"
    r"\b(?:was|am|i'm|im) (?:just|only) (?:talking|rambling|thinking out loud)\b|\b(?:just|only) (?:telling|saying|talking to) (?:you|ya|somebody|it|that|she|he|my)\b|\b(?:wasn't|wasnt|not) asking (?:for )?(?:anything|nothing|you for)\b|\b(?:just|only) (?:somebody|someone) to listen\b|"
    r"\b(?:solo|nomas|nada mas|solamente) (?:queria|quiero|necesitaba) (?:contar\w*|decir\w*|platicar\w*|desahogar\w*|hablar)\b|\bno (?:quiero|necesito|busco) (?:nada|numeros|lista|ayuda)\b.*\b(?:solo|nomas)\b"
)
# Needs that a sorrow is taken for.
_CLOSE = frozenset("mental_health social_connection volunteering respite caregiver_support hospice_palliative long_term_care".split())  # fmt: skip
_OWN_ANSWER = frozenset(
    "choose repeat more closer free_only person any_news language_switch goodbye start_over help go_back delete_my_data withdraw_consent "
    "change_place give_place injection insult what_else how_it_works are_you_robot who_are_you ask_detail".split()
)
_WHERE = frozenset({"give_place", "change_place"})
_SURE = 0.8
_AM_I_ODD = re.compile(
    r"\b(?:is (?:it|that|this) (?:crazy|silly|foolish|dumb|stupid|strange|odd|weird|normal|wrong|okay|ok)|am i (?:crazy|silly|foolish|nuts|losing it|wrong)|estoy loc[oa]|es (?:una )?(?:locura|tonteria|normal)|sere (?:tont[oa]|loc[oa]))\b"
)
_WONDERS = re.compile(
    r"^(?:(?:and|so|but|oh|y|pero) )*(?:do you (?:think|believe|suppose)|is there a heaven|will i|should i|would you|why|do (?:dogs|cats|animals|pets)|cree\w*|piensa\w*|usted cree|habra|por que)\b"
)
_WORDS = ("utter_listen_one", "utter_listen_two", "utter_listen_three")


def answer_listening(turn: Turn) -> bool:
    """True when nothing but an ear is wanted, and a kind word has been said."""
    memory, plain = turn.memory, turn.heard.plain
    goes_on = "listening" in memory.page
    if turn.heard.number is not None or memory.pending not in (None, "place", "need_choice"):
        return False
    if memory.pending == "place" and set(memory.case.needs) - _CLOSE:
        # Something was asked for, and the place is still owed.
        return False
    only_tells = bool(_ONLY_TO_TELL.search(plain))
    if only_tells or (_grieves_for_a_pet(turn) and not goes_on):
        _begin(turn)
        turn.say("utter_listen_pet" if pet_is_gone(plain) else _next(turn))
        return True
    if not goes_on:
        return False
    if _asks(turn):
        memory.page.pop("listening")
        return False
    _begin(turn)
    turn.say(_word_for(turn, plain))
    return True


def _grieves_for_a_pet(turn: Turn) -> bool:
    plain = turn.heard.plain
    if not pet_is_gone(plain) or turn.memory.shown or turn.mourns:
        return False
    return not _asks(turn)


def _asks(turn: Turn) -> bool:
    """Whether something is asked for that is no sorrow, or the turn has an answer of its own."""
    heard = turn.heard
    # "My cat died, Macon Georgia": the town is told along.
    only_where = heard.act in _WHERE and pet_is_gone(heard.plain)
    own = heard.act in _OWN_ANSWER and not heard.doubted and not only_where
    if own and not _AM_I_ODD.search(heard.plain):
        return not _WONDERS.search(heard.plain)
    other = [n for n in heard.needs if n["need_id"] not in _CLOSE and n["score"] >= _SURE]
    if any(ASKS.search(heard.plain) or names_need(n["need_id"], heard.plain) for n in other):
        return True
    close = [n for n in heard.needs if n["need_id"] in _CLOSE]
    return bool(close) and bool(_SEEKS_PEOPLE.search(heard.plain))


# "Is there a grief group": people are asked for after all.
_SEEKS_PEOPLE = re.compile(
    r"\b(?:groups?|class\w*|center|club|counsel\w*|therap\w*|visitor\w*|number|call|someone to talk|somebody to talk|need (?:somebody|someone|help|company)|where|grupos?|centro|consejer\w*|terapia|numero|necesito (?:ayuda|alguien|compania)|donde)\b"
)


def _begin(turn: Turn) -> None:
    """Nothing is in hand that was only a sorrow."""
    memory = turn.memory
    case = memory.case
    case.needs = [need for need in case.needs if memory.shown and need not in _CLOSE]
    case.heard, case.consoled = [], True
    if memory.pending is not None:
        memory.answered()
    memory.page.setdefault("listening", 0)


def _word_for(turn: Turn, plain: str) -> str:
    if _AM_I_ODD.search(plain):
        return "utter_listen_normal"
    if _WONDERS.search(plain):
        return "utter_listen_wonder"
    if tells_of_a_loss(plain) and not turn.memory.page["listening"]:
        return "utter_loss"
    return _next(turn)


def _next(turn: Turn) -> str:
    page = turn.memory.page
    page["listening"] += 1
    return _WORDS[(page["listening"] - 1) % len(_WORDS)]
