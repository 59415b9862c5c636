"""What somebody wishes about the request before it is made: left out, kept back, not with that agency, to be told."""

from __future__ import annotations

import re

from actions.desk.referral import HERE
from actions.form import call_times, edits, wordings, worries
from actions.form.notes import (
    add_note,
    holds,
    is_for_the_desk,
    leave_out,
    left_out,
    says_how_to_reach,
    told_for_the_desk,
)
from actions.form.phone_numbers import phone_in, without_phone
from actions.form.withheld import withheld_in, withhold
from actions.needs.came_for import needs_of_request, words_told
from actions.shown.listed import view_of
from actions.shown.turned_down import note_turned_down
from actions.turn import Turn

_LONGEST_NOTE = 300
_NO_MEDICAID = re.compile(
    r"\b(?:not|no|isn't|isnt|without|(?:don't|dont|do not|doesn't|doesnt) (?:have|qualify for|get)|over (?:the income )?for|nothing with|no (?:tengo|tiene|tenemos|es|califico para)) (?:on |any |the |el |la |de |del )*medicaid\b"
)
_WRITES_INSTEAD = re.compile(
    r"\b(?:text|email|write|message|work|before|after|until|mensaje|texto|escrib\w*|trabajo|antes|despues)\b"
)


def leaves_out(turn: Turn, step: str) -> bool:
    """ "Don't share the shotgun part": out of the note and of the words that are shared."""
    words = left_out(turn.heard.plain)
    answers = turn.memory.referral
    situation = words_told(turn, needs_of_request(turn))
    if not words or not holds(answers, situation, words):
        return False
    leave_out(answers, words)
    turn.say("utter_referral_left_out")
    return True


def withholds(turn: Turn, step: str) -> bool:
    """ "Don't put the address", "mi apellido no": one detail stays out; the rest goes on."""
    if step == "note":
        # There it is what they should know.
        return False
    detail = withheld_in(turn.heard.plain, step)
    if detail is None:
        return False
    withhold(turn.memory.referral, detail, HERE[turn.channel])
    here = detail == "number"
    turn.say("utter_referral_answer_here" if here else "utter_referral_left_out")
    return True


def has_no_medicaid(plain: str) -> bool:
    """ "Not Medicaid", "we don't have Medicaid": its offices are not the ones to ask."""
    return bool(_NO_MEDICAID.search(plain))


def turns_down(turn: Turn, step: str) -> bool:
    """ "Not the area office, I called them": the request does not go there."""
    if worries.is_question(turn.heard.text, turn.heard.plain):
        return False
    if has_no_medicaid(turn.heard.plain) and _without_medicaid(turn):
        turn.say("utter_referral_not_with", name="Medicaid")
        return True
    organization = note_turned_down(turn)
    if organization is None:
        return False
    turn.memory.referral.pop("agency", None)
    turn.say("utter_referral_not_with", name=organization)
    return True


def _without_medicaid(turn: Turn) -> bool:
    """Whether any office on show is one for people with Medicaid; from now on the request goes to none of them."""
    told = turn.memory.case.turned_down
    found = []
    for view in filter(None, (view_of(turn, service) for service in turn.memory.shown)):
        record = view.record
        if "medicaid" in f"{record.name} {record.organization}".lower():
            phone = record.phones[0].number if record.phones else ""
            found.append({"name": record.organization or record.name, "phone": phone})
    told += [one for one in found if one not in told]
    return bool(found)


def adds(turn: Turn, step: str) -> bool:
    """ "Add that I am hard of hearing", "please text, don't call": it goes with the note."""
    heard, answers = turn.heard, turn.memory.referral
    if step == "note":
        return False
    told = told_for_the_desk(heard.text)
    number = phone_in(heard.text)
    text = without_phone(heard.text).strip(" ,.;-")[:_LONGEST_NOTE]
    kept_from = wordings.keeps_from_somebody(heard.plain) or _whose_number(turn)
    asked = worries.is_question(heard.text, heard.plain)
    if told is None and not asked and (is_for_the_desk(heard.plain) or kept_from):
        told = text
    if told is None and _tells_how_to_reach(turn, step):
        told = text
    if told is None:
        return False
    add_note(answers, told)
    if number and "number" in answers:
        answers["number"] = number
    turn.say("utter_referral_noted")
    return True


def _whose_number(turn: Turn) -> bool:
    """ "That's my daughter's number": said of a number that was given."""
    known = "number" in turn.memory.referral and phone_in(turn.heard.text) is None
    return known and edits.says_whose_number(turn.heard.plain)


def _tells_how_to_reach(turn: Turn, step: str) -> bool:
    plain = turn.heard.plain
    if step in ("name", "number") or not says_how_to_reach(plain):
        # Beside a name or a number it is taken with the answer.
        return False
    if step == "time" and call_times.names_a_time(plain):
        return False
    return not wordings.will_not(plain) or bool(_WRITES_INSTEAD.search(plain))
