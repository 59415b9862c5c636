"""A no to a coordinator is respected: it is not offered again for a week."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from actions.turn import Turn

_WEEK = timedelta(days=7)


def refuse(turn: Turn) -> None:
    """Forget the answers so far and remember that it was a no."""
    # A change of mind in the next breath ("yes, better yes") opens it again.
    turn.memory.ask("refused")
    kept = {key: value for key, value in turn.memory.referral.items() if key != "kept"}
    turn.memory.referral = {"refused_at": datetime.now(UTC).isoformat(), "kept": kept}


def say_refused(turn: Turn) -> None:
    """The numbers above are named only where there are any."""
    turn.say("utter_referral_refused" if turn.memory.shown else "utter_referral_refused_bare")


def take_up(turn: Turn) -> None:
    """A change of mind in the next breath: what was told before the no is not asked again."""
    kept = dict(turn.memory.referral.get("kept") or {})
    kept.pop("asked_again", None)
    turn.memory.referral = kept


def refused_lately(turn: Turn) -> bool:
    """Whether the person said no within a week."""
    at = turn.memory.referral.get("refused_at")
    return at is not None and datetime.now(UTC) - datetime.fromisoformat(at) < _WEEK
