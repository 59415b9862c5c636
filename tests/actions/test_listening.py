"""Who only wants to be heard gets kind words, and no list."""

from __future__ import annotations

import pytest
from rasa_sdk.executor import CollectingDispatcher

from actions.heard import Heard
from actions.memory import Case, Memory
from actions.talk.listening import answer_listening
from actions.turn import Turn
from tests.actions.shelf import said


def a_turn(text: str, memory: Memory | None = None, act: str = "ask_need", *needs: tuple[str, float]) -> Turn:  # fmt: skip
    memory = memory or Memory(cases={"self": Case("self")}, current="self", language="en", met=True)
    heard = Heard(text, act, needs=[{"need_id": need, "score": score} for need, score in needs])
    return Turn("web-1", memory, heard, CollectingDispatcher())


def word(turn: Turn) -> str | None:
    return said(turn)[0][0] if answer_listening(turn) else None


@pytest.mark.parametrize(
    "text",
    [
        "my cat died, Macon Georgia",
        "we had to put our old dog down on Friday",
        "se me murió mi perrito el domingo",
        "I lost my little dog this morning, the house is so quiet",
    ],
)
def test_a_pet_that_died_is_mourned_and_no_place_asked_for(text: str) -> None:
    turn = a_turn(text, None, "ask_need", ("mental_health", 0.7))
    turn.memory.case.needs = ["mental_health"]
    assert word(turn) == "utter_listen_pet"
    assert turn.memory.case.needs == []


def test_a_town_told_along_asks_for_nothing() -> None:
    sad = ("mental_health", 0.7)
    assert word(a_turn("my cat died, Macon Georgia", None, "give_place", sad)) == "utter_listen_pet"
    memory = a_turn("my cat died").memory
    word(a_turn("my cat died", memory))
    assert word(a_turn("Macon Georgia", memory, "give_place")) is None


@pytest.mark.parametrize(
    "text",
    [
        "I only wanted to tell somebody",
        "I wasn't asking for anything dear, just telling you",
        "I don't need a list, I just miss him",
        "nomás quería platicarlo con alguien",
    ],
)
def test_who_only_wanted_to_tell_is_heard(text: str) -> None:
    assert word(a_turn(text)) == "utter_listen_one"


@pytest.mark.parametrize(
    "text",
    [
        "I don't need 911, just tell me who fixes a furnace",
        "my cat needs food and so do I, who helps",
        "I only need the ride",
        "my husband died and I need help with the light bill",
        "I only wanted to tell you my new number",
    ],
)
def test_a_request_is_no_wish_to_be_heard(text: str) -> None:
    assert word(a_turn(text, None, "ask_need", ("home_repair", 0.9))) is None


def test_it_goes_on_without_saying_the_same_twice_until_something_is_asked() -> None:
    memory = a_turn("my cat died").memory
    assert word(a_turn("my cat died", memory)) == "utter_listen_pet"
    assert word(a_turn("he slept on my feet, you know", memory)) == "utter_listen_one"
    assert word(a_turn("I talk to his picture, is that crazy", memory)) == "utter_listen_normal"
    assert word(a_turn("do you think cats go to heaven", memory, "off_topic")) == "utter_listen_wonder"  # fmt: skip
    assert word(a_turn("he was such good company", memory)) == "utter_listen_two"
    group = a_turn("is there a grief group", memory, "ask_need", ("mental_health", 0.9))
    assert word(group) is None
    assert word(a_turn("so it is", memory)) is None


def test_a_word_with_an_answer_of_its_own_ends_it() -> None:
    memory = a_turn("my cat died").memory
    word(a_turn("my cat died", memory))
    assert word(a_turn("can I talk to a person", memory, "person")) is None
