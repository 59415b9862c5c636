"""A warm referral: what a coordinator needs, one question at a time, then an explicit yes.

Somebody may ask, tell or want something else in between: it is answered, and then the open question comes again.
"""

from __future__ import annotations

import re
from typing import Any

from actions.desk.asked_for_person import told_at_once
from actions.desk.news_words import asks_who_called
from actions.desk.request import KEPT, consent
from actions.form.call_times import time_beside
from actions.form.naming import beside_a_number, introduced
from actions.form.notes import add_note, is_for_the_desk, says_how_to_reach
from actions.form.parts import keep_told
from actions.form.phone_numbers import phone_in
from actions.heard import COMPANY
from actions.needs.came_for import is_unsure, is_untold, named_needs, options
from actions.turn import Turn, TurnAction

_STEPS = ("needs", "name", "number", "time", "note", "they_know", "consent")
_QUESTIONS = {
    "needs": "utter_referral_needs",
    "name": "utter_referral_name",
    "number": "utter_referral_number",
    "time": "utter_referral_time",
    "note": "utter_referral_note",
    "they_know": "utter_referral_they_know",
}
# Where somebody writes is a way to reach them, with a number or without.
HERE = {"sms": "this phone", "web": "this chat"}
_HERE_LABELS = {
    ("sms", False): ("this phone",), ("sms", True): ("este teléfono",),
    ("web", False): ("answer me here",), ("web", True): ("contésteme aquí",),
}  # fmt: skip
# Asked again after two other things, the question would only be in the way.
_MOST_PAUSES = 2
# Words; fewer only ask for a person.
_TELLS_MORE, _A_STORY = 5, 9
# "A person about the light bill", and not "is there a person".
_ABOUT = re.compile(r"\b(?:about|for|with|on|sobre|para|por|con|de)\b")
_WHO_ANSWERS = re.compile(
    r"\b(?:who|somebody|someone|anybody|a (?:real )?person|a (?:man|woman|human|machine)|quien|alguien|una? (?:persona|maquina))\b.{0,25}\b(?:picks? up|answers?|contesta\w*|atiende\w*)\b|"
    r"\b(?:person|human|man|woman|lady|persona) or (?:a )?(?:machine|robot|recording)\b|\b(?:persona|gente) o (?:una )?(?:maquina|grabacion)\b|\b(?:picks? up|answers?|contesta\w*)\b.{0,25}\b(?:machine|recording|maquina|grabacion)\b"
)


class ActionPerson(TurnAction):
    """'A person, please', from any point."""

    def name(self) -> str:
        return "action_person"

    def answer(self, turn: Turn) -> None:
        if turn.memory.shown and _WHO_ANSWERS.search(turn.heard.plain):
            # Asked of the places that were shown: nobody asks for a person.
            turn.say("utter_who_answers")
            return
        if asks_who_called(turn.heard.plain):
            # Nobody was asked to call: who did has been told before this.
            turn.say("utter_no_referral")
            return
        ask_next(turn, start=True)


def ask_next(turn: Turn, start: bool = False) -> None:
    """Ask for what is still missing, one thing at a time."""
    memory = turn.memory
    if start:
        _begin(turn)
    step = next_step(turn)
    memory.ask(f"referral_{step}", step_options(turn, step))
    if step == "consent":
        turn.say_words(consent(turn).wording, turn.offered)
        return
    turn.say(_question(turn, step), choices=turn.offered)


def _answers_of_before(referral: dict[str, Any]) -> dict[str, Any]:
    """Nothing is asked twice: of a request that was made name and number stay, of one that was interrupted all answers."""
    kept = (
        (*_STEPS, "ask_for", "extras", "left_out", "withheld") if is_unfinished(referral) else KEPT
    )
    return {step: referral[step] for step in kept if referral.get(step) and step != "consent"}


def is_unfinished(referral: dict[str, Any]) -> bool:
    """Whether questions were open when something else came up, so that nothing was shared yet."""
    waits = referral.get("held") or referral.get("paused")
    return bool(waits) and any(referral.get(step) for step in _STEPS)


def _question(turn: Turn, step: str) -> str:
    if step == "note" and is_untold(turn):
        return "utter_referral_what"
    more = step == "note" and bool(turn.memory.referral.get("extras"))
    return "utter_referral_note_more" if more else _QUESTIONS[step]


def _begin(turn: Turn) -> None:
    memory, heard = turn.memory, turn.heard
    memory.referral = _answers_of_before(memory.referral)
    memory.referral |= told_at_once(turn)
    given = introduced(heard.text) or beside_a_number(heard.text)
    if given:
        memory.referral["name"] = given
    number, time = phone_in(heard.text), time_beside(heard.text)
    if number:
        memory.referral["number"] = number
    if time:
        memory.referral["time"] = time
    about = bool(_ABOUT.search(heard.plain)) and is_unsure(turn)
    tells_more = is_untold(turn) and len(heard.plain.split()) >= _TELLS_MORE
    if heard.act == "person" and (about or tells_more):
        # "I want to talk to a person" is no loneliness.
        named = [need for need in named_needs(turn) or [] if need not in COMPANY]
        if named:
            memory.referral["needs"] = named
    if heard.asks_person and is_untold(turn) and len(heard.plain.split()) >= _A_STORY:
        # Nobody asks it again: "two days of insulin left, a person please".
        add_note(memory.referral, heard.text.strip()[:300])
    turn.say("utter_referral_begin")


def next_step(turn: Turn) -> str:
    """What is still missing."""
    known = turn.memory.referral
    return next(step for step in _STEPS if step not in known and _wanted(turn, step))


def hold(turn: Turn, step: str) -> None:
    """A crisis between the questions: they wait, and what was told for whoever calls is not lost."""
    memory, crisis = turn.memory, turn.heard.metadata.get("crisis")
    memory.answered()
    # After abuse somebody may read along: then it is not asked by itself.
    quiet = crisis == "abuse_now"
    memory.referral["held"] = "quiet" if quiet else "yes"
    keep_told(memory.referral, turn.heard.text, step)
    plain = turn.heard.plain
    if quiet or not (is_for_the_desk(plain) or says_how_to_reach(plain)):
        return
    if step == "note":
        memory.referral["note"] = turn.heard.text.strip()[:300]
    else:
        add_note(memory.referral, turn.heard.text.strip()[:300])


def resume(turn: Turn) -> None:
    """After something else was answered: the question that was open, unless another one is."""
    referral = turn.memory.referral
    if referral.get("held") == "quiet":
        # It is only said that nothing is lost.
        referral["held"] = "told"
        turn.say("utter_referral_waits")
        return
    if not referral.get("paused") or turn.memory.pending is not None:
        return
    del referral["paused"]
    if referral.get("pauses", 0) <= _MOST_PAUSES:
        ask_next(turn)


def _wanted(turn: Turn, step: str) -> bool:
    if step == "needs":
        return is_unsure(turn)
    return step != "they_know" or turn.memory.case.about not in (None, "self")


def step_options(turn: Turn, step: str) -> list[dict[str, Any]]:
    """What can be chosen at this question."""
    if step == "needs":
        return options(turn)
    spanish = turn.language == "es"
    if step == "note" and is_untold(turn):
        return [{"label": "yo les cuento" if spanish else "I will tell them"}]
    labels: dict[str, tuple[str, ...]] = {
        "number": _HERE_LABELS[turn.channel, spanish],
        "time": ("mañana", "tarde", "a cualquier hora") if spanish else ("morning", "afternoon", "any time"),
        "note": ("nada más",) if spanish else ("nothing else",),
        "they_know": ("sí, sabe", "todavía no") if spanish else ("they know", "not yet"),
        "consent": ("compartir", "no compartir") if spanish else ("share", "don't share"),
    }  # fmt: skip
    return [{"label": label} for label in labels.get(step, ())]
