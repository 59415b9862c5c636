"""A warm referral: what a coordinator needs, one question at a time, then an explicit yes.

Somebody may ask, tell or want something else in between: it is answered, and then the open question comes again.
"""

from __future__ import annotations

from typing import Any

from actions import form_words
from actions.request import KEPT, consent
from actions.turn import Turn, TurnAction

_STEPS = ("name", "number", "time", "note", "they_know", "consent")
_QUESTIONS = {
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


class ActionPerson(TurnAction):
    """'A person, please', from any point."""

    def name(self) -> str:
        return "action_person"

    def answer(self, turn: Turn) -> None:
        ask_next(turn, start=True)


def ask_next(turn: Turn, start: bool = False) -> None:
    """Ask for what is still missing, one thing at a time."""
    memory = turn.memory
    if start:
        memory.referral = {
            step: memory.referral[step] for step in KEPT if memory.referral.get(step)
        }
        given = form_words.introduced(turn.heard.text)
        if given:
            memory.referral["name"] = given
        turn.say("utter_referral_begin")
    step = next(step for step in _STEPS if step not in memory.referral and _wanted(turn, step))
    memory.ask(f"referral_{step}", _options(turn, step))
    if step == "consent":
        turn.say_words(consent(turn).wording, turn.offered)
        return
    turn.say(_QUESTIONS[step], choices=turn.offered)


def resume(turn: Turn) -> None:
    """After something else was answered: the question that was open, unless another one is."""
    referral = turn.memory.referral
    if referral.get("held") == "yes":
        # After a crisis it is not asked by itself: it is only said that nothing is lost.
        referral["held"] = "told"
        turn.say("utter_referral_waits")
        return
    if not referral.get("paused") or turn.memory.pending is not None:
        return
    del referral["paused"]
    if referral.get("pauses", 0) <= _MOST_PAUSES:
        ask_next(turn)


def _wanted(turn: Turn, step: str) -> bool:
    return step != "they_know" or turn.memory.case.about not in (None, "self", "client")


def _options(turn: Turn, step: str) -> list[dict[str, Any]]:
    spanish = turn.language == "es"
    labels: dict[str, tuple[str, ...]] = {
        "number": _HERE_LABELS[turn.channel, spanish],
        "time": ("mañana", "tarde", "a cualquier hora") if spanish else ("morning", "afternoon", "any time"),
        "note": ("nada más",) if spanish else ("nothing else",),
        "they_know": ("sí, sabe", "todavía no") if spanish else ("they know", "not yet"),
        "consent": ("compartir", "no compartir") if spanish else ("share", "don't share"),
    }  # fmt: skip
    return [{"label": label} for label in labels.get(step, ())]
