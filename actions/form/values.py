"""What an answer before a person is asked is worth: the value of the field, what stands beside it, or one more try."""

from __future__ import annotations

import re

from actions.desk.referral import HERE
from actions.form import call_days, call_times, naming, wordings
from actions.form.notes import add_note, rest_beside, says_how_to_reach
from actions.form.phone_numbers import phone_in, without_phone
from actions.heard import Heard
from actions.needs.came_for import answered_needs, is_untold, named_needs, needs_of_request
from actions.turn import Turn

HERE_WORDS = frozenset({"this", "este", "esta", "here", "aqui", "same", "mismo"})
_HERE_SAID = re.compile(
    r"\b(?:(?:at|on|al|a|en) )?(?:this|same|the same|este|esta|mismo|el mismo)(?: (?:one|phone|number|cell|line|chat|mismo|numero|n\u00famero|tel[e\u00e9]fono|celular))?\b|\b(?:here|aqu[i\u00ed])\b",
    re.IGNORECASE,
)
_FEW, _LONG = 3, 4
# How sure a need must be that the desk files the request under it.
_SURE = 0.75


def meant_by(turn: Turn, step: str, label: str) -> str:
    if step == "number":
        return HERE[turn.channel]
    return "" if step == "note" else label


def value_of(turn: Turn, step: str) -> object:
    heard = turn.heard
    text, plain = heard.text.strip()[:300], heard.plain
    if step == "needs":
        return answered_needs(turn)
    if step == "number":
        here = bool(HERE_WORDS & set(plain.split()))
        yes = heard.act == "affirm" and turn.channel == "sms"
        return phone_in(text) or (HERE[turn.channel] if here or yes else None)
    if step == "name":
        return naming.first_name(text)
    if step == "time":
        return _time(turn, text)
    if step == "note":
        return _note(turn, text)
    return text


def _time(turn: Turn, text: str) -> str | None:
    plain = turn.heard.plain
    if wordings.is_a_short_no(plain) or wordings.is_nothing(plain):
        return str(turn.memory.options[-1]["label"])
    told = call_days.told_in(text)
    if told.clauses and not call_times.only_weak(plain):
        return call_days.merged(told)
    if call_times.is_a_time(turn.heard.text, plain):
        return text if plain.isdigit() else call_times.time_told(text)
    return None


def _note(turn: Turn, text: str) -> str | None:
    plain = turn.heard.plain
    if wordings.is_nothing(plain):
        return ""
    if wordings.is_a_bare_yes(plain) or wordings.is_of_the_consent(plain):
        # "Yes" and "share" tell nothing.
        return None
    if is_untold(turn):
        # What it is about; where that is one of our needs, the desk finds it under that.
        sure = bool(turn.heard.needs) and turn.heard.needs[0]["score"] >= _SURE
        turn.memory.referral["needs"] = (named_needs(turn) if sure else None) or []
    return text


def take_beside(turn: Turn, step: str) -> None:
    """What else such an answer tells: the number beside the name, the time or "let it ring" beside the number."""
    text, answers = turn.heard.text.strip()[:300], turn.memory.referral
    number = phone_in(text)
    if step not in ("name", "number"):
        return
    if step == "name" and number:
        answers["number"] = number
    if step == "name" and says_how_to_reach(turn.heard.plain):
        add_note(answers, naming.after_the_name(text))
    time = call_times.time_beside(text)
    if time:
        answers["time"] = time
        return
    if step == "name":
        return
    rest = rest_beside(without_phone(text), _HERE_SAID)
    enough = _FEW if number else _LONG
    if rest and (len(rest.split()) >= enough or says_how_to_reach(rest.lower())):
        add_note(answers, rest)


def chosen_label(turn: Turn) -> str | None:
    """The option that a number or its own words mean; "the number of the first" is no such answer."""
    number, options, plain = turn.heard.number, turn.memory.options, turn.heard.plain
    labels = [str(option["label"]) for option in options]
    copied = [label for label in labels if Heard(label, "").plain == plain]
    if copied:
        return copied[0]
    if number is None or len(plain.split()) >= _FEW or not 0 < number <= len(options):
        return None
    return labels[number - 1]


def ask_again(turn: Turn, step: str) -> object:
    """Ask once more; after that it is not insisted on: the answer comes where the person writes, at any time."""
    asked = f"{step}_asked_again"
    answers, text = turn.memory.referral, turn.heard.text.strip()[:300]
    if not answers.get(asked):
        answers[asked] = "yes"
        turn.say(f"utter_referral_{step}_again", choices=turn.offered)
        return None
    if step == "number":
        turn.say("utter_referral_answer_here")
        return HERE[turn.channel]
    if step == "needs":
        return needs_of_request(turn)
    if step == "time":
        if len(turn.heard.plain.split()) >= _FEW:
            # Whatever it means, whoever calls reads it.
            add_note(answers, text)
        return str(turn.memory.options[-1]["label"])
    return ""
