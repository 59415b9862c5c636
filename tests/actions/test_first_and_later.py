"""The same words in a first message and after a list: what is lacked, what is past, and what an answer leaves alone."""

from __future__ import annotations

from typing import Any

import pytest
from rasa_sdk.executor import CollectingDispatcher

from actions.heard import Heard
from actions.memory import Case, Memory
from actions.needs.denied import denied_needs
from actions.needs.evidence import surely_opens, weighed
from actions.needs.losses import tells_of_a_loss
from actions.needs.remember import remember
from actions.needs.remember_needs import remember_needs
from actions.shown import listed
from actions.talk.listening import answer_listening
from actions.talk.mourning import grieves
from actions.turn import Turn
from tests.actions.shelf import Shelf, after_list, service

SHELF = Shelf(service("Area office"))


@pytest.fixture(autouse=True)
def shelf(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(listed, "search", lambda: SHELF)


def needs(*pairs: tuple[str, float]) -> list[dict[str, Any]]:
    return [{"need_id": need, "score": score} for need, score in pairs]


def first(text: str, *pairs: tuple[str, float], act: str = "ask_need") -> Turn:
    memory = Memory(cases={"self": Case("self")}, current="self", language="en", met=True)
    return Turn("w", memory, Heard(text, act, needs=needs(*pairs)), CollectingDispatcher())


def later(text: str, *pairs: tuple[str, float], act: str = "ask_need", **heard: Any) -> Turn:
    return after_list(SHELF, text, act, needs=needs(*pairs), **heard)


def asked(turn: Turn) -> list[str]:
    return [need["need_id"] for need in weighed(turn, turn.heard.asked_needs)]


def test_a_bare_no_tells_in_a_first_message_what_is_lacked_and_later_what_is_not_meant() -> None:
    text = "dad lives far out, no internet, how does he get hooked up"
    assert asked(first(text, ("tech_help", 0.95))) == ["tech_help"]
    assert "tech_help" in denied_needs(Heard("light bill, no internet please", "").plain)
    assert asked(first("not a ride, somebody to cook", ("transportation", 0.9))) == []


@pytest.mark.parametrize(
    "text", ["I can't drive no more, ride to the doctor", "I don't see good no more, rides please"]
)
def test_a_no_of_the_verb_before_denies_nothing(text: str) -> None:
    assert "transportation" not in denied_needs(Heard(text, "").plain)
    assert "transportation" in denied_needs("i said i want no more rides")


def test_who_has_no_business_with_an_office_does_not_ask_for_it() -> None:
    assert "income_support" in denied_needs("i don't have any questions for social security")
    assert "find_provider" in denied_needs("church not doctor")


def test_what_is_told_of_long_ago_asks_in_a_first_message_and_not_after_a_list() -> None:
    text = "he used to go to a day center back in Charlotte and loved it"
    assert asked(first(text, ("adult_day", 0.95))) == ["adult_day"]
    assert asked(later(text, ("adult_day", 0.95))) == []


def test_an_answer_that_is_a_place_opens_no_need() -> None:
    turn = later("in Laredo, I forgot the code", ("tech_help", 0.95), act="give_place")
    turn.memory.shown, turn.gave_place = [], True
    remember_needs(turn)
    assert turn.memory.case.needs == ["utilities"]
    turn = later("Laredo, and I need a ride too", ("transportation", 0.95), act="give_place")
    turn.memory.shown, turn.gave_place = [], True
    remember_needs(turn)
    assert "transportation" in turn.memory.case.needs


def test_one_of_two_that_were_asked_for_is_taken_alone() -> None:
    turn = later("I only need the ride, my eyes are bad", ("dental_vision_hearing", 0.95))
    turn.memory.case.needs = ["transportation", "utilities"]
    remember_needs(turn)
    assert turn.memory.case.needs == ["transportation"]
    turn = later("no I just feel foolish asking for food", act="correct")
    turn.memory.case.needs = ["food_assistance", "utilities"]
    remember_needs(turn)
    assert turn.memory.case.needs == ["food_assistance", "utilities"]


def test_what_else_is_asked_of_the_same_need() -> None:
    turn = later("we tried those. what else is there", ("benefits_check", 0.94), act="what_else")
    remember_needs(turn)
    assert turn.memory.case.needs == ["utilities"]


def test_something_new_in_a_word_of_its_own_is_no_place_of_the_list() -> None:
    light = ("transportation", 0.95)
    assert surely_opens(later("no, not the phone. it is the RIDE", light, act="correct"))
    assert not surely_opens(later("what was the ride number", light, act="repeat"))
    assert not surely_opens(later("somebody with a car", light, act="correct"))


def test_a_place_told_with_i_is_still_for_the_one_spoken_of() -> None:
    memory = Memory(cases={"neighbor": Case("neighbor", needs=["utilities"], asked=["utilities"])}, current="neighbor", met=True)  # fmt: skip
    memory.ask("place")
    heard = Heard("in Laredo, I don't recall the code", "give_place", about="self", needs=needs(("tech_help", 0.95)))  # fmt: skip
    remember(Turn("w", memory, heard, CollectingDispatcher()))
    assert memory.current == "neighbor"


def test_who_used_to_drive_is_nobody_new() -> None:
    case = Case("self", needs=["transportation"], asked=["transportation"])
    memory = Memory(cases={"self": case}, current="self", met=True)
    memory.ask("place")
    text = "my friend Dolores drove me but she can't now"
    heard = Heard(text, "ask_need", about="friend", needs=needs(("transportation", 0.72)))
    remember(Turn("w", memory, heard, CollectingDispatcher()))
    assert memory.current == "self"


@pytest.mark.parametrize(
    ("plain", "grief"),
    [
        ("i don't sleep since my wife went", True),
        ("it is so quiet since harold died", True),
        ("i live alone since my eyes went", False),
        ("i sit here since my knees left me", False),
    ],
)
def test_kin_are_mourned_and_eyes_are_not(plain: str, grief: bool) -> None:
    assert grieves(plain) is grief


def test_who_says_that_nobody_died_is_not_consoled() -> None:
    assert not tells_of_a_loss("nobody died dear it is my eyes")
    assert tells_of_a_loss("my husband died in march")


def test_a_wife_and_a_dog_that_died_are_no_grief_for_a_pet_alone() -> None:
    turn = first("I lost my wife in April and my dog died in October", ("mental_health", 0.95))
    turn.mourns = True
    assert not answer_listening(turn)


def test_nobody_is_only_heard_who_still_owes_the_place_for_a_ride() -> None:
    turn = first("I only wanted to tell you, my friend drove me before")
    turn.memory.case.needs = ["transportation"]
    turn.memory.ask("place")
    assert not answer_listening(turn)
    assert turn.memory.case.needs == ["transportation"]
