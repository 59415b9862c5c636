"""The sentence that answers a question about being called."""

from __future__ import annotations

from actions import worries
from actions.office import Office, say_when
from actions.request import agency_named
from actions.turn import Turn


def say_about_the_call(turn: Turn) -> None:
    """One of our own sentences; by when they call only where a setting says it."""
    say = worries.answer_to(turn.heard.plain)
    if say != "when":
        turn.say(say, agency=agency_named(turn))
        return
    if not Office.read().says_when:
        turn.say("utter_call_time_unknown")
    say_when(turn)
