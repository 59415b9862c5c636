"""Who asks for one number gets one, and the list keeps its order for the paper on the kitchen table."""

from __future__ import annotations

import pytest

from actions import choose
from actions.memory import Case
from actions.shown import listed, meant, one_number
from tests.actions.shelf import Shelf, after_list, said, service

LIGHTS = service("HEAP", phone="+18002820880")
SECOND = service("Energy line", phone="+18666746327")
RIDES = service("Ride office", phone="+18662435678", need="transportation")
ALL = Shelf(LIGHTS, SECOND)


@pytest.fixture(autouse=True)
def shelf(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(listed, "search", lambda: Shelf(LIGHTS, SECOND, RIDES))


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("mandame el numero del segundo otra vez porfa", "Energy line"), ("el número del primero", "HEAP"),
        ("what was the number of the second one", "Energy line"), ("the first one's number again", "HEAP"),
        ("give me the phone number for the last one", "Energy line"), ("cuál era el teléfono de la segunda", "Energy line"),
        ("repeat the number please", "HEAP"), ("i lost that number, what was it", "HEAP"), ("what is the number again", "HEAP"),
        ("se me perdio el numero", "HEAP"), ("deme el telefono otra vez", "HEAP"), ("number for the energy line", "Energy line"),
    ],
)  # fmt: skip
def test_one_number_is_said_and_no_list(text: str, who: str) -> None:
    turn = after_list(ALL, text, act="repeat")
    assert one_number.answer_number(turn)
    assert said(turn) == [("utter_the_number", who)]
    assert turn.memory.chosen == who


def test_the_chosen_one_is_meant_where_none_is_named() -> None:
    turn = after_list(ALL, "what was that number again")
    turn.memory.chosen = "Energy line"
    assert one_number.answer_number(turn)
    assert said(turn) == [("utter_the_number", "Energy line")]


@pytest.mark.parametrize(
    "text",
    ["my number is 937-555-0142", "what number do you have for me", "my phone number changed", "the wrong number", "send me the numbers again",
     "what is my medicare number for", "give me another number", "that number doesn't work", "show me number two", "cual es mi numero de caso",
     "mi telefono es 937-555-0142", "mandeme los numeros otra vez", "ese numero es de un fax", "they want my card number for it"],
)  # fmt: skip
def test_other_numbers_are_not_meant(text: str) -> None:
    assert not one_number.asks_one_number(after_list(ALL, text))


def test_a_need_asked_for_before_gives_its_first_number(monkeypatch: pytest.MonkeyPatch) -> None:
    guesses = [{"need_id": "transportation", "score": 0.8}]
    turn = after_list(ALL, "what was that number again for the ride", guesses=guesses)
    case = turn.memory.case
    case.asked = ["transportation", "utilities"]

    def recall(turn):  # type: ignore[no-untyped-def]
        turn.memory.shown, turn.memory.page = ["Ride office"], {}

    monkeypatch.setattr(meant, "recall_list", recall)
    assert one_number.answer_number(turn)
    assert said(turn) == [("utter_the_number", "Ride office")]
    assert case.needs == ["transportation"]


def test_a_need_that_was_never_listed_is_looked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    guesses = [{"need_id": "legal_help", "score": 0.8}]
    looked_for: list[list[str]] = []
    monkeypatch.setattr(
        one_number, "find_help", lambda turn: looked_for.append(turn.memory.case.needs)
    )
    turn = after_list(ALL, "what is the number for a lawyer", guesses=guesses)
    assert one_number.answer_number(turn)
    assert looked_for == [["legal_help"]]
    # A need that no word names is only a guess: the list on show is meant.
    guesses = [{"need_id": "meals_group", "score": 0.6}]
    turn = after_list(ALL, "that number once more", guesses=guesses)
    assert one_number.answer_number(turn)
    assert said(turn) == [("utter_the_number", "HEAP")]


def test_a_number_that_is_not_on_the_list_is_asked_back() -> None:
    turn = after_list(ALL, "the number of the third one")
    assert one_number.answer_number(turn)
    assert said(turn) == [("utter_which_number", None)]


def test_a_list_asked_for_again_has_its_first_words_and_order() -> None:
    case = Case("self")
    case.ask_for(["utilities", "transportation"], "light bill and a ride")
    case.ask_for(["elder_abuse"], "who can check on him")
    case.ask_for(["transportation", "utilities"], "what was that for the lights and rides")
    assert (case.needs, case.text) == (["utilities", "transportation"], "light bill and a ride")


def test_what_cannot_wait_is_searched_for_anew() -> None:
    case = Case("self")
    case.ask_for(["utilities"], "help with my light bill")
    case.ask_for(["utilities"], "they shut off my lights today")
    assert case.text == "they shut off my lights today"
    case.ask_for(["utilities"], "the light bill again")
    assert case.text == "they shut off my lights today"


@pytest.mark.parametrize("text", ["the first time i called", "last week", "on the second floor", "la primera vez", "el ultimo mes"])  # fmt: skip
def test_an_ordinal_of_something_else_chooses_nothing(text: str) -> None:
    assert choose.chosen_service(after_list(ALL, text)) is None
