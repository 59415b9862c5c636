"""Persons in one message, each with a place: a request each, one list after the other."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from rasa_sdk.executor import CollectingDispatcher

from actions.heard import Heard
from actions.memory import Memory
from actions.needs import several
from actions.turn import Turn
from bot.components.called import called, unnamed
from bot.components.parts import person_parts
from resources_index.places.places import Places

ROOT = Path(__file__).resolve().parents[2]
NEEDS = {
    "father": "dental_vision_hearing",
    "aunt": "housing",
    "mother": "meals_delivered",
    "self": "respite",
    "client": "utilities",
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
            "called": part.called,
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
    assert (said["person"], said["place"]) == ("your aunt", "Phoenix, AZ")
    assert not several.go_to_next(hear("more", turn.memory))
    assert several.go_to_next(hear("SIGUIENTE", turn.memory))
    assert (turn.memory.current, turn.memory.waiting) == ("aunt", [])


def test_two_persons_of_one_house_stay_one_request() -> None:
    assert not several.remember_several(hear("mom needs meals and I need a break, Dayton Ohio"))
    assert not several.remember_several(hear("mom in Dayton Ohio needs meals"))


CLIENTS = (
    "Social worker here, two clients. Mr. A in Macon GA needs a wheelchair ramp, "
    "Mrs. B in Savannah needs help with her electric bill."
)


def test_two_clients_are_kept_apart_by_what_they_are_called() -> None:
    turn = hear(CLIENTS)
    assert several.remember_several(turn)
    memory = turn.memory
    assert (memory.current, memory.waiting) == ("client", ["mrs b"])
    told = {case.called: (case.about, case.where.label) for case in memory.cases.values()}
    assert told == {"mr a": ("client", "Macon, GA"), "mrs b": ("client", "Savannah, GA")}
    several.say_who_is_next(turn)
    assert turn.dispatcher.messages[-1]["person"] == "Mrs B"


def test_a_town_of_many_states_is_the_one_beside_the_other_client() -> None:
    turn = hear(
        "case manager: Mr. Ray in Nashville Tennessee needs a ramp, Mrs. Day in Franklin needs rides"
    )
    assert several.remember_several(turn)
    assert turn.memory.cases["mrs day"].where.label == "Franklin, TN"


def test_two_clients_of_one_town_are_two_requests_as_well() -> None:
    turn = hear(
        "case manager here: Mr. Ray needs a ramp and Mrs. Day needs rides, both in Macon, Georgia"
    )
    assert several.remember_several(turn)
    assert [case.called for case in turn.memory.cases.values()] == ["mr ray", "mrs day"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("back to Mr. Ortiz, what was the number", "mr ortiz"),
        ("my second client needs meals", "client 2"),
        ("another patient needs meals", "client +"),
        ("doña Chayo no tiene luz", "doña chayo"),
        ("this is Mrs. Green, I need rides", None),
        ("my client needs meals", None),
    ],
)
def test_who_is_called_by_name(text: str, name: str | None) -> None:
    assert called(text) == name


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Mrs. Day needs rides", "the client needs rides"),
        ("meals for Mr Juan Walker", "meals for the client"),
        ("don Pedro no tiene luz", "the client no tiene luz"),
        ("I need a walker, miss", "I need a walker, miss"),
    ],
)
def test_a_name_asks_for_nothing(text: str, left: str) -> None:
    assert unnamed(text) == left


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


@pytest.mark.parametrize(
    "text",
    [
        "I have two clients: one in Macon GA who needs a ramp and one in Reno NV who needs rides",
        "case worker here. For one client I need a ramp in Macon GA, for another rides in Reno NV",
        "Soy trabajadora social, tengo dos clientes: uno en Macon GA necesita una rampa y otra en Reno NV necesita transporte",
    ],
)
def test_one_and_another_are_two_clients(text: str) -> None:
    turn = hear(text)
    assert several.remember_several(turn)
    told = {case.called: case.where.label for case in turn.memory.cases.values()}
    assert told == {"client 1": "Macon, GA", "client 2": "Reno, NV"}
    assert turn.memory.waiting == ["client 2"]
