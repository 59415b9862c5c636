"""A ZIP in several counties: asked once where it matters, and never a wall."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from rasa_sdk.executor import CollectingDispatcher

from actions import show
from actions.form.open_question import answer_open_question
from actions.heard import Heard
from actions.memory import Case, Memory
from actions.turn import Turn
from resources_index.places.model import CountyShare, Place
from resources_index.search.query import Query, Result

HERE = CountyShare("39049", "Franklin County", "OH", 0.7)
THERE = CountyShare("39041", "Delaware County", "OH", 0.3)
ZIP = Place("43017", "Dublin, OH 43017", "zip", "OH", "43017", "Dublin", (HERE, THERE))
CHOICES = tuple(replace(ZIP, label=f"{c.name}, OH", counties=(c,)) for c in (HERE, THERE))


class Answers:
    """A directory whose answers differ by county, or not."""

    def __init__(self, choices: tuple[Place, ...]) -> None:
        self.choices = choices
        self.places: list[Place | None] = []

    def which_county(self, query: Query) -> tuple[Place, ...]:
        return self.choices

    def find(self, query: Query) -> Result:
        self.places.append(query.place)
        return Result([], 0)


@pytest.fixture
def differ(monkeypatch: pytest.MonkeyPatch) -> Answers:
    answers = Answers(CHOICES)
    monkeypatch.setattr(show, "search", lambda: answers)
    return answers


def turn(memory: Memory, text: str, act: str = "ask_need", number: int | None = None) -> Turn:
    return Turn("web-1", memory, Heard(text, act, number=number), CollectingDispatcher())


def waiting(text: str = "need rides") -> Memory:
    case = Case(about="self", needs=["transportation"], text=text)
    case.set_place(ZIP)
    return Memory(cases={"self": case}, current="self", met=True)


def said(asked: Turn) -> list[dict[str, Any]]:
    return [message for message in asked.dispatcher.messages if message.get("response")]


def test_the_counties_are_offered_and_nothing_is_shown_yet(differ: Answers) -> None:
    memory = waiting()
    asked = turn(memory, "need rides")
    show.find_help(asked)
    (question,) = said(asked)
    assert question["response"] == "utter_which_county"
    assert [b["title"] for b in question["buttons"]] == [
        "Franklin County, OH",
        "Delaware County, OH",
    ]
    assert differ.places == []


def test_a_number_picks_the_county_and_the_zip_stays(differ: Answers) -> None:
    memory = waiting()
    show.find_help(turn(memory, "need rides"))
    assert answer_open_question(turn(memory, "2", "choose", number=2))
    (place,) = differ.places
    assert place is not None
    assert (place.zip, place.counties) == ("43017", (THERE,))
    assert memory.pending is None


def test_who_does_not_know_sees_what_serves_any_of_them(differ: Answers) -> None:
    memory = waiting()
    show.find_help(turn(memory, "need rides"))
    assert answer_open_question(turn(memory, "i don't know", "unsure"))
    assert differ.places == [ZIP]
    assert memory.pending is None


def test_it_is_not_asked_in_a_hurry_or_where_the_answers_are_the_same(differ: Answers) -> None:
    show.find_help(turn(waiting("no food today"), "no food today"))
    differ.choices = ()
    show.find_help(turn(waiting(), "need rides"))
    assert differ.places == [ZIP, ZIP]
