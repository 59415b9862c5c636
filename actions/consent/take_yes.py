"""A yes to the last question with what stands beside it: a condition that we can keep is kept, and the yes is taken.

We can keep what our desk does or leaves: a word or a thing left out, somebody who is not told, no letters, a time. Only
where somebody else would get it, or another number be called, the question comes again with that in it.
"""

from __future__ import annotations

from dataclasses import replace

from actions.consent.agreeing import Agreement, agreement_in
from actions.consent.asked import answer_about_consent
from actions.desk.referral import ask_next
from actions.desk.request import agency_known, send_request
from actions.form import wordings, worries
from actions.form.agency_wish import wishes_office
from actions.form.needs_out import takes_need_out
from actions.form.notes import holds, leave_out, leaves_a_part_out, left_out
from actions.form.parts import read
from actions.form.take_parts import HARMLESS, answer_questions, keep
from actions.heard import Heard
from actions.turn import Turn

_STEP = "consent"
_PRESSED = (1, 2)


def take_yes(turn: Turn) -> bool:
    """True when the message agreed and has been dealt with, and when it was a wish or a question about the question."""
    agreed = agreement_in(turn.heard.text)
    if agreed is None:
        return _changes(turn)
    before = _who_gets_it(turn)
    asked, waits = _take_rest(turn, agreed)
    if not waits and _who_gets_it(turn) == before:
        send_request(turn)
        if asked:
            answer_questions(turn, asked)
        return True
    if asked:
        answer_questions(turn, asked)
    ask_next(turn)
    return True


def _changes(turn: Turn) -> bool:
    """No yes: another office, less to be about, or something asked about the question. It comes again."""
    if turn.memory.options and turn.heard.plain in _pressed_words(turn):
        return False
    if not (takes_need_out(turn, _STEP) or wishes_office(turn) or answer_about_consent(turn)):
        return False
    ask_next(turn)
    return True


def _pressed_words(turn: Turn) -> set[str]:
    labels = {Heard(str(option["label"]), "").plain for option in turn.memory.options}
    return labels | {str(number) for number in _PRESSED}


def _who_gets_it(turn: Turn) -> tuple[str | None, object]:
    return agency_known(turn), turn.memory.referral.get("number")


def _take_rest(turn: Turn, agreed: Agreement) -> tuple[list[str], bool]:
    """What stands beside the yes is done. What it asks, and whether the yes waits for that."""
    whole, answers = turn.heard, turn.memory.referral
    notes: list[str] = []
    for clause in agreed.rest:
        turn.heard = replace(whole, text=clause, number=None, act="ask_need")
        asks = worries.is_question(clause, turn.heard.plain)
        done = not asks and (
            takes_need_out(turn, _STEP) or _leaves_out(turn) or wishes_office(turn)
        )
        if not done:
            notes.append(clause)
    turn.heard = replace(whole, text=". ".join(notes), needs=[])
    reading = read(turn.heard.text, _STEP, answers.get("number"))
    told = bool(reading.number or reading.times.clauses or reading.notes)
    if told and keep(turn, _STEP, reading):
        turn.say("utter_referral_noted")
    turn.heard = whole
    asked = reading.questions
    return asked, bool(asked) and not (agreed.in_words and _is_harmless(whole, asked))


def _leaves_out(turn: Turn) -> bool:
    """ "Leave out the nephew": also where nothing written so far holds it."""
    plain, answers = turn.heard.plain, turn.memory.referral
    if wordings.keeps_from_somebody(plain) and not leaves_a_part_out(plain):
        return False
    words = left_out(plain)
    if not words or not (leaves_a_part_out(plain) or holds(answers, "", words)):
        return False
    leave_out(answers, words)
    turn.say("utter_referral_left_out")
    return True


def _is_harmless(whole: Heard, asked: list[str]) -> bool:
    plain = Heard(" ".join(asked), "").plain
    held = wordings.keeps_from_somebody(whole.plain)
    return not held and worries.answer_to(plain) in HARMLESS
