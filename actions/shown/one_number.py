""" "What was the number for the lights again?", "el número del segundo": the one number, and not the list."""

from __future__ import annotations

import re

from actions.ask_detail import say_field
from actions.choose import chosen_service
from actions.needs.evidence import surely_opens
from actions.needs.need_words import OWN_WORDS, names_need
from actions.show import find_help, recall_list
from actions.shown.answers import name_of, phone_of, say_the_number
from actions.shown.details import is_question, topics_of
from actions.shown.earlier import take_earlier_need
from actions.shown.listed import at_number, first_to_call, last_page, number_said, view_of
from actions.shown.meant import go_to_named_need, places_named
from actions.shown.pointing import (
    Pointed,
    asks_for_several,
    pointed_at,
    points_at_nothing_known,
)
from actions.shown.put_back import chosen_after_all, takes_back_a_no
from actions.shown.seen import seen_views
from actions.shown.turned_down import wanted_after_all
from actions.talk.said_kinds import FIELDS, LIKELY, kind_of
from actions.turn import Turn
from resources_index.search.view import ServiceView

_LONGEST, _LONGEST_NAMED = 22, 30  # words
_MOST_NAMED = 4
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
    r"\bnumber (?:do|did) (?:you|u) have for (?:me|us)\b|\b(?:number|phone) (?:is|changed|doesn't|doesnt|don't|won't|isn't)\b|\bnumber (?:one|two|three|\d)\b(?! more)"
)
# What was sent is asked for, whatever is thought to have stood in it.
_OF_WHAT_WAS_SHOWN = re.compile(
    r"\b(?:again|was|were|you (?:gave|sent|told|said)|forgot|lost|repeat|era|eran|otra vez|de nuevo|me dio|mando|perdi|olvide)\b"
)
_NUMBER = re.compile(r"\b(?:(?:tele)?phones?|numbers?|telefonos?|numeros?)\b")
_SEVERAL = re.compile(r"\b(?:numbers|phones|numeros|telefonos|list|lista)\b")


def asks_one_number(turn: Turn) -> bool:
    """Whether the telephone number of one of those that were shown is asked for."""
    plain, memory = turn.heard.plain, turn.memory
    if not memory.shown or memory.pending is not None or len(plain.split()) > _LONGEST:
        return False
    if surely_opens(turn) and not _OF_WHAT_WAS_SHOWN.search(plain):
        return False
    return (
        bool(_ASKS.search(plain)) and not _SEVERAL.search(plain) and not _NOT_THEIRS.search(plain)
    )


def names_its_place(turn: Turn) -> Pointed | None:
    """The place whose number is asked for by name, or that is named against our last answer."""
    memory = turn.memory
    if not memory.shown or memory.pending not in (None, "need_choice") or turn.heard.asks_person:
        return None
    if len(turn.heard.plain.split()) > _LONGEST_NAMED:
        return None
    if surely_opens(turn) and not _OF_WHAT_WAS_SHOWN.search(turn.heard.plain):
        return None
    asks = asks_one_number(turn)
    if asks and asks_for_several(turn):
        return None
    meant = pointed_at(turn, pointing=True) if asks else chosen_after_all(turn)
    return meant if meant is not None and (meant.by_name or not asks) else None


def answer_named(turn: Turn) -> bool:
    """True when a place was asked for by its name and its number has been said, whatever was said against it before."""
    meant = names_its_place(turn)
    if meant is None:
        return False
    turn.memory.answered()
    wanted_after_all(turn, meant.view)
    _say_number_or_field(turn, meant.view)
    return True


def _say_number_or_field(turn: Turn, service: ServiceView) -> None:
    """ "The county one, do they send somebody?": what is asked of it, where it is not the number."""
    field = _field_asked(turn)
    turn.memory.chosen = service.record.id
    if field is None:
        say_the_number(turn, service)
    else:
        say_field(turn, field)


def _field_asked(turn: Turn) -> str | None:
    asked = [topic for topic in topics_of(turn) if topic] if is_question(turn) else []
    if asked:
        # "¿En ese primer número atienden en español?" asks for no number.
        return next((topic for topic in asked if topic != "phones"), None)
    field = FIELDS.get(kind_of(turn, LIKELY) or "")
    return None if field == "phones" else field


def answer_put_back(turn: Turn) -> bool:
    """True when what was left out last stands on the list again."""
    if not turn.memory.shown or turn.turned_down or not takes_back_a_no(turn):
        return False
    case = turn.memory.case
    last = case.turned_down[-1]["name"]
    view = next((v for v in seen_views(turn) if (v.record.organization or v.record.name) == last), None)  # fmt: skip
    if view is None:
        return False
    case.turned_down = case.turned_down[:-1]
    turn.memory.chosen = view.record.id
    turn.say("utter_back_again", name=name_of(view), phone=phone_of(view))
    return True


def answer_number(turn: Turn) -> bool:
    """True when one number was asked for and has been said."""
    if not asks_one_number(turn):
        return False
    service = _meant(turn)
    if service is None and points_at_nothing_known(turn):
        return _asks_which(turn)
    if service is not None:
        named = places_named(turn) or number_said(turn) is not None
        # A number is asked for: of those that help with it, one that has a telephone.
        able = service if service.record.phones or named else first_wanted(turn)
        _say_number_or_field(turn, able or service)
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
        counted = at_number(turn, number)
        # By its place in the list nobody is sent where they do not want to go.
        refused = counted is not None and turn.memory.has_turned_down(counted)
        return first_wanted(turn) if refused else counted
    named = places_named(turn)
    if named:
        return named[0]
    pointed = pointed_at(turn, pointing=True)
    if pointed is not None:
        return pointed.view
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
    if points_at_nothing_known(turn):
        return None
    if turn.memory.chosen:
        return view_of(turn, turn.memory.chosen)
    return first_wanted(turn)


def first_wanted(turn: Turn) -> ServiceView | None:
    """The first of the page that can be called and was not turned down."""
    able = (view for view in last_page(turn) if view.record.phones)
    return next((view for view in able if not turn.memory.has_turned_down(view)), None)


def _asks_which(turn: Turn) -> bool:
    """No number at all before a wrong one."""
    names = list(dict.fromkeys(name_of(view) for view in seen_views(turn)))[:_MOST_NAMED]
    turn.say("utter_which_of_these", names=", ".join(names))
    return True


def _for_need(turn: Turn, need: str) -> ServiceView | None:
    """The first of the page for `need`, where the list is of it; a need that was never shown asks for its own list."""
    if need not in turn.memory.case.needs:
        return None
    able = [view for view in last_page(turn) if view.record.phones]
    return next((view for view in able if need in view.record.need_ids), able[0] if able else None)
