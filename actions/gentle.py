"""The first ordinary turn after a crisis begins with a kind word, and with where help is at any hour."""

from __future__ import annotations

from datetime import UTC, datetime

from actions.turn import Turn


def be_gentle(turn: Turn) -> None:
    """Say it once; an old crisis is not brought up again."""
    until = turn.memory.gentle_until
    # `led`: the gateway says where help is before this answer.
    if until is None or turn.heard.answered_elsewhere or turn.heard.metadata.get("led"):
        return
    turn.memory.gentle_until = None
    if datetime.now(UTC) < datetime.fromisoformat(until):
        turn.say("utter_gentle")
