"""What is only told after a list: taken note of, with the need that stays in hand."""

from __future__ import annotations

from actions.turn import Turn
from resources_index.index.needs import need_name


def say_noted(turn: Turn) -> None:
    """Names the need, so that a wrong one can be put right."""
    needs = turn.memory.case.needs
    topic = need_name(needs[0], turn.language) if needs else ""
    turn.say("utter_say_it_when_you_call" if topic else "utter_anything_else", topic=topic)
