"""Which kind of turn a message is, against labels by another hand (data/evaluation/acts/turns.tsv)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import httpx

from porchlight.evaluation.client import Conversation

# The labels' author did not know our names. Opting out is the text line's own matter (gateway/sms).
ACCEPTED: dict[str, frozenset[str]] = {
    name: frozenset(acts.split())
    for name, acts in {
        "advice": "medical_advice legal_advice",
        "affirm": "affirm",
        "back": "go_back",
        "bring": "ask_detail",
        "choose": "choose",
        "closer": "closer",
        "correct": "correct change_place",
        "cost": "ask_detail",
        "delete": "delete_my_data",
        "deny": "deny",
        "did_not_work": "wrong_number follow_up_answer",
        "eligibility": "ask_detail",
        "free": "free_only",
        "give_place": "give_place",
        "goodbye": "goodbye",
        "greet": "greeting",
        "help": "help how_it_works",
        "hours": "ask_detail",
        "insult": "insult",
        "language_switch": "language_switch",
        "more": "more what_else",
        "news": "any_news",
        "noise": "no_answer unsure",
        "not_that": "not_that correct",
        "off_topic": "off_topic",
        "person": "person",
        "prompt_injection": "injection",
        "repeat": "repeat",
        "robot": "are_you_robot who_are_you",
        "start_over": "start_over",
        "state_need": "ask_need add_need",
        "thank": "thanks",
        "withdraw": "withdraw_consent",
    }.items()
}


@dataclass(frozen=True)
class ActMiss:
    """A turn that was taken for something else."""

    label: str
    message: str
    got: str | None


# After "1 share, 2 don't share" a bare number is the answer; which one it means is the dialogue's matter.
_NUMBERS = frozenset({"1", "2", "one", "two", "uno", "dos"})


@dataclass(frozen=True)
class LabelledTurn:
    """A turn with the acts that count as right for it."""

    label: str
    message: str
    right: frozenset[str]


def read_turns(path: Path) -> list[LabelledTurn]:
    """Each line whose label is in ACCEPTED. Columns: what was said before, the label, the message."""
    rows = [line.split("\t") for line in path.read_text("utf-8").splitlines() if line.strip()]
    return [
        LabelledTurn(label, message, _right(before, label, message))
        for before, label, message in rows
        if label in ACCEPTED
    ]


def _right(before: str, label: str, message: str) -> frozenset[str]:
    by_number = before == "asked_consent" and message.strip().lower() in _NUMBERS
    return ACCEPTED[label] | ({"choose"} if by_number else set())


def act_misses(url: str, turns: Iterable[LabelledTurn]) -> list[ActMiss]:
    """Each turn in a fresh conversation of its own."""
    missed = []
    with httpx.Client() as client:
        for turn in turns:
            got = Conversation(url, client).say(turn.message)["understood"].get("act")
            if got not in turn.right:
                missed.append(ActMiss(turn.label, turn.message, got))
    return missed
