"""What is put right between the questions before a person is asked: name, number, time, note, need, place, agency.

Each tells whether the message was of its kind and has been dealt with; the open question comes again after it.
"""

from __future__ import annotations

import re

from actions.desk.referral import HERE
from actions.form import call_days, call_times, edits, naming, wordings
from actions.form.notes import (
    add_note,
    note_of,
    says_how_to_reach,
)
from actions.form.phone_numbers import phone_in, without_phone
from actions.form.topic import (
    another_agency,
    another_need,
    another_person,
    another_place,
    what_it_is_about,
)
from actions.form.wishes import adds, leaves_out, turns_down, withholds
from actions.heard import Heard
from actions.turn import Turn

_LONGEST_NOTE, _LONG_NOTE, _MOST_NEEDS, _A_FEW = 300, 3, 3, 6


def ask_back(turn: Turn) -> bool:
    """ "What number do you have for me?" is told."""
    field = edits.asks_back(turn.heard.plain)
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
    changes = (leaves_out, withholds, turns_down, adds)
    if any(change(turn, step) for change in changes):
        return True
    if not _another_name(turn, step):
        return False
    if step == "consent":
        # "My name is Ray, and it's not benefits, it's the electric": both.
        another_need(turn, step)
    return True


def put_right(turn: Turn, step: str) -> bool:
    """True when the message changes something of the request and has been dealt with; the question comes again."""
    changes = (
        _another_number, _no_phone, _another_time, _somebody_else, another_person, another_need, what_it_is_about, another_place, another_agency,
    )  # fmt: skip
    return any(change(turn, step) for change in changes)


def put_right_by_clause(turn: Turn, step: str) -> bool:
    """The same of one clause among others: the rest of the message was taken elsewhere."""
    # What is told beside a name or a time is of the request as a whole.
    at = "consent" if step in ("name", "number", "time", "needs") else step
    changes = (
        leaves_out, withholds, turns_down, _another_name, another_person, another_place, another_agency,
    )  # fmt: skip
    return any(change(turn, at) for change in changes)


def _another_name(turn: Turn, step: str) -> bool:
    """ "Change the name to Annabel", "not Person, Walter"."""
    answers = turn.memory.referral
    text = turn.heard.text
    if step == "needs" and "name" not in answers:
        name = naming.first_name(text) if naming.says_it_is_the_name(text) else None
        name = name or naming.beside_a_number(text)
        if name is None or phone_in(text) is not None or turn.heard.needs:
            return False
        answers["name"] = name
        turn.say("utter_referral_name_changed", name=name)
        return True
    if step == "name" or "name" not in answers:
        return False
    if _told_again(text, str(answers["name"])):
        return True
    changed, name = naming.changes_name(text, str(answers["name"]))
    if step == "number" and not changed and naming.introduces_oneself(text):
        changed, name = True, naming.first_name(text)
    if not changed or (step == "note" and not naming.says_it_is_the_name(text)):
        return False
    if name is None:
        del answers["name"]
        return True
    answers["name"] = name
    turn.say("utter_referral_name_changed", name=name)
    return True


def _told_again(text: str, name: str) -> bool:
    """ "I told you, Luis Ordaz": the name that is written down already."""
    if not name or phone_in(text) is not None or len(text.split()) > len(name.split()) + _A_FEW:
        return False
    said = Heard(text, "").plain
    denied = bool(re.search(r"\b(?:not?|isn't)\b", said))
    return Heard(name, "").plain in said and naming.says_again(text) and not denied


def _another_number(turn: Turn, step: str) -> bool:
    """A number given later is taken instead of the first; one that is only called wrong is asked for again."""
    number, answers = phone_in(turn.heard.text), turn.memory.referral
    if step == "note" and number and _is_a_note(turn):
        return False
    of_another = edits.is_of_another(turn.heard.plain) and not answers.get("ask_for")
    if number and "number" in answers and of_another:
        add_note(answers, turn.heard.text.strip()[:_LONGEST_NOTE])
        turn.say("utter_referral_noted")
        return True
    if step == "number" or (number is None and "number" not in answers):
        return False
    if number is None:
        if step == "note" or not edits.changes_number(turn.heard.plain):
            return False
        del answers["number"]
        turn.say("utter_referral_whose_number")
        return True
    if (
        step == "name"
        and naming.first_name(turn.heard.text)
        and not edits.changes_number(turn.heard.plain)
    ):
        # "Rosa Diaz 937-555-0142": taken with the name.
        return False
    if "number" not in answers and step not in ("needs", "name"):
        return False
    answers["number"] = number
    name = naming.beside_a_number(turn.heard.text)
    if name and "name" not in answers:
        answers["name"] = name
    time = call_times.time_beside(turn.heard.text)
    if time and "time" not in answers:
        answers["time"] = time
    beside = without_phone(turn.heard.text)
    if says_how_to_reach(turn.heard.plain):
        add_note(answers, " ".join(beside.split()).strip(" ,.;-")[:_LONGEST_NOTE])
    turn.say("utter_referral_number_changed", number=number)
    return True


def _is_a_note(turn: Turn) -> bool:
    """A number at the question what to know is somebody else's, unless it is said to be the right one."""
    rest = without_phone(turn.heard.text).split()
    return len(rest) >= _LONG_NOTE and not edits.changes_number(turn.heard.plain)


def _no_phone(turn: Turn, step: str) -> bool:
    """No phone, or one that is not given away: they are answered where they write."""
    plain, referral = turn.heard.plain, turn.memory.referral
    unwilling = step == "number" and turn.heard.act == "deny" and wordings.is_no(plain)
    if not unwilling and not (step in ("name", "number") and wordings.has_no_phone(plain)):
        return False
    if phone_in(turn.heard.text):
        return False
    referral["number"] = HERE[turn.channel]
    turn.say("utter_referral_answer_here")
    return True


def _another_time(turn: Turn, step: str) -> bool:
    """ "Make it afternoons": said after the question when."""
    answers = turn.memory.referral
    if "time" not in answers:
        return False
    text, plain = turn.heard.text, turn.heard.plain
    changed, time = call_times.changes_time(text)
    bare = step in ("they_know", "consent") and len(plain.split()) <= _A_FEW
    bare = bare and turn.heard.number is None and not wordings.is_no(plain)
    # "Not today" refuses; it is no time to call.
    bare = bare and not call_times.only_weak(plain)
    if not changed and bare and call_times.is_a_time(text, plain):
        changed, time = True, call_times.time_told(text)
    told = call_days.told_in(text)
    names = call_times.names_a_time(plain)
    if not changed or (step == "note" and time is None) or (names and not told.clauses):
        # "It's the light, they cut it Friday": a day, and no time to call.
        return False
    if time is None:
        del answers["time"]
        return True
    answers["time"] = call_days.merged(told, str(answers["time"])) or time
    turn.say("utter_referral_time_changed", time=answers["time"])
    if step == "consent":
        another_need(turn, step)
    return True


def _somebody_else(turn: Turn, step: str) -> bool:
    """ "Call my brother instead": his number is asked for."""
    if step == "needs" or phone_in(turn.heard.text):
        return False
    if not wordings.calls_somebody_else(turn.heard.plain):
        return False
    add_note(turn.memory.referral, turn.heard.text.strip(" ?¿")[:_LONGEST_NOTE])
    turn.memory.referral.pop("number", None)
    turn.say("utter_referral_noted" if step == "name" else "utter_referral_whose_number")
    return True
