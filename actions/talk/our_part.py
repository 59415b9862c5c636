"""What people ask or tell about us: whether we called, that we call for them, who sent them here, why a place is asked for."""

from __future__ import annotations

import re
from collections.abc import Callable

from actions.desk.referral import ask_next
from actions.form.refusal import refused_lately
from actions.heard import Heard
from actions.shown.topics import asked_field
from actions.talk.complaints import asks_of_our_words
from actions.talk.what_if import asks_what_if, say_what_if
from actions.turn import Turn

_LONGEST = 16  # words; a longer message tells more
_DID_WE = re.compile(
    r"\b(?:did|have|has|will|are) (?:you|u|anybody|somebody|someone)(?: \w+)? (?:call\w*|phone\w*|contact\w*|talk\w* (?:to|with)|reach\w*|sen[dt]\w*|tell|told) "
    r"(?:them|there|it|that|the \w+|my \w+)\b(?! for me)|\b(?:ya )?(?:les|los|le) (?:llamo|llamaron|hablo|hablaron|aviso|avisaron)(?: usted(?:es)?)\b|"
    r"\busted(?:es)? (?:ya )?(?:les|los|le) (?:llam|habl|avis)\w+"
)
_FOR_ME = re.compile(
    r"\b(?:call|ring|phone|contact|talk to|ask|try)(?: \w+){1,4} for (?:me|us|her|him|them|mom|dad|my \w+)\b|"
    r"\b(?:can|could|will|would) (?:you|u|somebody|someone)(?: please| just)? (?:call|ring|phone|contact) (?:them|there|him|her)\b|"
    r"\b(?:fill|filling|do|write|send|finish|complete)(?: (?:out|in|up))? (?:the|that|this|a|my|her|his|those|these|all the|any)? ?(?:\w+ )?(?:forms?|applications?|paperwork|papers)\b"
    r"(?=.*\bfor (?:me|us|her|him)\b)|\b(?:can|could|will|would) (?:you|u)(?: please)? (?:help me )?(?:fill|do|write|complete)(?: (?:out|in|up))? (?:the|that|this|a|my) (?:\w+ )?(?:forms?|applications?|paperwork)\b|"
    r"\b(?:can|could|will|would) (?:you|u|someone|somebody)(?: please)? fill (?:it|this|that|them)(?: (?:out|in))?\b|\bwho (?:can |could )?helps? (?:(?:me|us|her|him) )?(?:to )?fill (?:it|this|that|them)(?: (?:out|in))?\b|"
    r"\b(?:llame|hable|llamar|hablar|llamele|llameles|llamarles|hableles|pregunte|pregunteles)\w*(?: \w+){0,3} (?:por mi|de mi parte)\b|"
    r"\b(?:who|somebody|someone) (?:can |could |will )?(?:help me )?(?:with |fill |do |write )(?:out |in |up )?(?:the|this|that|these|my) (?:\w+ )?(?:forms?|applications?|paperwork)\b|"
    r"\bquien (?:me )?(?:puede )?(?:ayuda\w* )?(?:a |con )?(?:llen\w+ )?(?:la|el|los|las|con los|con la) (?:forma|formulario|solicitud|papeles|aplicacion)\b|"
    r"\b(?:llenar|llene|llenarme|lleneme|hacer|haga)\w* (?:la|el|los|las|esa|ese|esos|mi) (?:forma|formulario|solicitud|papeles|aplicacion)\b"
)
_SENT_HERE = re.compile(
    r"\b(?:told|said|says|tells)(?: (?:me|us|her|him))?(?: (?:to|i should|we should))?(?: just)? (?:call|text|write|contact|try|ask|reach) (?:to )?(?:you|u|yall|this number|here)\b|"
    r"\b(?:sent|referred|passed|transferred) (?:me|us)(?: \w+)? (?:to you|here)\b|"
    r"\bme (?:dijeron|dijo|mandaron|mando) (?:que )?(?:(?:le|les|lo|los) )?(?:llam\w+|escrib\w+|habl\w+|aqui|con usted\w*)(?: (?:a usted\w*|aqui|a este numero))?$"
)
_IF_NOBODY = re.compile(
    r"\b(?:what if|and if|but if|suppose|y si|que hago si|que pasa si|pero si)\b.{0,20}\b(?:(?:nobody|no one|they|he|she|it)(?:'s|s)? (?:\w+ ){0,2}(?:answers?|picks?(?: it)? up|calls? (?:me )?back|"
    r"help|say no|says no|busy|closed|hang)|voicemail|(?:no|nadie) (?:me )?(?:contest\w*|respond\w*|atiend\w*|levant\w*|llam\w*|ayud\w*))\b"
)
_PRINTS = re.compile(
    r"\b(?:print(?:ed|ing|out)?|save (?:the|this|these|both|my|all|those|it|them)|e ?mail (?:me )?(?:the|this|these|it|that)|imprim\w+|guard(?:ar|arla|arlo|o|e) (?:la|esta|este|las|los|todo|eso)|por correo electronico)\b"
)
_WHY_NUMBER = re.compile(
    r"\b(?:why|how come|por que)\b.*\b(?:number|area code|numero|prefijo)\b.*\b(?:\d{3}|from|for|in|de|out of state)\b|\bis that (?:number |a number )?(?:in|from|for) [a-z]+$"
)
_WHY_PLACE = re.compile(
    r"^(?:(?:but|and|y|pero) )?(?:why|what) (?:do|would|are) (?:you|yall|they) (?:need|want|ask|asking)(?: (?:it|that|this|to know))?(?: for)?$|\b(?:why|what for|how come)\b.{0,40}\b(?:know|zip|town|where|address|live|want)\b|\bpara que (?:quiere|necesita|lo)\b|\bpor que (?:quiere|necesita|pregunta)\b"
)


def about_us(turn: Turn) -> bool:
    """Whether the message is of this kind, so that it asks for no need."""
    return _answer_for(turn) is not None


def answer_about_us(turn: Turn) -> bool:
    """True when the message was of this kind and has been dealt with."""
    answer = _answer_for(turn)
    if answer is None:
        return False
    answer(turn)
    return True


def _answer_for(turn: Turn) -> Callable[[Turn], None] | None:
    plain, memory = turn.heard.plain, turn.memory
    if asks_what_if(plain):
        return say_what_if
    if (
        memory.shown
        and memory.pending is None
        and asked_field(turn.heard.question) == "other_caller"
    ):
        return lambda turn: turn.say("utter_call_for_other")
    if (memory.pending or "").startswith("referral") or len(plain.split()) > _LONGEST:
        return None
    if memory.shown and asks_of_our_words(plain):
        return lambda turn: turn.say("utter_call_first")
    if memory.shown and _PRINTS.search(plain):
        return lambda turn: turn.say(f"utter_print_{turn.channel}")
    if memory.shown and _WHY_NUMBER.search(plain):
        return lambda turn: turn.say("utter_why_number")
    if _asks_why_place(turn) and memory.pending in (None, "place"):
        return _why_place
    known = bool(memory.case.needs)
    if known and _FOR_ME.search(plain):
        return _call_for_them
    if known and _DID_WE.search(plain):
        return lambda turn: turn.say("utter_nobody_called")
    if memory.shown and _IF_NOBODY.search(plain):
        return lambda turn: turn.say("utter_if_nobody_answers")
    if _SENT_HERE.search(plain) and (memory.shown or not turn.heard.asked_needs):
        return lambda turn: turn.say("utter_sent_on" if known else "utter_right_place")
    return None


def _asks_why_place(turn: Turn) -> bool:
    """In any of its sentences: "why do you need that. what's it got to do with my bill"."""
    sentences = re.split(r"[.?!;]+", turn.heard.text)
    return any(_WHY_PLACE.search(Heard(one, "").plain) for one in sentences)


def _why_place(turn: Turn) -> None:
    turn.say("utter_why_place")


def _call_for_them(turn: Turn) -> None:
    if refused_lately(turn):
        turn.say("utter_nobody_called")
        return
    ask_next(turn, start=True)
