"""Which place a question means, what it asks, and that what no record tells is said once and honestly."""

from __future__ import annotations

from dataclasses import replace

import pytest

from actions.ask_detail import answer_asked
from actions.shown import listed
from actions.shown.details import asked_fields, surely_asked
from actions.shown.meant import places_named
from tests.actions.shelf import Shelf, after_list, said, service

NEAR = replace(
    service(
        "Pima Council on Aging",
        summary="Rides to the doctor. You book ahead, often two days.",
        phone="+15207907262",
        level="local",
    ),
    address="600 Example Street",
)
STATE = service("Arizona LIHEAP Hotline", cost="Free to apply.", phone="+18664941981")
VA = replace(
    service("U.S. Department of Veterans Affairs", phone="+18008271000"),
    url="https://www.va.gov",
    address="",
)
ALL = Shelf(NEAR, STATE, VA)


@pytest.fixture(autouse=True)
def shelf(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(listed, "search", lambda: ALL)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("does the second one cost", "Arizona LIHEAP Hotline"), ("la segunda de la última lista, cuánto cobra", "Arizona LIHEAP Hotline"), ("what do they do at number three", "U.S. Department of Veterans Affairs"),
        ("los primeros abren los sábados?", "Pima Council on Aging"), ("is the 1000 number the government", "U.S. Department of Veterans Affairs"), ("el 866 es gratis?", "Arizona LIHEAP Hotline"),
        ("the Pima people, are they open", "Pima Council on Aging"), ("does the VA one cost me", "U.S. Department of Veterans Affairs"), ("la de liheap cobra?", "Arizona LIHEAP Hotline"),
        ("Pima Council on Aging, where is it located", "Pima Council on Aging"),
    ],
)  # fmt: skip
def test_a_place_is_meant_by_its_order_its_digits_or_a_part_of_its_name(
    text: str, who: str
) -> None:
    turn = after_list(ALL, text)
    assert [view.record.organization for view in places_named(turn)] == [who]
    assert surely_asked(turn)


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("number one, is it free and what are the hours", ["cost", "hours"]), ("la primera cobra? y a qué hora abren", ["cost", "hours"]), ("how far ahead do I have to call the first one", ["notice"]),
        ("how much notice does the second want", ["notice"]), ("con cuántos días hay que avisar a la primera", ["notice"]), ("does it come to the door or wait at the curb", ["door"]), ("does the first one have a waiting list", ["waiting"]),
        ("can my daughter ride along with me on the first", ["escort"]), ("puede llamar mi nieta por mí a la primera", ["other_caller"]), ("I can't hear on the phone. is there an office", ["deaf", "address"]),
        ("what do they do at number two", ["summary"]), ("do I have to be home when it comes", ["at_home"]), ("el segundo es nacional o de aquí", ["area"]),
    ],
)  # fmt: skip
def test_each_stretch_of_words_asks_for_one_thing(text: str, fields: list[str]) -> None:
    assert asked_fields(text) == fields


@pytest.mark.parametrize(
    "text",
    [
        "the second one never answered the phone", "la primera dijo que no hablan español", "I called number one and they were closed", "the first one said there is a two year wait",
        "why is the Pima number a 520 number", "they shut my gas off this morning", "they keep her up all night",
        "I need a ride to the second floor clinic", "tambien necesito comida a domicilio", "do they have something else that is free", "mi tío no tiene papeles, lo atienden en la primera",
    ],
)  # fmt: skip
def test_what_is_told_or_wished_for_is_no_question_about_a_place(text: str) -> None:
    assert not surely_asked(after_list(ALL, text))


@pytest.mark.parametrize(
    ("text", "answers"),
    [
        ("the first one, how many days ahead do I call", [("utter_detail_is", "Pima Council on Aging")]),
        ("does the second one come to the house", [("utter_detail_unknown", "Arizona LIHEAP Hotline")]),
        ("is the second one free and what hours", [("utter_detail_known", "Arizona LIHEAP Hotline"), ("utter_hours_unknown", "Arizona LIHEAP Hotline")]),
        ("do the VA people speak Spanish", [("utter_languages_unknown", "U.S. Department of Veterans Affairs")]),
        ("is the third one the government", [("utter_government_page", "U.S. Department of Veterans Affairs")]),
        ("is the second one the government", [("utter_number_from", "Arizona LIHEAP Hotline")]),
        ("what street is the first one on", [("utter_detail_known", "Pima Council on Aging")]),
        ("what street is the second one on", [("utter_no_street_page", "Arizona LIHEAP Hotline")]),
        ("I don't hear well on the phone, can I go see number two", [("utter_no_street_page", "Arizona LIHEAP Hotline"), ("utter_write_instead", None)]),
        ("do they speak Spanish?", [("utter_no_languages", None)]),
    ],
)  # fmt: skip
def test_the_field_that_is_asked_for_is_answered_for_the_place_that_is_meant(
    text: str, answers: list[tuple[str, str | None]]
) -> None:
    turn = after_list(ALL, text)
    assert answer_asked(turn)
    assert said(turn) == answers


def test_the_place_spoken_of_stays_in_talk() -> None:
    turn = after_list(ALL, "does the second one cost")
    assert answer_asked(turn)
    later = after_list(ALL, "and are they open on sunday?")
    later.memory.chosen = turn.memory.chosen
    assert answer_asked(later)
    assert said(later) == [("utter_hours_unknown", "Arizona LIHEAP Hotline")]
