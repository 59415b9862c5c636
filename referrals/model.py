"""A referral's life: named transitions only, each with who, when and why."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import datetime

OUTCOMES = (
    "got_help", "waiting_list", "not_eligible", "no_capacity", "no_longer_wanted", "referred_elsewhere",
)  # fmt: skip
# Why a referral was declined or help did not come.
REASONS = ("no_capacity", "not_eligible", "outside_area", "no_such_service", "other")
HOW = ("call", "text", "email", "visit")
WHOM = ("client", "family", "agency")
RESULTS = ("reached", "left_message", "no_answer", "wrong_number", "refused")
# name: (from which states, to which state)
TRANSITIONS: dict[str, tuple[frozenset[str], str]] = {
    "accept": (frozenset({"requested"}), "accepted"),
    "decline": (frozenset({"requested"}), "declined"),
    "begin": (frozenset({"accepted"}), "in_progress"),
    # A waiting list is no end: it stays open, with the day to look again.
    "wait": (frozenset({"accepted", "in_progress"}), "in_progress"),
    "complete": (frozenset({"accepted", "in_progress"}), "completed"),
    "cancel": (frozenset({"requested", "accepted", "in_progress"}), "cancelled"),
    "give_up": (frozenset({"requested", "accepted", "in_progress"}), "unable_to_contact"),
    "reopen": (
        frozenset({"completed", "declined", "cancelled", "unable_to_contact"}),
        "requested",
    ),
}
OPEN = frozenset({"requested", "accepted", "in_progress"})
# Also when an agency itself completes with this outcome, somebody looks again.
WAITING = "waiting_list"
WAIT_DAYS = 14
# No letters or digits that are read for another: a reference is spelled over the phone. No vowels: no words.
_SIGNS = "CDFHJKMNPRTWX34679"


class TransitionError(Exception):
    """The move is not one of the named ones from here; the message says which are."""


class StaleError(Exception):
    """Somebody else changed it in the meantime: load it again and look."""


@dataclass(frozen=True)
class ReferralView:
    """What others may see of a referral."""

    id: int
    reference: str
    status: str
    outcome: str | None
    needs: tuple[str, ...]
    version: int
    created_at: datetime


def next_status(status: str, transition: str) -> str:
    """The state after `transition`. Raises TransitionError when it does not start here."""
    sources, target = TRANSITIONS[transition]
    if status not in sources:
        possible = sorted(name for name, (froms, _) in TRANSITIONS.items() if status in froms)
        raise TransitionError(f"A {status} referral cannot {transition}; it can: {possible}.")
    return target


def new_reference() -> str:
    """Like R-4F7K."""
    return "R-" + "".join(secrets.choice(_SIGNS) for _ in range(4))
