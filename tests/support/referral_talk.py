"""A conversation in which a person is asked for, over a desk of its own with a clock of its own."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from rasa_sdk.executor import CollectingDispatcher

from actions import referral, referral_answers
from actions.heard import Heard
from actions.memory import Case, Memory
from actions.turn import Turn
from tests.support.desk import SERVICE

PLACE = {"text": "Dayton, OH 45402", "zip": "45402", "state": "OH"}


class Clock:
    def __init__(self) -> None:
        self.now = datetime(2026, 11, 2, 15, 0)

    def __call__(self) -> datetime:
        return self.now


class Shelf:
    """A search that knows one service."""

    class View:
        @staticmethod
        def to_dict() -> dict[str, Any]:
            return {**SERVICE, "url": "", "hours": "", "ask_for": "I need a ride."}

        class record:  # noqa: N801 (as the search has it)
            id, name, organization = "s-1", "Rides", "Area Agency on Aging 2"

    def service(self, service_id: str) -> Any:
        return self.View() if service_id == "s-1" else None


class Talk:
    """One conversation: each line is heard with the memory of the lines before."""

    def __init__(
        self, channel: str = "sms", language: str = "en", about: str | None = None
    ) -> None:
        self.channel = channel
        case = Case(
            about=about, needs=["transportation"], place_shown=PLACE, text="ride to dialysis"
        )
        self.memory = Memory(
            language=language, cases={"self": case}, current="self", shown=["s-1"], met=True
        )
        self.said: list[dict[str, Any]] = []

    def turn(self, text: str, act: str = "ask_need", number: int | None = None) -> Turn:
        dispatcher = CollectingDispatcher()
        self.said = dispatcher.messages
        heard = Heard(text, act, number, metadata={"channel": self.channel})
        return Turn(f"{self.channel}-1", self.memory, heard, dispatcher)

    def hear(self, text: str, act: str = "ask_need", number: int | None = None) -> list[str]:
        turn = self.turn(text, act, number)
        if act == "person":
            referral.ask_next(turn, start=True)
        else:
            assert referral_answers.take_answer(turn), text
        return self.words()

    def words(self) -> list[str]:
        return [message.get("text") or message.get("response") for message in self.said]

    def until_consent(self, note: str = "nothing else") -> str:
        self.hear("PERSON", "person")
        for answer in ("Ann", "937-555-0142", "morning", note):
            last = self.hear(answer)
        if last == ["utter_referral_they_know"]:
            last = self.hear("not yet")
        return last[-1]
