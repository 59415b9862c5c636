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


# Sets whose authors knew our names label with these; what lies side by side counts as right.
_SIDE_BY_SIDE = (
    "ask_need add_need", "help how_it_works", "are_you_robot who_are_you", "medical_advice legal_advice",
    "wrong_number follow_up_answer", "more what_else", "correct change_place",
)  # fmt: skip
_ACTS = Path("data/dialogue/acts")
# What is said before a turn, so that the bot knows of it.
_BEFORE = {
    "listed": ("I need a ride to the doctor, 45402",),
    "detail": ("I need a ride to the doctor, 45402", "1"),
    "asked_place": ("I need a ride to the doctor",),
}


@dataclass(frozen=True)
class LabelledTurn:
    """A turn with the acts that count as right for it, and what was said before."""

    label: str
    message: str
    right: frozenset[str]
    before: tuple[str, ...] = ()


def read_turns(path: Path) -> list[LabelledTurn]:
    """Each line whose label is known. Columns: what was said before, the label, the message."""
    rows = [line.split("\t") for line in path.read_text("utf-8").splitlines() if line.strip()]
    return [
        LabelledTurn(label, message, _right(before, label, message), _BEFORE.get(before, ()))
        for before, label, message in rows
        if label in ACCEPTED or label in _own_names()
    ]


def _own_names() -> frozenset[str]:
    return frozenset(path.stem for path in _ACTS.glob("*.yml"))


def _right(before: str, label: str, message: str) -> frozenset[str]:
    if label not in ACCEPTED:
        near = (frozenset(names.split()) for names in _SIDE_BY_SIDE)
        return frozenset({label}).union(*(names for names in near if label in names))
    by_number = before == "asked_consent" and message.strip().lower() in _NUMBERS
    return ACCEPTED[label] | ({"choose"} if by_number else set())


def act_misses(url: str, turns: Iterable[LabelledTurn]) -> list[ActMiss]:
    """Each turn in a conversation of its own, after what was said before it."""
    missed = []
    with httpx.Client() as client:
        for turn in turns:
            talk = Conversation(url, client)
            for said in turn.before:
                talk.say(said)
            got = talk.say(turn.message)["understood"].get("act")
            if got not in turn.right:
                missed.append(ActMiss(turn.label, turn.message, got))
    return missed
