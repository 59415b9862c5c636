"""The answer to the last question: nothing but a yes in so many words, a number or the choice itself shares anything."""

from __future__ import annotations

from actions import form_words, worries
from actions.heard import Heard
from actions.notes import add_note
from actions.referral import ask_next
from actions.refusal import refuse, say_refused
from actions.request import send_request
from actions.say_about_call import say_about_the_call
from actions.turn import Turn

_REFUSING = frozenset({"deny", "withdraw_consent"})
# How sure it must be that other words mean a yes, where a person's data is shared.
_SURE_YES = 0.6
# Words of a no that can be nothing else, and of something told.
_A_NO, _TOLD = 4, 4
_TELLS = frozenset("ask_need add_need give_place change_place correct wrong_number person".split())
_LONGEST = 300


def take_consent(turn: Turn) -> bool:
    """Always True: whatever it was, it has been dealt with."""
    heard, plain = turn.heard, turn.heard.plain
    pressed = _pressed(turn)
    corrects = form_words.is_a_correction(plain)
    hedged = heard.number is None and form_words.is_hedged(plain)
    hedged = hedged and not form_words.ends_with_a_yes(plain)
    if pressed == 2 or (pressed is None and _a_plain_no(turn) and not corrects):
        _refuse(turn)
    elif pressed == 1 or (not hedged and not corrects and _agrees(turn)):
        send_request(turn)
    elif worries.is_question(heard.text, plain):
        say_about_the_call(turn)
        ask_next(turn)
    elif form_words.is_yes(plain) and hedged:
        # "Yes, but …": what follows is for the desk, and the question comes again with it.
        _note(turn)
    elif heard.act in _TELLS and not form_words.is_no(plain) and len(plain.split()) >= _TOLD:
        _note(turn)
    elif turn.memory.referral.get("asked_again"):
        # Twice unclear is not a yes.
        refuse(turn)
        turn.say("utter_referral_not_sure")
    else:
        turn.memory.referral["asked_again"] = "yes"
        no = form_words.is_no(plain) or heard.act in _REFUSING
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
    no = form_words.is_no(plain) or turn.heard.act in _REFUSING
    few = len(plain.split()) <= _A_NO and not form_words.is_nothing_more(plain)
    return form_words.is_a_short_no(plain) or form_words.will_not(plain) or (no and few)


def _agrees(turn: Turn) -> bool:
    """A yes in so many words, or what is surely taken for one; a question never is."""
    heard = turn.heard
    if worries.is_question(heard.text, heard.plain):
        return False
    sure = heard.act == "affirm" and heard.act_score >= _SURE_YES
    return form_words.is_yes(heard.plain) or (sure and form_words.sounds_like_yes(heard.plain))


def _pressed(turn: Turn) -> int | None:
    """Which choice was pressed, numbered or copied out word by word: 1, 2, or None."""
    said = turn.heard.plain
    labels = [Heard(str(option["label"]), "").plain for option in turn.memory.options]
    if said in labels:
        return labels.index(said) + 1
    return turn.heard.number if turn.heard.number in (1, 2) else None
