"""Whoever begins with a name is not asked for it when a person is wished for."""

from __future__ import annotations

import pytest
from rasa_sdk.executor import CollectingDispatcher

from actions.desk.referral import ask_next, next_step
from actions.form.naming import first_name, given_at_first
from actions.heard import Heard
from actions.memory import Case, Memory
from actions.needs.denied import denied_needs
from actions.needs.evidence import _asked_for
from actions.needs.remember import _name_told
from actions.shown.topics import topics_in
from actions.turn import Turn


def turn(text: str, memory: Memory | None = None, act: str = "ask_need") -> Turn:
    memory = memory or Memory(cases={"self": Case("self")}, current="self", met=True)
    return Turn("web-1", memory, Heard(text, act), CollectingDispatcher())


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("hi my name is darlene, somebody at church gave me this number", "Darlene"),
        ("This is Ray Kowalczyk in Duluth MN 55807. Furnace quit", "Ray"),
        ("hola buenas tardes, soy Carmen, tengo 71 años", "Carmen"),
        ("Buenos dias, me llamo Refugio Salas, 77 años", "Refugio"),
        ("my name is on the lease but I can't pay the rent", None),
        ("This is Medicare fraud, I think", None),
        ("this is about my mother", None),
        ("soy diabetica, necesito zapatos", None),
        ("I need a ride to the doctor", None),
    ],
)
def test_a_name_at_the_head_is_heard(text: str, name: str | None) -> None:
    assert given_at_first(text) == name


def test_the_form_goes_on_behind_a_name_that_was_told_first() -> None:
    told = turn("hi my name is darlene, I need a ride to dialysis")
    _name_told(told)
    later = turn("could a real person just call me", told.memory, "person")
    ask_next(later, start=True)
    assert told.memory.referral["name"] == "Darlene"
    assert next_step(later) != "name"


def test_a_name_in_a_later_story_is_nobodys_who_writes() -> None:
    memory = Memory(cases={"self": Case("self")}, current="self", met=True, shown=["a"])
    _name_told(turn("my name is Ann", memory))
    assert memory.referral == {}


def test_a_name_told_again_is_a_name() -> None:
    assert first_name("Darlene like i said at the start") == "Darlene"


def test_who_does_without_the_internet_asks_for_none_of_it() -> None:
    needs = [{"need_id": "dental_vision_hearing", "score": 0.9}, {"need_id": "tech_help", "score": 0.8}]  # fmt: skip
    said = turn("yo no uso internet mijo. se me rompio la dentadura, habra quien me ayude con eso")
    assert _asked_for(said, needs) == needs[:1]
    wished = turn("me rompieron la dentadura y quiero quien me ayude con el internet")
    assert _asked_for(wished, needs) == needs


def test_no_page_is_asked_for_by_who_wants_none() -> None:
    assert topics_in("no quiero internet solo lo de los dientes y cobran mucho") == ["cost"]
    assert topics_in("is it online") == ["url"]
    assert denied_needs("no quiero internet solo lo de los dientes") == {"tech_help"}
