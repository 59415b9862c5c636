"""A message that is heard again after a process died does its work in the desk once."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions import rooms
from actions.turn import Turn, TurnAction
from referrals.answers import Answers
from referrals.desk_items import open_items
from referrals.settings import Settings
from referrals.usecases import Referrals
from tests.referrals.outbox_parts import database_for


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Referrals:
    opened = Referrals.open(Settings(tmp_path, database_for(tmp_path), "key"))
    monkeypatch.setattr(rooms, "opened_desk", lambda: opened)
    return opened


class Telling(TurnAction):
    """Raises a desk item and says how many there are. Not registered anywhere."""

    def __init__(self, fault: Callable[[], None] = lambda: None) -> None:
        self.fault = fault
        self.went_through = 0

    def name(self) -> str:
        return "action_telling"

    def _work(self, turn: Turn) -> None:
        self.went_through += 1
        turn.memory.misses += 1
        rooms.desk().raise_item("wrong_number", turn.conversation, "closed")
        self.fault()
        turn.say(f"utter_{len(open_items(rooms.desk()))}")

    def answer(self, turn: Turn) -> None:
        raise NotImplementedError


class Looking(Telling):
    """Only looks."""

    def _work(self, turn: Turn) -> None:
        self.went_through += 1
        turn.say(f"utter_{len(open_items(rooms.desk()))}")


def hear(action: TurnAction, message_id: str | None) -> tuple[list[str], list[Any]]:
    metadata = {"channel": "sms", "message_id": message_id}
    message = {"text": "wrong number", "intent": {"name": "wrong_number"}, "metadata": metadata}
    tracker = Tracker("sms-1", {}, message, [], False, None, {}, "action_listen")
    dispatcher = CollectingDispatcher()
    events = asyncio.run(action.run(dispatcher, tracker, {}))
    return [said["response"] for said in dispatcher.messages], events


def test_what_is_heard_twice_is_done_once_and_answered_alike(desk: Referrals) -> None:
    first = hear(Telling(), "text a")
    assert hear(Telling(), "text a") == first
    assert len(open_items(desk)) == 1
    assert first[0] == ["utter_1"]
    assert [event["value"] for event in first[1] if event["name"] == "misses"] == [1.0]


def test_another_message_is_done_again(desk: Referrals) -> None:
    hear(Telling(), "text a")
    assert hear(Telling(), "text b")[0] == ["utter_2"]
    assert hear(Telling(), None)[0] == ["utter_3"]


def test_an_action_that_dies_half_way_has_done_nothing(desk: Referrals) -> None:
    def die() -> None:
        raise RuntimeError("half way")

    assert hear(Telling(die), "text a")[0] == ["utter_trouble"]
    assert open_items(desk) == []
    assert hear(Telling(), "text a")[0] == ["utter_1"]


def test_an_action_that_only_looks_runs_once_and_writes_nothing(desk: Referrals) -> None:
    action = Looking()
    assert hear(action, "text a")[0] == ["utter_0"]
    assert action.went_through == 1
    assert Answers(desk).given("sms-1", "turn text a") is None
