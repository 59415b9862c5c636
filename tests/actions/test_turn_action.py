from __future__ import annotations

import asyncio
from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.heard import Heard
from actions.memory import Case, Memory
from actions.turn import Turn, TurnAction


def tracker(**slots: Any) -> Tracker:
    message = {
        "text": "need a ride",
        "intent": {"name": "ask_need"},
        "metadata": {"channel": "sms"},
    }
    return Tracker("sms-1", slots, message, [], False, None, {}, "action_listen")


class Failing(TurnAction):
    """Not registered anywhere: only for this test."""

    def name(self) -> str:
        return "action_failing"

    def _work(self, turn: Turn) -> None:
        raise RuntimeError("the words of a person")

    def answer(self, turn: Turn) -> None:
        raise NotImplementedError


def test_a_failing_action_still_gives_a_number_to_call() -> None:
    dispatcher = CollectingDispatcher()
    asyncio.run(Failing().run(dispatcher, tracker(), {}))
    assert [message["response"] for message in dispatcher.messages] == ["utter_trouble"]


def test_what_is_changed_in_place_is_written_back() -> None:
    memory = Memory.of(tracker(referral={"name": "Ann"}, current="self", cases={"self": {}}))
    memory.referral["number"] = "937-555-0142"
    memory.case.needs = ["transportation"]
    written = {
        event["name"]: event["value"] for event in memory.events(tracker(referral={"name": "Ann"}))
    }
    assert written["referral"] == {"name": "Ann", "number": "937-555-0142"}
    assert written["cases"]["self"]["needs"] == ["transportation"]


def test_two_persons_keep_their_needs_apart() -> None:
    memory = Memory(cases={"mother": Case(needs=["respite"])}, current="mother")
    memory.current = "father"
    memory.case.needs = ["housing"]
    assert memory.cases["mother"].needs == ["respite"]


def test_a_cry_for_help_leaves_the_list_as_it_was_seen() -> None:
    class Shows(TurnAction):
        def name(self) -> str:
            return "action_shows"

        def answer(self, turn: Turn) -> None:
            turn.memory.shown = ["another"]
            turn.say("utter_anything")

    memory = Memory(shown=["first", "second"], met=True)
    heard = Heard("i took all the pills", "ask_need", metadata={"crisis": "suicide"})
    turn = Turn("web-1", memory, heard, CollectingDispatcher())
    Shows()._work(turn)
    assert turn.memory.shown == ["first", "second"]
    assert turn.dispatcher.messages == []
    assert turn.memory.gentle_until is not None
