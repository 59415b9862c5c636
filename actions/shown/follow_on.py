"""A short sentence after a list that goes on about it: what to look in on, a thing nobody lists, both of two, or a doubt."""

from __future__ import annotations

import re
from typing import Any

from actions.show import find_help, person_label
from actions.shown.run_around import answer_run_around
from actions.turn import Turn
from resources_index.index.needs import need_name

_SHORT, _FEW = 16, 5  # words
_BOTH = re.compile(
    r"^(?:(?:yes|si|well|pues|i need|necesito|i want|quiero|give me|deme) )*(?:both(?: of (?:them|those|the \w+))?|the two|l[oa]s dos|ambos|ambas)(?: (?:please|por favor|things|cosas))?$"
)
_LOOK_IN = re.compile(
    r"\b(?:check(?:s|ing)?(?: in)? on|look(?:s|ing)? in on|stop(?:s)? by (?:and|to)|go by and|see (?:if|that) (?:he|she)(?:'s| is)? (?:ok|okay|all right|alright)|welfare check|"
    r"(?:pas\w+|ir|vaya|venga|venir) a (?:ver(?:la|lo)?|revisar(?:la|lo)?)|echar(?:le)? (?:un ojo|una mirada)|darle? una vuelta|vigil(?:e|ar)(?:la|lo)?)\b"
)
_ALARM = re.compile(
    r"\b(?:alarms?|beep\w*|buzz\w*|tell me (?:if|when) (?:he|she)|let me know (?:if|when) (?:he|she)|warn me|bracelets?|track\w*|gps|alarma|suene|pite|avis\w+ (?:si|cuando)|pulsera)\b"
)
_WANDERS = frozenset({"dementia_support"})
# No need of our list: who gives such things is known at 211.
_THINGS = re.compile(
    r"\b(?:(?<!hospital )(?<!wet the )beds?|mattress(?:es)?|cribs?|bunks?|blankets?|sheets?|furniture|couch|sofa|clothes|clothing|coats?|shoes|school supplies|toys|stove|fridge|refrigerator|washer|"
    r"camas?|colchon(?:es)?|cunas?|cobijas?|muebles|ropa|zapatos|abrigos?|utiles|juguetes|estufa|refrigerador|lavadora)\b"
)
_BED_OF = re.compile(
    r"\b(?:in|out of|to|from|over|onto) (?:the |my |her |his )?beds?\b|\b(?:encima de|en|de|a) (?:la |su |mi )?camas?\b|\bhospital bed|\bcama de hospital"
)
_WANTS = re.compile(
    r"\b(?:need\w*|want|who|where|get|give\w*|got|have|any|mean|for|para|digo|necesit\w+|quier\w+|quien|donde|dan|hay|consig\w+|ocup\w+|falt\w+)\b"
)
_NO_COMPUTER = re.compile(
    r"\b(?:no|not|ain't|aint|don't|dont|never|without|sin|ni) (?:\w+ ){0,3}(?:computers?|internet|wi ?fi|smart ?phone|email|e mail|computadoras?|celular|correo)\b"
)
_FOR_WORK = re.compile(
    r"\b(?:somebody|someone|some body|person|alguien|persona|una senora) (?:to|who|that|que) (?!talk|speak|help me (?:call|with the)|hable (?:conmigo|con)|me (?:explique|atienda))"
)
_NOT_OURS = re.compile(r"\b(?:call|llam\w+)\b")
_OF_A_CALL = frozenset(
    {"follow_up_answer", "wrong_number", "insult", "injection", "any_news", "how_it_works"}
)
_COMPANY = "social_connection"


def answer_follow_on(turn: Turn) -> bool:
    """True when the message goes on about what was shown, and has been answered."""
    memory = turn.memory
    if answer_run_around(turn):
        return True
    if memory.pending is not None or not memory.shown or not memory.case.needs:
        return False
    if turn.new_needs and turn.heard.act in _OF_A_CALL:
        # "Now the landlord gave me eviction papers" sounds like how a call went, and tells of something else.
        find_help(turn)
        return True
    if _asks_for_a_carer(turn) or _asks_for_both(turn):
        return True
    if memory.case.heard or turn.gave_place or turn.new_person:
        return False
    if _NO_COMPUTER.search(turn.heard.plain) and len(turn.heard.plain.split()) <= _SHORT:
        turn.say("utter_phone_is_enough")
        return True
    return _looks_in(turn) or _asks_for_a_thing(turn) or _is_in_doubt(turn)


def _asks_for_a_carer(turn: Turn) -> bool:
    """ "I want a person to look after her" asks for care, and not for our desk."""
    case, plain = turn.memory.case, turn.heard.plain
    if turn.heard.act != "person" or not _FOR_WORK.search(plain):
        return False
    if not case.heard and not (_NOT_OURS.search(plain) and _COMPANY in case.needs):
        return False
    find_help(turn)
    return True


def _asks_for_both(turn: Turn) -> bool:
    """Both of what was asked last."""
    case = turn.memory.case
    if not _BOTH.search(turn.heard.plain) or len(case.asked) < 2:
        return False
    last = case.asked[-2:]
    if set(last) <= set(case.needs):
        named = [need_name(need, turn.language) for need in case.needs[:2]]
        turn.say("utter_both", first=named[0], second=named[1])
        return True
    case.needs, case.text = last, case.text
    find_help(turn)
    return True


def _looks_in(turn: Turn) -> bool:
    """Somebody to look in, or something that warns: asked of the places on the list."""
    plain, needs = turn.heard.plain, turn.memory.case.needs
    wanders = bool(_WANDERS & set(needs))
    if _LOOK_IN.search(plain) or (wanders and _ALARM.search(plain)):
        turn.say("utter_look_in_wanders" if wanders else "utter_look_in")
        return True
    return False


def _asks_for_a_thing(turn: Turn) -> bool:
    plain = turn.heard.plain
    thing = _THINGS.search(plain)
    if thing is None or len(plain.split()) > _SHORT or _BED_OF.search(plain):
        return False
    if not _WANTS.search(plain) and len(plain.split()) > _FEW:
        return False
    turn.say("utter_thing_211", topic=need_name(turn.memory.case.needs[0], turn.language))
    return True


def _is_in_doubt(turn: Turn) -> bool:
    """Whether it is still the same or something new is asked, once a list."""
    if not turn.in_doubt or turn.memory.misses:
        return False
    case = turn.memory.case
    turn.memory.misses += 1
    choices = dict.fromkeys([case.needs[0], turn.in_doubt[0]["need_id"]])
    options: list[dict[str, Any]] = [
        {"label": need_name(need, turn.language), "need": need} for need in choices
    ]
    options.append({"label": person_label(turn), "person": True})
    turn.memory.ask("need_choice", options)
    turn.say("utter_still_or_new", choices=turn.offered)
    return True
