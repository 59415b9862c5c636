"""What is put right between the questions before a person is asked: name, number, time, note, need, place, agency.

Each tells whether the message was of its kind and has been dealt with; the open question comes again after it.
"""

from __future__ import annotations

import re

from actions import form_edits, form_words
from actions.came_for import named_needs, needs_of_request, words_told
from actions.choose import chosen_service
from actions.notes import (
    add_note,
    holds,
    is_for_the_desk,
    leave_out,
    left_out,
    note_of,
    says_how_to_reach,
    told_for_the_desk,
)
from actions.referral import HERE
from actions.remember import remember_request
from actions.turn import Turn
from resources_index.index.needs import need_name

_CORRECTING = frozenset({"change_place", "correct"})
_WRITES_INSTEAD = re.compile(
    r"\b(?:text|email|write|message|work|before|after|until|mensaje|texto|escrib\w*|trabajo|antes|despues)\b"
)
_SAYS_ABOUT = re.compile(
    r"^(?:(?:no|not|oh|well|wait|actually|sorry|pues|perdon|espere) )*(?:it's|its|it is|this is|that's|thats|only|just|mainly|i (?:only )?(?:want|need|asked for|meant?)|"
    r"es|solo|nada mas|lo que (?:quiero|necesito) es|pedi|quiero|necesito)?\s*(?:only |just |solo )?(?:about|for|help with|with|para|por|sobre|ayuda con|con|de)\b"
)
_DENIES = re.compile(r"^(?:no|not|wait|actually|perdon|espere)\b")
_SURE = 0.6
_LONGEST_NOTE = 300


def ask_back(turn: Turn) -> bool:
    """ "What number do you have for me?" is told."""
    field = form_edits.asks_back(turn.heard.plain)
    if field is None:
        return False
    answers = turn.memory.referral
    known = {
        **{key: str(answers.get(key) or "") for key in ("name", "number", "time")},
        "note": note_of(answers),
    }
    told = [known[field]] if field != "all" else [value for value in known.values() if value]
    written = ", ".join(value for value in told if value)
    if written:
        turn.say("utter_referral_have", written=written)
    else:
        turn.say("utter_referral_have_nothing")
    return True


def put_surely_right(turn: Turn, step: str) -> bool:
    """What is put right in so many words, so that a "no" or "don't" in it refuses nothing."""
    return _leaves_out(turn) or _adds(turn, step) or _another_name(turn, step)


def put_right(turn: Turn, step: str) -> bool:
    """True when the message changes something of the request and has been dealt with; the question comes again."""
    changes = (
        _another_number, _no_phone, _another_time, _somebody_else, _another_need, _another_place, _another_agency,
    )  # fmt: skip
    return any(change(turn, step) for change in changes)


def _leaves_out(turn: Turn) -> bool:
    """ "Don't share the shotgun part": out of the note and of the words that are shared."""
    words = left_out(turn.heard.plain)
    answers = turn.memory.referral
    situation = words_told(turn, needs_of_request(turn))
    if not words or not holds(answers, situation, words):
        return False
    leave_out(answers, words)
    turn.say("utter_referral_left_out")
    return True


def _adds(turn: Turn, step: str) -> bool:
    """ "Add that I am hard of hearing", "please text, don't call": it goes with the note."""
    heard, answers = turn.heard, turn.memory.referral
    told = told_for_the_desk(heard.text)
    number = form_words.phone_in(heard.text)
    text = form_words.without_phone(heard.text).strip(" ,.;-")[:_LONGEST_NOTE]
    if told is None and step in ("they_know", "consent") and is_for_the_desk(heard.plain):
        told = text
    if told is None and _tells_how_to_reach(turn, step):
        told = text
    if told is None or step == "note":
        return False
    add_note(answers, told)
    if number and "number" in answers:
        answers["number"] = number
    turn.say("utter_referral_noted")
    return True


def _tells_how_to_reach(turn: Turn, step: str) -> bool:
    plain = turn.heard.plain
    if step in ("name", "number") or not says_how_to_reach(plain):
        # Beside a name or a number it is taken with the answer.
        return False
    if step == "time" and form_words.names_a_time(plain):
        return False
    return not form_words.will_not(plain) or bool(_WRITES_INSTEAD.search(plain))


def _another_name(turn: Turn, step: str) -> bool:
    """ "Change the name to Annabel", "not Person, Walter"."""
    answers = turn.memory.referral
    if step in ("needs", "name", "note") or "name" not in answers:
        return False
    changed, name = form_edits.changes_name(turn.heard.text, str(answers["name"]))
    if not changed:
        return False
    if name is None:
        del answers["name"]
        return True
    answers["name"] = name
    turn.say("utter_referral_name_changed", name=name)
    return True


def _another_number(turn: Turn, step: str) -> bool:
    """A number given later is taken instead of the first; one that is only called wrong is asked for again."""
    number, answers = form_words.phone_in(turn.heard.text), turn.memory.referral
    if step == "number" or (number is None and "number" not in answers):
        return False
    if number is None:
        if step == "note" or not form_edits.changes_number(turn.heard.plain):
            return False
        del answers["number"]
        turn.say("utter_referral_whose_number")
        return True
    if (
        step == "name"
        and form_words.first_name(turn.heard.text)
        and not form_edits.changes_number(turn.heard.plain)
    ):
        # "Rosa Diaz 937-555-0142": taken with the name.
        return False
    if "number" not in answers and step not in ("needs", "name"):
        return False
    answers["number"] = number
    beside = form_words.without_phone(turn.heard.text)
    if says_how_to_reach(turn.heard.plain):
        add_note(answers, " ".join(beside.split()).strip(" ,.;-")[:_LONGEST_NOTE])
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


def _another_time(turn: Turn, step: str) -> bool:
    """ "Make it afternoons": said after the question when."""
    answers = turn.memory.referral
    if step not in ("they_know", "consent") or "time" not in answers:
        return False
    changed, time = form_edits.changes_time(turn.heard.text)
    if not changed:
        return False
    if time is None:
        del answers["time"]
        return True
    answers["time"] = time
    turn.say("utter_referral_time_changed", time=time)
    return True


def _somebody_else(turn: Turn, step: str) -> bool:
    """ "Call my brother instead": his number is asked for."""
    if step in ("needs", "name") or form_words.phone_in(turn.heard.text):
        return False
    if not form_words.calls_somebody_else(turn.heard.plain):
        return False
    turn.memory.referral.pop("number", None)
    turn.say("utter_referral_whose_number")
    return True


def _another_need(turn: Turn, step: str) -> bool:
    """ "No, it's for the light bill": what the request is about."""
    heard = turn.heard
    if step in ("needs", "note", "time") or not heard.needs or heard.needs[0]["score"] < _SURE:
        return False
    denies = step == "consent" and _DENIES.search(heard.plain)
    if not (_SAYS_ABOUT.search(heard.plain) or denies) or form_words.introduced(heard.text):
        return False
    named = named_needs(turn)
    if not named:
        return False
    turn.memory.referral["needs"] = named
    case = turn.memory.case
    case.denied = [need for need in case.denied if need not in named]
    topic = ", ".join(need_name(need, turn.language) for need in named)
    turn.say("utter_referral_about", topic=topic)
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
    memory.chosen = memory.referral["agency"] = service.record.id
    turn.say("utter_referral_agency", name=service.record.organization or service.record.name)
    return True
