"""What is told after a list gets a kind sentence of its own, and never the same one twice in a row."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from rasa_sdk.executor import CollectingDispatcher

from actions.answering import answer_turn
from actions.heard import Heard
from actions.memory import Case, Memory
from actions.needs.persons import say_for_whom
from actions.needs.remember import remember
from actions.shown import listed
from actions.shown.run_around import got_nowhere
from actions.talk.mourning import say_sorry
from actions.talk.told import answer_told, say_noted, thanks_only
from actions.turn import Turn, asks_nothing_new
from tests.actions.shelf import Shelf, after_list, service

MEALS = service("Meals office", phone="+16146457250", need="meals_delivered")
SHELF = Shelf(MEALS)


@pytest.fixture(autouse=True)
def shelf(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(listed, "search", lambda: SHELF)


def a_turn(text: str, act: str = "ask_need", language: str = "en", **heard: Any) -> Turn:
    turn = after_list(SHELF, text, act, language, **heard)
    turn.memory.page = {"offset": 0, "at": datetime.now(UTC).replace(tzinfo=None).isoformat()}
    return turn


def said(turn: Turn) -> list[Any]:
    return [message.get("response") for message in turn.dispatcher.messages]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("do you think they'll laugh at me, i used to cook for thirty people", "utter_no_shame_call"), ("i just feel foolish is all. asking for food at my age", "utter_no_shame_call"),
        ("me da pena pedir", "utter_no_shame_call"), ("I'd be mortified if my neighbors saw me", "utter_no_shame_call"),
        ("am I a bad daughter for living so far", "utter_no_guilt"), ("no sé si soy buena hija", "utter_no_guilt"), ("siento que la abandono", "utter_no_guilt"),
        ("I miss her something awful tonight", "utter_lonesome"), ("Im just lonesome tonight", "utter_lonesome"), ("everybody there is in couples and I'm on my own now", "utter_lonesome"),
        ("me siento muy sola", "utter_lonesome"), ("I worry about her so", "utter_that_is_hard"), ("estoy preocupada por mi hermana", "utter_that_is_hard"),
        ("me da tristeza estar lejos, estoy cansada", "utter_that_is_hard"), ("I can't hear on the phone", "utter_desk_writes"), ("no oigo bien por teléfono", "utter_desk_writes"),
        ("oh forget it, I'll call myself", "utter_let_be"), ("olvídelo, ya no importa", "utter_let_be"), ("es el 614-645-7250 verdad", "utter_number_is_right"), ("is it 614 645 7250?", "utter_number_is_right"),
    ],
)  # fmt: skip
def test_each_feeling_has_its_own_word(text: str, word: str) -> None:
    turn = a_turn(text)
    assert answer_told(turn)
    assert said(turn) == [word]


@pytest.mark.parametrize(
    "text",
    [
        "I live on the third floor",
        "is it 937-555-0100?",
        "how much is it",
        "614 645 7250 ok got it",
        "this is stupid",
        "she was a school cook",
    ],
)
def test_what_is_no_feeling_is_left_to_others(text: str) -> None:
    assert not answer_told(a_turn(text))


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("I'm diabetic and use a walker", "utter_say_it_when_you_call"), ("she lives alone", "utter_say_it_when_you_call"), ("tiene 84 años y no camina", "utter_say_it_when_you_call"),
        ("I used to play the organ at church for forty years", "utter_heard_you"), ("52 años casados, trabajaba en la labor", "utter_heard_you"), ("we met at the fair", "utter_heard_you"),
        ("thank you sweetheart, my sister Irene always said ask", "utter_thanks"), ("bueno mijo que dios lo cuide", "utter_thanks"), ("Peg would be glad. have a good night", "utter_goodbye"),
        ("that isnt what i asked", "utter_sorry_ask_again"), ("yall not answering me", "utter_sorry_ask_again"), ("no es lo que le pregunté", "utter_sorry_ask_again"),
        ("my husband died", "utter_loss"), ("god rest him", "utter_loss"), ("a veces ya no me conoce", "utter_that_is_hard"),
    ],
)  # fmt: skip
def test_a_fact_a_story_and_a_thanks_are_told_apart(text: str, word: str) -> None:
    turn = a_turn(text)
    say_noted(turn)
    assert said(turn) == [word]


def test_the_same_filler_never_comes_twice_in_a_row() -> None:
    turn, heard = a_turn("she lives alone"), []
    for _ in range(3):
        turn.dispatcher.messages.clear()
        say_noted(turn)
        heard += said(turn)
    assert heard == [
        "utter_say_it_when_you_call",
        "utter_what_is_missing",
        "utter_say_it_when_you_call",
    ]


def test_thanks_that_ask_for_nothing_are_only_thanks() -> None:
    needs = [{"need_id": "medicaid", "score": 0.9}]
    assert thanks_only(a_turn("gracias mija, mi papa fue chofer de guagua 40 años", "thanks"))
    assert not thanks_only(a_turn("thank you, does she need a note?", "thanks"))
    assert not thanks_only(a_turn("thank you. I need medicaid too", "ask_need", needs=needs))
    assert not thanks_only(a_turn("no thank you", "deny"))


def test_a_new_need_is_no_feeling() -> None:
    turn = a_turn("I am scared of falling")
    assert asks_nothing_new(turn)
    turn.new_needs = True
    assert not asks_nothing_new(turn)


def test_somebody_who_knows_her_no_more_is_no_office_that_knows_nothing() -> None:
    assert not got_nowhere(a_turn("he doesn't know me anymore some days"))
    assert got_nowhere(a_turn("they don't know anything there"))


def test_to_ask_of_a_waiting_list_tells_of_none() -> None:
    assert not got_nowhere(a_turn("is there a waiting list"))
    assert not got_nowhere(a_turn("¿hay lista de espera?"))
    assert got_nowhere(a_turn("hay dos años de espera"))
    assert got_nowhere(a_turn("I called the first one, nobody answers. what now?"))


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("My husband always paid the bills and he passed in June", "utter_sorry_loss"), ("since Martha passed I can't climb the steps", "utter_sorry_loss"),
        ("mi esposo falleció y necesito comida", "utter_sorry_loss"), ("mi papá ya no me conoce y necesito ayuda", "utter_sorry_hard"), ("my furnace died", None), ("my dog passed away", "utter_sorry_loss"),
        ("he passed out in the kitchen", None), ("I passed the test", None),
    ],
)  # fmt: skip
def test_a_loss_beside_a_need_gets_one_kind_word(text: str, word: str | None) -> None:
    case = Case("self", heard=[{"need_id": "utilities", "score": 0.9}])
    turn = Turn(
        "web-1",
        Memory(cases={"self": case}, current="self"),
        Heard(text, "ask_need"),
        CollectingDispatcher(),
    )
    say_sorry(turn)
    say_sorry(turn)
    assert said(turn) == ([word] if word else [])


def test_thanks_with_a_story_bring_no_list_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("actions.answering.remember", lambda _turn: None)
    monkeypatch.setattr("actions.answering.answer_about_request", lambda _turn: False)
    turn = a_turn("gracias mija, dios la bendiga, mi papa fue chofer 40 años", "thanks", "es")
    turn.new_person = True
    answer_turn(turn, lambda _turn: pytest.fail("no list"))
    assert said(turn) == ["utter_thanks"]


@pytest.mark.parametrize(
    "text", ["culpa sí siento, estoy tan lejos", "I used to walk in anywhere, big as life"]
)
def test_who_tells_of_herself_and_asks_for_nothing_takes_no_list_away(
    text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    turn = a_turn(text, about="self")
    turn.memory.cases = {
        "mother": Case("mother", needs=["meals_delivered"], asked=["meals_delivered"])
    }
    turn.memory.current = "mother"
    monkeypatch.setattr(
        "actions.needs.remember.remember_person",
        lambda turn: setattr(turn.memory, "current", "self"),
    )
    monkeypatch.setattr("actions.needs.remember._place", lambda _turn: None)
    remember(turn)
    assert turn.memory.current == "mother"
    assert not turn.new_person


def test_said_to_be_for_the_writer_it_is_for_you() -> None:
    turn = a_turn("it's for me")
    say_for_whom(turn)
    turn.memory.case.about = "mother"
    say_for_whom(turn)
    assert said(turn) == ["utter_for_you", "utter_for_person"]
