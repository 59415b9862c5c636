"""An answer that tells more than was asked: every clause is taken to its field, and what fits none is kept as a note."""

from __future__ import annotations

import re
from dataclasses import replace

from actions.desk.referral import HERE, ask_next
from actions.desk.say_about_call import say_about_the_call
from actions.form import call_days
from actions.form.changes import ask_back, put_right_by_clause
from actions.form.notes import add_note
from actions.form.parts import Reading, read
from actions.form.phone_numbers import phone_in
from actions.form.topic import another_need
from actions.heard import Heard
from actions.needs.came_for import is_untold
from actions.needs.persons import relative_in
from actions.turn import Turn

_LONGEST_NOTE, _FEW = 300, 2
_KNOWS = re.compile(r"\b(?:knows?|aware|told (?:her|him|them)|sabe|saben|le dije|enterad[oa]s?)\b")
# "Not help at home, it's the light": what was put right, and no note.
_OF_THE_TOPIC = re.compile(
    r"(?:no|not|it's|its|it is|that's|thats|about|for|es|sobre|para|quiero|i (?:said|meant|need|want))\b"
)
HARMLESS = frozenset(
    "utter_referral_take_back utter_referral_cost utter_referral_next utter_referral_language when".split()
)


def take_parts(turn: Turn, step: str) -> bool:
    """True when the message told several things and all of them have been dealt with."""
    answers = turn.memory.referral
    # "Mornings", after "not Tuesdays": the time goes on.
    at = "they_know" if step == "note" and not call_days.suits_at_all(answers) else step
    reading = read(turn.heard.text, at, answers.get("number"), bool(answers.get("ask_for")))
    if not _WORTH[step](turn, reading):
        return False
    if step == "consent":
        return _take_consent(turn, reading)
    changed = keep(turn, step, reading)
    answer_questions(turn, reading.questions)
    if changed and not reading.questions and step not in ("name", "number"):
        turn.say("utter_referral_noted")
    ask_next(turn)
    return True


def _of_needs(turn: Turn, reading: Reading) -> bool:
    chosen = reading.choice is not None and 0 < reading.choice <= len(turn.memory.options)
    return chosen and reading.kinds > 1


def _of_name(turn: Turn, reading: Reading) -> bool:
    given = bool(reading.name or reading.number)
    return given and (reading.kinds > 1 or bool(reading.surname))


def _of_number(turn: Turn, reading: Reading) -> bool:
    return bool(reading.number or reading.here) and reading.kinds > 1


def _of_time(turn: Turn, reading: Reading) -> bool:
    times = reading.times
    return bool(times.clauses) and (reading.kinds > 1 or bool(times.not_then))


def _of_note(turn: Turn, reading: Reading) -> bool:
    changes = reading.number and reading.number != turn.memory.referral.get("number")
    in_part = bool(changes) and (not reading.notes or bool(reading.ask_for))
    asks = bool(reading.questions) and bool(reading.notes)
    only_no = bool(reading.times.not_then) and not reading.times.suits
    days = only_no or (
        bool(reading.times.clauses) and not call_days.suits_at_all(turn.memory.referral)
    )
    return not is_untold(turn) and (in_part or asks or days)


def _of_knowing(turn: Turn, reading: Reading) -> bool:
    return _changes(turn, reading) or (_says_who_knows(reading) and bool(reading.questions))


def _says_who_knows(reading: Reading) -> bool:
    return reading.yes or reading.no or any(_KNOWS.search(n.lower()) for n in reading.notes)


def _changes(turn: Turn, reading: Reading) -> bool:
    """Another number or another time than was written down."""
    another = reading.number and reading.number != turn.memory.referral.get("number")
    return bool(another or reading.times.clauses)


def _of_consent(turn: Turn, reading: Reading) -> bool:
    changes = bool(reading.times.clauses or reading.number) and reading.choice is None
    agrees = reading.yes or reading.shares
    asks = bool(reading.questions) and not reading.no
    named = any(len(note.split()) >= _FEW for note in reading.notes)
    return changes or asks or (reading.no and (agrees or named))


_WORTH = {
    "needs": _of_needs, "name": _of_name, "number": _of_number, "time": _of_time, "note": _of_note,
    "they_know": _of_knowing, "consent": _of_consent,
}  # fmt: skip


def keep(turn: Turn, step: str, reading: Reading) -> bool:
    """Write it down. True when something went to a field that was not asked for, and was not said back."""
    answers = turn.memory.referral
    if step == "needs" and reading.choice is not None:
        answers["needs"] = turn.memory.options[reading.choice - 1]["needs"]
    if reading.name and reading.name != answers.get("name"):
        answers["name"] = reading.name
        if step not in ("needs", "name", "number"):
            turn.say("utter_referral_name_changed", name=reading.name)
    if reading.surname and answers.get("name"):
        answers["name"] = f"{str(answers['name']).split()[0]} {reading.surname}"
    if reading.here:
        answers["number"] = HERE[turn.channel]
    _keep_number(turn, step, reading)
    _keep_time(turn, step, reading)
    if step == "they_know" and not _changes(turn, reading):
        answers["they_know"] = turn.heard.text.strip()[:_LONGEST_NOTE]
        return False
    return _keep_notes(turn, step, reading)


def _keep_number(turn: Turn, step: str, reading: Reading) -> None:
    answers = turn.memory.referral
    if not reading.number or reading.number == answers.get("number"):
        return
    known = "number" in answers
    answers["number"] = reading.number
    if known or step not in ("name", "number"):
        turn.say("utter_referral_number_changed", number=reading.number)


def _keep_time(turn: Turn, step: str, reading: Reading) -> None:
    answers = turn.memory.referral
    if not reading.times.clauses:
        return
    before = str(answers.get("time") or "") if step != "time" else ""
    answers["time"] = call_days.merged(reading.times, before)
    if step not in ("name", "number", "time"):
        turn.say("utter_referral_time_changed", time=answers["time"])


def _keep_notes(turn: Turn, step: str, reading: Reading) -> bool:
    """What answers no field; a wish about the request in it is done. True where something was added unsaid."""
    answers, whole = turn.memory.referral, turn.heard
    left: list[str] = []
    notes = reading.notes
    if step == "consent" and another_need(turn, step):
        notes = [note for note in notes if not _OF_THE_TOPIC.match(Heard(note, "").plain)]
    for clause in notes:
        turn.heard = _clause_of(whole, clause)
        if not put_right_by_clause(turn, step):
            left.append(clause)
    turn.heard = whole
    if step == "note" and reading.no and not left:
        answers["note"] = ""
    if step != "note":
        # "Both." was said to something else.
        left = [clause for clause in left if len(clause.split()) >= _FEW or phone_in(clause)]
    if not left:
        return False
    note = replace_notes(reading, left)[:_LONGEST_NOTE]
    if step == "note":
        answers["note"] = note
        return False
    add_note(answers, note)
    return True


def replace_notes(reading: Reading, notes: list[str]) -> str:
    """The clauses of `notes` as one text."""
    return replace(reading, notes=notes).note


def _clause_of(whole: Heard, clause: str) -> Heard:
    """The clause as a message of its own: what the whole was about, but no number and no act of its own."""
    about = relative_in(Heard(clause, "").plain)
    return replace(whole, text=clause, number=None, about=about, act="ask_need")


def answer_questions(turn: Turn, questions: list[str]) -> None:
    """Each clause that asks, with the sentence that answers it."""
    if not questions:
        return
    whole = turn.heard
    turn.heard = replace(whole, text=" ".join(questions))
    if not ask_back(turn):
        say_about_the_call(turn)
    turn.heard = whole


def _take_consent(turn: Turn, reading: Reading) -> bool:
    """Nothing that agrees is in it (actions/consent/take_yes.py): what was put right is shown, and what was asked is answered."""
    if reading.number or reading.times.clauses or reading.notes:
        changed = keep(turn, "consent", reading)
        answer_questions(turn, reading.questions)
        if changed:
            turn.say("utter_referral_noted")
    elif reading.questions and not reading.no:
        answer_questions(turn, reading.questions)
    else:
        return False
    ask_next(turn)
    return True
