""" "What was the number for the lights again?", "el número del segundo": the one number, and not the list."""

from __future__ import annotations

import re

from actions.answers import say_the_number
from actions.choose import chosen_service
from actions.earlier import take_earlier_need
from actions.listed import at_number, first_to_call, last_page, number_said, view_of
from actions.meant import go_to_named_need, places_named
from actions.need_words import OWN_WORDS, names_need
from actions.show import find_help, recall_list
from actions.turn import Turn
from resources_index.search.view import ServiceView

_LONGEST = 16  # words
_LIKELY = 0.5
_ASKS = re.compile(
    r"\b(?:the|that|their|his|her|its|what|phone|which|whats|what's) (?:\w+ ){0,2}?(?:phone ?number|number|phone|telephone)(?:'s)? (?:\w+ ){0,2}?(?:again|was|for|of|to)\b|"
    r"\b(?:number|phone) (?:again|one more time|once more)\b|\b(?:again|repeat|resend) (?:\w+ ){0,2}?(?:phone ?number|number|phone)\b|"
    r"\b(?:what's|whats|what is|what was|what were|give me|send me|tell me|need|forgot|lost|misplaced|repeat|read me|say|missed) (?:\w+ ){0,2}?(?:the|that|their|his|her|its) (?:\w+ ){0,3}?(?:number|phone)\b|"
    r"\b(?:the|their|that) (?:first|second|third|last)(?: one)?(?:'s|s)? (?:phone ?)?number\b|^(?:the |phone )?number (?:for|of|to) \w+|^(?:(?:and|ok|no|what's|whats) )*(?:the|that) (?:\w+ ){1,3}(?:number|phone)(?: please)?$|"
    r"\b(?:el|aquel|su|que|cual) (?:\w+ ){0,3}?(?:numero|telefono) (?:(?:era|es|otra vez|de nuevo) )*(?:de(?:l)?|para|otra vez|de nuevo)\b|\b(?:numero|telefono) (?:otra vez|de nuevo|otra ves)\b|"
    r"\b(?:deme|dame|mande(?:me)?|mandame|digame|dime|repita(?:me)?|repite(?:me)?|perdi|olvide|se me perdio|necesito|cual es|cual era) (?:\w+ ){0,2}?(?:el|ese|su) (?:\w+ )?(?:numero|telefono)\b"
)
_NOT_THEIRS = re.compile(
    r"\b(?:my|our|mi|mis|your|usted|this|wrong|another|different|other|case|reference|clave|confirmation|social|card|account|policy|claim|"
    r"tracking|(?:my|your|her|his|their|a) medicare|(?:my|your|her|his|their|a) medicaid|seguro|tarjeta|cuenta|equivocado|otro)(?: \w+)? (?:phone ?number|number|phone|numero|telefono)\b|\b(?:numero|telefono) (?:equivocado|de (?:mi|su|seguro|cuenta|tarjeta|caso|medicare)\b)|"
    r"\bnumber (?:do|did) (?:you|u) have for (?:me|us)\b|\b(?:number|phone) (?:is|changed|doesn't|doesnt|don't|won't|isn't)\b|\bnumber (?:one|two|three|\d)\b"
)
_NUMBER = re.compile(r"\b(?:(?:tele)?phones?|numbers?|telefonos?|numeros?)\b")
_SEVERAL = re.compile(r"\b(?:numbers|phones|numeros|telefonos|list|lista)\b")


def asks_one_number(turn: Turn) -> bool:
    """Whether the telephone number of one of those that were shown is asked for."""
    plain, memory = turn.heard.plain, turn.memory
    if not memory.shown or memory.pending is not None or len(plain.split()) > _LONGEST:
        return False
    return (
        bool(_ASKS.search(plain)) and not _SEVERAL.search(plain) and not _NOT_THEIRS.search(plain)
    )


def answer_number(turn: Turn) -> bool:
    """True when one number was asked for and has been said."""
    if not asks_one_number(turn):
        return False
    service = _meant(turn)
    if service is not None:
        say_the_number(turn, service)
        return True
    if number_said(turn) is not None:
        turn.say("utter_which_number", count=len(turn.memory.shown))
        return True
    return _shows_its_list(turn)


def _shows_its_list(turn: Turn) -> bool:
    """ "The phone for the rides", where no ride was asked for before: it is asked for now."""
    plain = _NUMBER.sub(" ", turn.heard.plain)
    named = [need for need in OWN_WORDS if names_need(need, plain)]
    if len(named) != 1:
        return False
    turn.memory.case.ask_for(named, turn.heard.text)
    turn.memory.case.asked += named
    find_help(turn)
    return True


def _meant(turn: Turn) -> ServiceView | None:
    back = go_to_named_need(turn)
    number = number_said(turn)
    if number is not None:
        return at_number(turn, number)
    named = places_named(turn)
    if named:
        return named[0]
    if back:
        return first_to_call(turn)
    called = chosen_service(turn)
    if called is not None:
        return called
    guess = turn.heard.guesses[0] if turn.heard.guesses else None
    if take_earlier_need(turn):
        recall_list(turn)
        return first_to_call(turn)
    if guess is not None and guess["score"] >= _LIKELY:
        found = _for_need(turn, guess["need_id"])
        if found is not None or names_need(guess["need_id"], turn.heard.plain):
            return found
    if turn.memory.chosen:
        return view_of(turn, turn.memory.chosen)
    return first_to_call(turn)


def _for_need(turn: Turn, need: str) -> ServiceView | None:
    """The first of the page for `need`, where the list is of it; a need that was never shown asks for its own list."""
    if need not in turn.memory.case.needs:
        return None
    able = [view for view in last_page(turn) if view.record.phones]
    return next((view for view in able if need in view.record.need_ids), able[0] if able else None)
