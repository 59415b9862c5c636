"""A question about a listed service is answered from its record."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from rasa_sdk.executor import CollectingDispatcher

from actions import ask_detail
from actions.heard import Heard
from actions.memory import Case, Memory
from actions.turn import Turn


@pytest.mark.parametrize(
    ("record", "told"),
    [
        ("Depends on income. They decide.", "Depends on income"),
        ("Depende del ingreso. Ellos deciden.", "Depende del ingreso"),
        ("Age 60 or older", "Age 60 or older"),
        ("They decide by income. Age 60.", "They decide by income. Age 60"),
    ],
)
def test_that_they_decide_is_said_once(
    monkeypatch: pytest.MonkeyPatch, record: str, told: str
) -> None:
    service = SimpleNamespace(
        record=SimpleNamespace(organization="Agency 2", name="Rides", id="s-1"),
        to_dict=lambda: {"eligibility": record},
    )
    monkeypatch.setattr(ask_detail, "_services", lambda _: [service])
    memory = Memory(cases={"self": Case("self")}, current="self", met=True, shown=["s-1"])
    said = Heard("who can get it", "ask_detail", metadata={"channel": "web"})
    turn = Turn("web-1", memory, said, CollectingDispatcher())
    ask_detail.ActionAskDetail().answer(turn)
    (message,) = turn.dispatcher.messages
    assert message["response"] == "utter_detail_who"
    assert message["answer"] == told
