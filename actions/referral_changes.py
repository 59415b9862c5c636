"""What is put right between the questions before a person is asked: the number, the place, the agency, who is called."""

from __future__ import annotations

from actions import form_words
from actions.choose import chosen_service
from actions.referral import HERE
from actions.remember import remember_request
from actions.turn import Turn

_CORRECTING = frozenset({"change_place", "correct"})


def put_right(turn: Turn, step: str) -> bool:
    """True when the message changes something of the request and has been dealt with; the question comes again."""
    changes = (_another_number, _no_phone, _somebody_else, _another_place, _another_agency)
    return any(change(turn, step) for change in changes)


def _another_number(turn: Turn, step: str) -> bool:
    """A number given later is taken instead of the first."""
    number = form_words.phone_in(turn.heard.text)
    if number is None or step in ("name", "number") or "number" not in turn.memory.referral:
        return False
    turn.memory.referral["number"] = number
    turn.say("utter_referral_number_changed", number=number)
    return True


def _no_phone(turn: Turn, step: str) -> bool:
    """No phone, or one that is not given away: they are answered where they write."""
    plain, referral = turn.heard.plain, turn.memory.referral
    unwilling = step == "number" and turn.heard.act == "deny" and form_words.is_no(plain)
    if not unwilling and not (step in ("name", "number") and form_words.has_no_phone(plain)):
        return False
    if form_words.phone_in(turn.heard.text):
        return False
    referral["number"] = HERE[turn.channel]
    turn.say("utter_referral_answer_here")
    return True


def _somebody_else(turn: Turn, step: str) -> bool:
    """ "Call my brother instead": his number is asked for."""
    if step == "name" or form_words.phone_in(turn.heard.text):
        return False
    if not form_words.calls_somebody_else(turn.heard.plain):
        return False
    turn.memory.referral.pop("number", None)
    turn.say("utter_referral_whose_number")
    return True


def _another_place(turn: Turn, step: str) -> bool:
    """ "Not Tampa, Ocala", said between the questions."""
    heard = turn.heard
    if step == "note" or heard.act not in _CORRECTING or form_words.phone_in(heard.text):
        return False
    remember_request(turn)
    place = turn.memory.case.place_shown
    if not turn.gave_place or place is None:
        return False
    turn.say("utter_place_changed", place=place["text"])
    return True


def _another_agency(turn: Turn, step: str) -> bool:
    """ "Ok, the second one then", said between the questions: the agency to speak with."""
    memory, number = turn.memory, turn.heard.number
    if number is None or len(turn.heard.plain.split()) == 1 or abs(number) <= len(memory.options):
        return False
    service = chosen_service(turn)
    if service is None:
        return False
    memory.chosen = service.record.id
    turn.say("utter_referral_agency", name=service.record.organization or service.record.name)
    return True
