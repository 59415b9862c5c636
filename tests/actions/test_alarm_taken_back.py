"""An alarm is taken back: the form asks what it asked, the list is as it was, and no alarm comes up again."""

from __future__ import annotations

import pytest
from rasa_sdk.executor import CollectingDispatcher

from actions.alarm_taken_back import after_a_denial
from actions.answering import answer_turn
from actions.heard import Heard
from actions.memory import Memory
from actions.turn import Turn


def turn(memory: Memory, denied: str | None) -> Turn:
    heard = Heard("nobody is hurt", "deny", metadata={"denied": denied} if denied else {})
    return Turn("web-1", memory, heard, CollectingDispatcher())


def responses(spoken: Turn) -> list[str]:
    return [message["response"] for message in spoken.dispatcher.messages]


@pytest.mark.parametrize("held", ["yes", "quiet", "told"])
def test_the_form_asks_again_what_it_asked(held: str) -> None:
    memory = Memory(
        referral={"needs": ["meals"], "name": "Ann", "held": held}, gentle_until="2026-11-30"
    )
    spoken = turn(memory, "only")
    assert after_a_denial(spoken)
    assert memory.pending == "referral_number"
    assert "held" not in memory.referral
    assert memory.gentle_until is None
    assert len(spoken.dispatcher.messages) == 1


def test_what_was_said_besides_answers_the_open_question() -> None:
    memory = Memory(referral={"needs": ["meals"], "name": "Ann", "held": "yes"})
    spoken = turn(memory, "besides")
    assert not after_a_denial(spoken)
    assert memory.pending == "referral_number"
    assert spoken.dispatcher.messages == []


def test_a_list_is_in_sight_again() -> None:
    memory = Memory(shown=["a"], page={"covered": True})
    spoken = turn(memory, "only")
    assert after_a_denial(spoken)
    assert memory.page["covered"] is False
    assert responses(spoken) == ["utter_list_stands"]


def test_nothing_else_is_answered_then() -> None:
    spoken = turn(Memory(shown=["a"]), "only")
    answer_turn(spoken, lambda _: spoken.say("another answer"))
    assert responses(spoken) == ["utter_list_stands"]


def test_with_nothing_before_it_is_asked_what_is_needed() -> None:
    spoken = turn(Memory(), "only")
    assert after_a_denial(spoken)
    assert responses(spoken) == ["utter_go_on_then"]


def test_without_a_denial_nothing_is_touched() -> None:
    memory = Memory(page={"covered": True}, gentle_until="2026-11-30")
    spoken = turn(memory, None)
    assert not after_a_denial(spoken)
    assert memory.page["covered"] is True
    assert memory.gentle_until == "2026-11-30"
