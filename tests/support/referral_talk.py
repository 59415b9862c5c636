"""A talk in which somebody asks for a person: each line is heard with the memory of the lines before."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any, ClassVar

import pytest
from rasa_sdk.executor import CollectingDispatcher

from actions.desk import desk_talk, follow_up, open_request, referral, request, taking_back
from actions.form import taking
from actions.heard import Heard
from actions.memory import Case, Memory
from actions.shown import listed
from actions.turn import Turn
from referrals.settings import Settings
from referrals.usecases import Referrals
from resources_index.directory import Phone
from tests.support.desk import SERVICE

PLACE = {"text": "Dayton, OH 45402", "zip": "45402", "state": "OH"}


class Clock:
    """A Monday morning in the country's east."""

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
            names: ClassVar[dict[str, str]] = {}
            eligibility: ClassVar[dict[str, str]] = {}
            level, need_ids = "local", ("transportation",)
            names: ClassVar[dict[str, str]] = {}
            eligibility: ClassVar[dict[str, str]] = {}
            cost: ClassVar[dict[str, str]] = {}
            hours: ClassVar[dict[str, str]] = {}
            phones = (Phone(SERVICE["phones"][0]),)

    def service(self, service_id: str) -> Any:
        """The one, or none."""
        return self.View() if service_id == "s-1" else None


def put_on_shelf(monkeypatch: pytest.MonkeyPatch) -> None:
    """A directory of one service, for all actions that look one up."""
    for module in (listed, desk_talk, request):
        monkeypatch.setattr(module, "search", Shelf)


def open_desk(tmp_path: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch) -> Referrals:
    """A desk of its own, for all actions that use one."""
    opened = Referrals.open(Settings(tmp_path, f"sqlite:///{tmp_path / 'p.db'}", "key"))
    opened._now = clock
    for module in (desk_talk, follow_up, open_request, request, taking_back):
        monkeypatch.setattr(module, "desk", lambda: opened)
    put_on_shelf(monkeypatch)
    monkeypatch.setattr(follow_up, "show_services", lambda turn, **page: turn.say("next choice"))
    return opened


class Talk:
    """One conversation."""

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

    def turn(
        self, text: str, act: str = "ask_need", number: int | None = None, **heard_besides: Any
    ) -> Turn:
        """What an action works with when `text` is heard."""
        dispatcher = CollectingDispatcher()
        self.said = dispatcher.messages
        metadata = {"channel": self.channel, **heard_besides.pop("metadata", {})}
        heard = Heard(text, act, number, metadata=metadata, **heard_besides)
        return Turn(f"{self.channel}-1", self.memory, heard, dispatcher)

    def hear(
        self, text: str, act: str = "ask_need", number: int | None = None, **heard_besides: Any
    ) -> list[str]:
        """What is said to `text` while the questions are asked."""
        turn = self.turn(text, act, number, **heard_besides)
        if act == "person":
            referral.ask_next(turn, start=True)
        else:
            assert taking.take_answer(turn), text
        return self.words()

    def after(self, text: str, act: str = "ask_need", **heard_besides: Any) -> list[str] | None:
        """What is said to `text` about a request that was made; None when it is about something else."""
        turn = self.turn(text, act, **heard_besides)
        return self.words() if open_request.answer_about_request(turn) else None

    def words(self) -> list[str]:
        """What was said last."""
        return [message.get("text") or message.get("response") for message in self.said]

    def until_consent(self, note: str = "nothing else") -> str:
        """The question at the end, after all answers."""
        self.hear("PERSON", "person")
        for answer in ("Ann", "937-555-0142", "morning", note):
            last = self.hear(answer)
        if last == ["utter_referral_they_know"]:
            last = self.hear("not yet")
        return last[-1]


def at_step(talk: Talk, step: str, answers: dict[str, str]) -> Talk:
    """The questions have come to `step`; `answers` by the name of the step, in the order in which they are asked."""
    talk.hear("PERSON", "person")
    for name, answer in answers.items():
        if name == step:
            break
        talk.hear(answer)
    assert talk.memory.pending == f"referral_{step}"
    return talk
