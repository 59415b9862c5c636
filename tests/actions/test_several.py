"""Persons in one message, each with a place: a request each, one list after the other."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from rasa_sdk.executor import CollectingDispatcher

from actions import several
from actions.heard import Heard
from actions.memory import Memory
from actions.turn import Turn
from bot.components.parts import person_parts
from resources_index.places.places import Places

ROOT = Path(__file__).resolve().parents[2]
NEEDS = {
    "father": "dental_vision_hearing",
    "aunt": "housing",
    "mother": "meals_delivered",
    "self": "respite",
}


@pytest.fixture(autouse=True, scope="module")
def known() -> Any:
    with pytest.MonkeyPatch.context() as patch:
        places = Places.load(ROOT / "data" / "places")
        patch.setattr(several, "places", lambda: places)
        yield


def hear(text: str, memory: Memory | None = None, act: str = "ask_need") -> Turn:
    parts = [
        {
            "about": part.about,
            "text": part.text,
            "needs": [{"need_id": NEEDS[part.about], "score": 0.9}],
        }
        for part in person_parts(text)
    ]
    heard = Heard(text, act, parts=parts)
    return Turn("web-1", memory or Memory(met=True), heard, CollectingDispatcher())


TWO = "mi papá en Bakersfield necesita dentadura y mi tía en Phoenix no puede pagar la renta"


def test_two_persons_in_two_towns_are_two_requests() -> None:
    turn = hear(TWO)
    assert several.remember_several(turn)
    memory = turn.memory
    assert (memory.current, memory.waiting) == ("father", ["aunt"])
    where = {about: case.where.state for about, case in memory.cases.items() if case.where}
    assert where == {"father": "CA", "aunt": "AZ"}
    assert memory.cases["aunt"].needs == ["housing"]


def test_the_next_one_is_named_and_comes_when_asked_for() -> None:
    turn = hear(TWO)
    several.remember_several(turn)
    several.say_who_is_next(turn)
    (said,) = turn.dispatcher.messages
    assert (said["person"], said["place"]) == ("aunt", "Phoenix, AZ")
    assert not several.go_to_next(hear("more", turn.memory))
    assert several.go_to_next(hear("SIGUIENTE", turn.memory))
    assert (turn.memory.current, turn.memory.waiting) == ("aunt", [])


def test_two_persons_of_one_house_stay_one_request() -> None:
    assert not several.remember_several(hear("mom needs meals and I need a break, Dayton Ohio"))
    assert not several.remember_several(hear("mom in Dayton Ohio needs meals"))


@pytest.mark.parametrize(
    ("text", "persons"),
    [
        (
            "my mom in Dayton, Ohio needs meals and my uncle in Reno needs a ride",
            ["mother", "uncle"],
        ),
        ("my mother fell twice. she needs a ramp. my neighbor needs food", ["mother", "neighbor"]),
        ("my mother needs a ride and she is 90", []),
    ],
)
def test_a_message_is_cut_where_another_person_begins(text: str, persons: list[str]) -> None:
    assert [part.about for part in person_parts(text)] == persons
