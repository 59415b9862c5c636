"""What a later message leaves as it was: the list, its order, the need; and what is said instead of the list again."""

from __future__ import annotations

from typing import Any

import pytest
from rasa_sdk.executor import CollectingDispatcher

from actions import narrow
from actions.change import ActionCorrect
from actions.heard import Heard
from actions.memory import Case, Memory
from actions.needs.remember import remember
from actions.shown.earlier import go_to_earlier_need, points_back
from actions.talk.small_talk import ActionNoAdvice
from actions.turn import Turn
from resources_index.places.model import CountyShare, Place

HERE = CountyShare("39113", "Montgomery County", "OH", 1.0)
DAYTON = Place("45402", "Dayton, OH 45402", "zip", "OH", "45402", "Dayton", (HERE,))


def turn(memory: Memory, text: str, act: str, **heard: Any) -> Turn:
    return Turn("web-1", memory, Heard(text, act, **heard), CollectingDispatcher())


def scored(need: str, score: float) -> list[dict[str, Any]]:
    return [{"need_id": need, "score": score}]


def after_a_list(*needs: str) -> Memory:
    case = Case("self", needs=list(needs), text="the first words", asked=list(needs))
    case.set_place(DAYTON)
    return Memory(cases={"self": case}, current="self", met=True, shown=["a", "b", "c"])


def said(spoken: Turn) -> list[Any]:
    return [message.get("response") for message in spoken.dispatcher.messages]


def test_a_need_asked_before_comes_back_by_its_name() -> None:
    memory = after_a_list("legal_help")
    memory.case.asked = ["home_repair", "legal_help"]
    asked = turn(memory, "what was the roof number", "repeat", guesses=scored("home_repair", 0.6))
    assert go_to_earlier_need(asked)
    assert memory.case.needs == ["home_repair"]


@pytest.mark.parametrize(("need", "score"), [("jobs", 0.6), ("home_repair", 0.2), ("legal_help", 0.9)])  # fmt: skip
def test_what_was_never_asked_or_is_on_show_is_no_way_back(need: str, score: float) -> None:
    memory = after_a_list("legal_help")
    memory.case.asked = ["home_repair", "legal_help"]
    asked = turn(memory, "what was that number", "repeat", guesses=scored(need, score))
    assert not go_to_earlier_need(asked)
    assert memory.case.needs == ["legal_help"]


@pytest.mark.parametrize(
    ("said", "back"),
    [
        ("what about the pantry I asked for", True),
        ("y la comida que le pedi", True),
        ("I need a pantry", False),
    ],
)
def test_what_was_asked_for_before_is_pointed_at(said: str, back: bool) -> None:
    assert points_back(turn(after_a_list("legal_help"), said, "ask_need")) is back


def test_the_request_of_another_person_comes_back_with_its_person() -> None:
    memory = after_a_list("legal_help")
    memory.cases["mother"] = Case("mother", needs=["meals_delivered"], asked=["meals_delivered"])
    asked = turn(memory, "and the meals again", "go_back", guesses=scored("meals_delivered", 0.7))
    assert go_to_earlier_need(asked)
    assert memory.current == "mother"


def test_a_corrected_town_brings_no_need_that_is_not_sure() -> None:
    memory = after_a_list("meals_delivered")
    moved = "sorry not Dayton, she moved, she's in Toledo Ohio now"
    remember(turn(memory, moved, "ask_need", needs=scored("elder_abuse", 0.52)))
    assert memory.case.needs == ["meals_delivered"]
    assert memory.case.where is not None
    assert memory.case.where.label.startswith("Toledo")
    remember(
        turn(memory, "and rides in Lima Ohio", "ask_need", needs=scored("transportation", 0.9))
    )
    assert memory.case.needs == ["transportation"]


def test_for_the_same_needs_the_first_words_and_so_the_order_stay() -> None:
    memory = after_a_list("transportation")
    again = "no I mean a ride to the heart doctor"
    remember(turn(memory, again, "ask_need", needs=scored("transportation", 0.95)))
    assert memory.case.text == "the first words"
    remember(
        turn(memory, "and a walker for me", "ask_need", needs=scored("medical_equipment", 0.95))
    )
    assert memory.case.text == "and a walker for me"


@pytest.mark.parametrize(
    ("nearest", "response", "lists"),
    [(["c", "a", "b"], "utter_no_closer", 0), (["d", "a", "b"], "utter_closer", 1)],
)
def test_closer_shows_no_list_that_was_seen(
    monkeypatch: pytest.MonkeyPatch, nearest: list[str], response: str, lists: int
) -> None:
    shown: list[dict[str, Any]] = []
    monkeypatch.setattr(narrow, "service_ids", lambda turn, **page: nearest)
    monkeypatch.setattr(narrow, "show_services", lambda turn, **page: shown.append(page))
    asked = turn(after_a_list("transportation"), "closer", "closer")
    narrow.ActionCloser().answer(asked)
    assert (said(asked), len(shown)) == ([response], lists)


def test_a_correction_that_changes_nothing_is_told_what_is_understood(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("actions.change.find_help", lambda turn: turn.say("list"))
    asked = turn(after_a_list("home_repair"), "oh the piano was my mother's you know", "correct")
    ActionCorrect().answer(asked)
    assert said(asked) == ["utter_what_i_have"]
    changed = turn(after_a_list("home_repair"), "no, in Lima", "correct")
    changed.gave_place = True
    ActionCorrect().answer(changed)
    assert said(changed) == ["utter_corrected", "list"]


def test_a_question_of_law_finds_the_lawyer_once_the_place_is_told() -> None:
    memory = Memory(met=True)
    asked = turn(memory, "can they evict me without a court", "legal_advice")
    ActionNoAdvice().answer(asked)
    assert said(asked) == ["utter_no_legal_advice"]
    assert memory.case.needs == ["legal_help"]
    listed = turn(after_a_list("home_repair"), "can they take my house", "legal_advice")
    ActionNoAdvice().answer(listed)
    assert said(listed) == ["utter_no_legal_advice_here"]
    assert listed.memory.case.needs == ["home_repair"]
