"""A person asked for in one breath with a need, a name or a number: all of it is kept, and no name becomes a town."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from rasa_sdk.executor import CollectingDispatcher

from actions import rooms
from actions.desk.asked_for_person import asks_for_our_desk, name_beside_number, told_at_once
from actions.form.open_question import answer_open_question
from actions.heard import Heard
from actions.memory import Case, Memory
from actions.needs.mentioned import only_mentioned
from actions.needs.remember import remember
from actions.shown import listed
from actions.shown.named import names_a_place_on_show
from actions.turn import Turn
from resources_index.places import Mention, Places
from tests.actions.shelf import Shelf, after_list, service

PLACES = Places.load(Path(__file__).resolve().parents[2] / "data/places")


@pytest.fixture(autouse=True)
def real_places(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rooms, "places", lambda: PLACES)
    for module in (
        "actions.desk.asked_for_person",
        "actions.needs.remember",
        "actions.needs.where_told",
    ):
        monkeypatch.setattr(f"{module}.places", lambda: PLACES)


def lives_in(place: str) -> Memory:
    case = Case("self", needs=["transportation"], asked=["transportation"], text="a ride")
    case.set_place(PLACES.resolve(place).place)
    return Memory(cases={"self": case}, current="self", met=True)


def a_turn(text: str, act: str = "ask_need", **heard: Any) -> Turn:
    return Turn("web-1", lives_in("Dayton, OH"), Heard(text, act, **heard), CollectingDispatcher())


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Doris. 937-555-0119", "Doris"), ("Virgil Tate, 740-555-0162, but write, don't call", "Virgil Tate"), ("937 555 0119 Ramon", "Ramon"),
        ("bueno apunteme con alguien. me llamo Luis Ordaz 559 555 0133", "Luis Ordaz"), ("A person please. Doris. 937-555-0119", "Doris"),
        ("call me at 937-555-0119", None), ("Dayton, Ohio. 937-555-0119", None), ("Dayton. 937-555-0119", None), ("Doris", None),
    ],
)  # fmt: skip
def test_the_name_beside_a_number(text: str, name: str | None) -> None:
    assert name_beside_number(text, {"city": "Dayton"}) == name


def test_what_came_with_the_wish_is_not_asked_again() -> None:
    turn = a_turn(
        "a person please, meals. Virgil Tate, 740-555-0162, but write, don't call", asks_person=True
    )
    turn.memory.case.heard = [{"need_id": "meals_delivered", "score": 0.9}]
    told = told_at_once(turn)
    assert (told["needs"], told["name"], told["number"]) == (
        ["meals_delivered"],
        "Virgil Tate",
        "740-555-0162",
    )
    assert told["extras"]


def test_a_need_beside_a_wish_counts_though_the_message_is_short() -> None:
    needs = [{"need_id": "home_repair", "score": 0.7}]
    assert (
        Heard("a person please, repair", "person", needs=needs, asks_person=True).asked_needs
        == needs
    )
    assert Heard("a person please, repair", "person", needs=needs).asked_needs == []


@pytest.mark.parametrize(
    "text",
    ["Doris. 937-555-0119", "937-555-0190", "Virgil Tate, 740-555-0162, but write, don't call"],
)
def test_a_name_and_a_number_left_unasked_ask_for_a_call(text: str) -> None:
    assert asks_for_our_desk(a_turn(text, "give_place"))


@pytest.mark.parametrize(
    "text",
    ["is it 937-555-0119?", "I called 937-555-0119 and nobody answers", "what is 937-555-0119", "Dayton. 45402", "the old number was 937-555-0119"],
)  # fmt: skip
def test_other_numbers_ask_for_nobody(text: str) -> None:
    assert not asks_for_our_desk(a_turn(text))


def test_the_number_of_a_place_on_show_is_nobodys_own(monkeypatch: pytest.MonkeyPatch) -> None:
    shelf = Shelf(service("Meals", phone="+19375550119"))
    monkeypatch.setattr(listed, "search", lambda: shelf)
    assert not asks_for_our_desk(after_list(shelf, "937-555-0119"))
    assert asks_for_our_desk(after_list(shelf, "937-555-0120"))


def test_in_the_form_it_is_an_answer() -> None:
    turn = a_turn("Doris. 937-555-0119", asks_person=True)
    turn.memory.pending = "referral_name"
    assert not asks_for_our_desk(turn)


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Doris. 937-555-0119", "give_place"), ("my name is Austin", "give_place"), ("soy Carolina", "greeting"), ("me llamo Virginia", "give_place"),
        ("what are their hours? I'm on Pacific time", "ask_detail"), ("why is a scranton number 717 thats harrisburg", "give_place"),
        ("thank you honey. My grandmother raised me too, in Alabama, eleven of us in two rooms", "ask_need"),
        ("gracias mija, mi papa trabajo 40 años en Ponce", "ask_need"), ("I met my husband in Georgia and we married there", "give_place"),
        ("my sister is a nurse down in Florida you know", "ask_need"),
    ],
)  # fmt: skip
def test_a_name_a_clock_and_a_story_move_nobody(text: str, act: str) -> None:
    turn = a_turn(text, act)
    remember(turn)
    assert turn.memory.case.place_shown["text"] == "Dayton, OH"
    assert turn.memory.pending is None


@pytest.mark.parametrize(
    ("text", "act", "city"),
    [
        ("she lives in Toledo Ohio now", "ask_need", "Toledo"), ("Toledo, Ohio", "give_place", "Toledo"), ("45701", "give_place", "Athens"),
        ("no, Cleveland Ohio", "correct", "Cleveland"), ("my grandmother raised me in Alabama but I live in Toledo Ohio", "ask_need", "Toledo"),
        ("is there anything near Xenia Ohio for the old man", "ask_detail", "Xenia"),
    ],
)  # fmt: skip
def test_where_somebody_is_now_still_counts(text: str, act: str, city: str) -> None:
    turn = a_turn(text, act)
    remember(turn)
    assert turn.memory.case.place["city"] == city


def test_the_answer_to_our_question_is_no_story() -> None:
    case = Case("self")
    found = PLACES.find_in("we used to live around there, Toledo Ohio", True)
    heard = Heard("we used to live around there, Toledo Ohio", "ask_need")
    assert not only_mentioned(heard, case, found[0], asked=True)


def test_a_church_is_no_town() -> None:
    text, town = "vivo cerca de la iglesia de Guadalupe", "Guadalupe"
    found = Mention(text.index(town), len(text), town, PLACES.resolve("Guadalupe, CA"), 1.0)
    assert only_mentioned(Heard(text, "ask_need"), Case("self"), found, asked=True)
    text = "vivo en Guadalupe"
    found = Mention(text.index(town), len(text), town, PLACES.resolve("Guadalupe, CA"), 1.0)
    assert not only_mentioned(Heard(text, "ask_need"), Case("self"), found, asked=True)


def test_a_town_in_the_name_of_an_office_on_show_moves_nobody(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    shelf = Shelf(service("Pima Council on Aging"))
    monkeypatch.setattr(listed, "search", lambda: shelf)
    turn = after_list(shelf, "x")
    turn = Turn(
        "web-1",
        turn.memory,
        Heard("Pima Council on Aging, where is it", "choose"),
        CollectingDispatcher(),
    )
    assert names_a_place_on_show(turn, "Pima")
    assert not names_a_place_on_show(turn, "Tucson")


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("ohio of course", "Springfield, OH"),
        ("the illinois one", "Springfield, IL"),
        ("ohio pues", "Springfield, OH"),
    ],
)
def test_a_state_settles_which_town_is_meant(
    text: str, label: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("actions.form.open_question.places", lambda: PLACES)
    monkeypatch.setattr("actions.form.open_question.find_help", lambda _turn: None)
    options = [PLACES.resolve(f"Springfield, {state}").place for state in ("MO", "IL", "MA")]
    memory = Memory(
        cases={"self": Case("self", needs=["food_assistance"])}, current="self", met=True
    )
    memory.ask(
        "place_choice", [{"label": place.label, "place": place.to_dict()} for place in options]
    )
    turn = Turn("web-1", memory, Heard(text, "affirm"), CollectingDispatcher())
    assert answer_open_question(turn)
    assert turn.memory.case.place_shown["text"] == label
