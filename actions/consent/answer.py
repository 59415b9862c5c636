"""The answer to the last question where no clause of it agrees (actions/consent/take_yes.py): a no, a press, or neither.

Nothing but a yes in so many words, a number or the choice itself shares anything; a question never does.
"""

from __future__ import annotations

import re

from actions.desk.referral import ask_next
from actions.desk.request import send_request
from actions.desk.say_about_call import say_about_the_call
from actions.form import wordings, worries
from actions.form.notes import add_note
from actions.form.refusal import refuse, say_refused
from actions.heard import Heard
from actions.shown.listed import number_in
from actions.turn import Turn

_REFUSING = frozenset({"deny", "withdraw_consent"})
# How sure it must be that other words mean a yes, where a person's data is shared.
_SURE_YES = 0.6
# Words of a no that can be nothing else, and of something told.
_A_NO, _TOLD = 4, 4
_TELLS = frozenset("ask_need add_need give_place change_place correct wrong_number person".split())
_LONGEST, _A_STORY = 300, 10
_SHARE, _DO_NOT = 1, 2
_COURTESY = r"please|thanks|thank you|por favor|gracias"
_PRESS = {
    number: re.compile(
        rf"^(?:(?:number|option|choice|numero|opcion|el|la|the) )?{number}(?: (?:{_COURTESY}|{words}))*$"
    )
    for number, words in (
        (_SHARE, r"share|it|compart\w+"),
        (_DO_NOT, r"don't|dont|do not|no|not|share|it|keep|compart\w+"),
    )
}
# Said of an office or of a part: "I want to choose", "only my name", "share nothing".
_CHOOSES = re.compile(
    r"\b(?:choose|pick|list|instead|rather|prefer|only|nothing|nobody|none|some|other|else|which|first|later|after|when|wait|think|if|questions?|ask|names?|numbers?|phone|address|town|zip|what|how|why|confused|understand|mean|"
    r"escog\w+|escoj\w+|eleg\w+|elij\w+|lista|prefiero|solo|nada|nadie|otr[oa]|primero|despues|cuando|espere|luego|preguntas?|duda|nombre|numero|telefono|direccion|entiendo)\b"
)
_STARTS_YES = re.compile(r"(?:yes|yeah|yep|si)\b")
# "Yes I need it bad"; "yes that is my name" agrees to nothing.
_YES_FIRST = re.compile(
    r"^(?:yes|yeah|yep|sure|claro|si)\b.*\b(?:(?:i|we) (?:do|want|would|need|could use|agree)|that would|would be|that'd be|please|thanks?|bless|great|wonderful|help (?:me|us|her|him)|call (?:me|us|her|him)|"
    r"por favor|gracias|me urge|urgente|necesito|necesitamos|quiero|queremos|ayud\w+|llamen?me|me llamen)\b"
)


def take_consent(turn: Turn) -> bool:
    """Always True: whatever it was, it has been dealt with."""
    heard, plain = turn.heard, turn.heard.plain
    pressed = _pressed(turn)
    corrects = wordings.is_a_correction(plain)
    if pressed == _DO_NOT or (pressed is None and _a_plain_no(turn) and not corrects):
        _refuse(turn)
    elif pressed == _SHARE or (not corrects and _surely_agrees(turn)):
        send_request(turn)
    elif worries.is_question(heard.text, plain):
        say_about_the_call(turn)
        ask_next(turn)
    elif wordings.is_yes(plain) and wordings.is_hedged(plain):
        # "Yes, but …": what follows is for the desk, and the question comes again with it.
        _note(turn)
    elif heard.act in _TELLS and not wordings.is_no(plain) and len(plain.split()) >= _TOLD:
        _note(turn)
    elif turn.memory.referral.get("asked_again"):
        # Twice unclear is not a yes.
        refuse(turn)
        turn.say("utter_referral_not_sure")
    else:
        turn.memory.referral["asked_again"] = "yes"
        no = wordings.is_no(plain) or heard.act in _REFUSING
        say = "utter_referral_what_change" if no else "utter_referral_consent_again"
        turn.say(say, choices=turn.offered)
    return True


def _refuse(turn: Turn) -> None:
    refuse(turn)
    say_refused(turn)


def _note(turn: Turn) -> None:
    add_note(turn.memory.referral, turn.heard.text.strip()[:_LONGEST])
    turn.say("utter_referral_noted")
    ask_next(turn)


def _a_plain_no(turn: Turn) -> bool:
    plain = turn.heard.plain
    no = wordings.is_no(plain) or turn.heard.act in _REFUSING
    few = len(plain.split()) <= _A_NO and not wordings.is_nothing_more(plain)
    return wordings.is_a_short_no(plain) or wordings.will_not(plain) or (no and few)


def _surely_agrees(turn: Turn) -> bool:
    """A yes with a story behind it, or other words that are surely one; a question, a condition or a choice among offices never is."""
    heard, plain = turn.heard, turn.heard.plain
    if worries.is_question(heard.text, plain) or wordings.is_hedged(plain):
        return False
    if _CHOOSES.search(plain) or number_in(plain) is not None:
        return False
    sure = heard.act == "affirm" and heard.act_score >= _SURE_YES
    # What begins with a yes and goes on otherwise ("yes she is 82") answers something else.
    few = len(plain.split()) <= _A_STORY and not _STARTS_YES.match(plain)
    return bool(_YES_FIRST.match(plain)) or (sure and few and wordings.sounds_like_yes(plain))


def _pressed(turn: Turn) -> int | None:
    """Which choice was pressed or copied out word by word: 1, 2, or None. "The first one" may be an office."""
    said = turn.heard.plain
    labels = [Heard(str(option["label"]), "").plain for option in turn.memory.options]
    if said in labels:
        return labels.index(said) + 1
    return next((number for number, words in _PRESS.items() if words.match(said)), None)
