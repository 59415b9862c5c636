"""The answers before a person is asked: taken, asked about once more, or put aside for what the person wants first.

An answer is taken for what it is: a choice, a name that can be one, a time, a number. What is none of these is a
question about the call, something put right, a wish for the desk, a no; only then something else altogether.
"""

from __future__ import annotations

import re

from actions.consent.answer import take_consent
from actions.consent.take_yes import take_yes
from actions.desk.referral import ask_next
from actions.desk.say_about_call import say_about_the_call
from actions.form import call_times, naming, wordings, worries
from actions.form.changes import ask_back, put_right, put_surely_right
from actions.form.clauses import without_scolding
from actions.form.in_passing import take_in_passing
from actions.form.parts import keep_told
from actions.form.phone_numbers import phone_in
from actions.form.refusal import refuse, say_refused
from actions.form.take_parts import take_parts
from actions.form.values import HERE_WORDS, ask_again, chosen_label, meant_by, take_beside, value_of
from actions.form.whom_to_ask import whom_to_ask_for
from actions.needs.came_for import answered_needs
from actions.needs.remember import remember_request
from actions.shown.listed import number_said
from actions.talk.said import say_kind
from actions.talk.said_kinds import kind_of
from actions.turn import Turn

_OF_A_LIST = frozenset({"repeat", "go_back", "choose"})
_ASKS_OF_A_LIST = frozenset({"ask_detail", "closer", "repeat"})
_ABOUT_US = frozenset({"who_are_you", "are_you_robot", "any_news"})
_BEFORE_CONSENT = ("name", "number", "time")
# What stands in the way of a call, told instead of an answer.
_IN_THE_WAY = frozenset(
    "no_computer hard_of_hearing cant_see dread_calling strangers messy_house fear_of_home no_documents".split()
)
_LOST = re.compile(
    r"^(?:(?:i )?(?:don't|dont|do not) (?:understand|get it|follow)|(?:what|how) do you mean|what|huh|like what|such as|what now|"
    r"no entiendo(?: bien)?|como(?: dice| dijo)?|que(?: cosa| dijo| dice)?|como que|como asi|que quiere decir)(?: (?:that|this|it|sir|dear|hon|eso|esto|mija|senor))*$"
)
# Words that a message must have to be about a list, or to ask for something new.
_FEW, _LONG, _A_TIME = 3, 4, 14


def take_answer(turn: Turn) -> bool:
    """Take the answer to the open question. False when the person has turned to something else."""
    memory = turn.memory
    step = (memory.pending or "").removeprefix("referral_")
    if step == "name" and wordings.keeps_the_name(turn.heard.plain):
        return _record(turn, step, "")
    _keep_whom(turn, step)
    if step == "consent" and take_yes(turn):
        return True
    if not _of_the_list(turn) and take_parts(turn, step):
        return True
    take_in_passing(turn, step)
    chosen = chosen_label(turn) if step not in ("needs", "consent") else None
    if chosen is not None:
        return _record(turn, step, meant_by(turn, step, chosen))
    if step == "needs" and not worries.is_question(turn.heard.text, turn.heard.plain):
        needs = answered_needs(turn)
        if needs is not None:
            keep_told(turn.memory.referral, turn.heard.text, step)
            return _record(turn, step, needs)
    if ask_back(turn) or put_surely_right(turn, step) or _say_worry(turn, step):
        ask_next(turn)
        return True
    if _refuses(turn, step):
        refuse(turn)
        say_refused(turn)
        return True
    if put_right(turn, step) or _too_early(turn, step):
        ask_next(turn)
        return True
    if _LOST.match(turn.heard.plain):
        turn.say(f"utter_referral_{step}_again", choices=turn.offered)
        return True
    if step == "consent":
        return take_consent(turn)
    if step in _BEFORE_CONSENT and not _surely_answers(turn, step) and _said_beside(turn, step):
        return True
    return _take_other(turn, step)


def _said_beside(turn: Turn, step: str) -> bool:
    """ "I'll think about it" is no name, and "I don't have a computer" wants an answer before the question comes again."""
    kind = kind_of(turn)
    if kind == "later" and step != "time":
        _put_off(turn, step)
        turn.say("utter_said_later")
        return True
    if kind not in _IN_THE_WAY or not say_kind(turn, kind):
        return False
    ask_next(turn)
    return True


def _keep_whom(turn: Turn, step: str) -> None:
    """ "Ask for Tammy", told with any answer: whoever calls asks for her."""
    heard = turn.heard
    asks = worries.is_question(heard.text, heard.plain)
    if step == "needs" or asks:
        return
    whom = whom_to_ask_for(heard.text)
    if whom is not None:
        turn.memory.referral["ask_for"] = whom


def _take_other(turn: Turn, step: str) -> bool:
    """What is no correction, no worry and no refusal: the answer, a question of something else, or unclear."""
    sure = _surely_answers(turn, step)
    if not sure and _asks_caller(turn, step):
        say_about_the_call(turn)
        ask_next(turn)
        return True
    if not sure and _turned_away(turn, step):
        _pause(turn, step)
        return False
    value = value_of(turn, step)
    if value is not None:
        take_beside(turn, step)
    else:
        value = ask_again(turn, step)
    return True if value is None else _record(turn, step, value)


def _record(turn: Turn, step: str, value: object) -> bool:
    turn.memory.referral[step] = value
    ask_next(turn)
    return True


def clearly_answers(turn: Turn, step: str) -> bool:
    """Whether nothing else can be meant: a number where one is asked for, a name in so many words."""
    text, plain = turn.heard.text, turn.heard.plain
    if step == "name":
        return naming.says_it_is_the_name(text) or bool(
            naming.beside_a_number(text) and phone_in(text)
        )
    if step == "number":
        return phone_in(text) is not None
    return step == "time" and call_times.is_a_time(text, plain)


def _too_early(turn: Turn, step: str) -> bool:
    """A time where the name or the number is asked for: kept, and the question comes again."""
    text, plain = turn.heard.text, turn.heard.plain
    if step not in ("needs", "name", "number") or phone_in(text) or len(plain.split()) > _A_TIME:
        return False
    if "time" in turn.memory.referral or not call_times.is_a_time(text, plain):
        return False
    if _sure_need(turn):
        return False
    if plain.isdigit() or naming.says_it_is_the_name(text) or HERE_WORDS & set(plain.split()):
        return False
    turn.memory.referral["time"] = call_times.time_told(text)
    turn.say("utter_referral_time_changed", time=turn.memory.referral["time"])
    return True


def _surely_answers(turn: Turn, step: str) -> bool:
    if step == "name":
        told = without_scolding(turn.heard.text)
        few = len(told.split()) < _FEW and "?" not in turn.heard.text
        given = naming.first_name(turn.heard.text) is not None
        return clearly_answers(turn, step) or (few and given)
    return clearly_answers(turn, step)


def _say_worry(turn: Turn, step: str) -> bool:
    """A fear or a question that has an answer of its own, whatever was asked."""
    heard = turn.heard
    number = phone_in(heard.text)
    another = number is not None and number != turn.memory.referral.get("number")
    if another or not worries.is_worry(heard.text, heard.plain):
        return False
    if step == "time" and call_times.is_a_time(heard.text, heard.plain):
        return False
    if step == "name" and len(heard.plain.split()) == 1 and "?" not in heard.text:
        # Will is a name, and so is Hope; "gratis" is none.
        return naming.first_name(heard.text) is None and _told(turn)
    return _told(turn)


def _told(turn: Turn) -> bool:
    say_about_the_call(turn)
    return True


def _refuses(turn: Turn, step: str) -> bool:
    """A no to the whole thing: in so many words at any question, a bare one to the name or the number."""
    plain = turn.heard.plain
    if wordings.will_not(plain) and not wordings.wants_a_person(plain):
        return step not in ("note", "they_know") or len(plain.split()) <= _LONG
    return step in ("name", "number") and wordings.is_a_short_no(plain)


def _asks_caller(turn: Turn, step: str) -> bool:
    """A question that only whoever calls can answer; told as the note it goes along."""
    heard = turn.heard
    if step in ("needs", "note", "they_know") or not worries.is_question(heard.text, heard.plain):
        return False
    return not (_of_the_list(turn) or heard.act in _ABOUT_US or _sure_need(turn))


def _sure_need(turn: Turn) -> bool:
    heard = turn.heard
    asks = heard.act in ("ask_need", "add_need")
    least = 0.8 if heard.act == "ask_need" else 0.5
    return asks and bool(heard.needs) and heard.needs[0]["score"] > least


def _of_the_list(turn: Turn) -> bool:
    """Of a service that was shown: it is named by its place, or asked for again."""
    heard = turn.heard
    if not turn.memory.shown or phone_in(heard.text) or len(heard.plain.split()) < _FEW:
        return False
    if turn.memory.pending == "referral_name" and _says_name_again(turn):
        return False
    return heard.act in _OF_A_LIST or (
        heard.act in _ASKS_OF_A_LIST and number_said(turn) is not None
    )


def _says_name_again(turn: Turn) -> bool:
    """ "I told you Harold": no wish for a list that was sent before."""
    told = without_scolding(turn.heard.text)
    return told != turn.heard.text and naming.first_name(told) is not None


def _turned_away(turn: Turn, step: str) -> bool:
    """Something else in the middle of the questions; names, notes and times are taken as they are."""
    heard = turn.heard
    new_need = _sure_need(turn) and len(heard.plain.split()) >= _LONG
    of_us = heard.act in _ABOUT_US and worries.is_question(heard.text, heard.plain)
    return step in _BEFORE_CONSENT and (_of_the_list(turn) or new_need or of_us)


def _put_off(turn: Turn, step: str) -> None:
    turn.memory.referral["paused"] = step
    turn.memory.answered()


def _pause(turn: Turn, step: str) -> None:
    memory = turn.memory
    given = naming.name_then_more(turn.heard.text) if step == "name" else None
    if given:
        memory.referral["name"] = given
    memory.referral.pop("needs", None)
    _put_off(turn, step)
    memory.referral["pauses"] = memory.referral.get("pauses", 0) + 1
    remember_request(turn)
