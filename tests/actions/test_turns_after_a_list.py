"""What a question after a list is about, and what a short turn must not be taken for."""

from __future__ import annotations

import pytest

from actions.heard import Heard
from actions.shown.topics import asked_field


def heard(
    text: str, act: str, need: str = "", score: float = 0.0, number: int | None = None
) -> Heard:
    needs = [{"need_id": need, "score": score}] if need else []
    return Heard(text=text, act=act, needs=needs, number=number)


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ("are they open saturday", "hours"),
        ("do they answer on weekends", "hours"),
        ("what days", "hours"),
        ("a que hora abren", "hours"),
        ("how much does it cost", "cost"),
        ("y cuanto cobran", "cost"),
        ("what do i bring with me", "have_ready"),
        ("que papeles llevo", "have_ready"),
        ("who can get it", "eligibility"),
        ("califico yo", "eligibility"),
        ("do they speak spanish", "languages"),
        ("where is it located", "address"),
        ("what do i say", "ask_for"),
        ("how long is the wait", "waiting"),
        ("do they take section 8", ""),
        ("can they come to my house", "comes"),
        ("will they tell my son", ""),
        ("how do i get there", "address"),
        ("como llego", "address"),
        ("is it just for women", "eligibility"),
        ("do i have to pay", "cost"),
        ("what do i have to have ready", "have_ready"),
        ("que le digo", "ask_for"),
        ("how early do i call", "notice"),
        ("my mother is cold", None),
    ],
)
def test_the_field_that_is_asked_for(said: str, field: str | None) -> None:
    assert asked_field(said) == field


def test_a_place_is_no_wish_to_travel() -> None:
    assert (
        heard("we are in Traverse City MI", "give_place", "transportation", 0.61).asked_needs == []
    )
    said = "in Traverse City, and she needs somebody to sit with her"
    assert heard(said, "give_place", "respite", 0.95).asked_needs


def test_a_question_about_the_list_asks_for_nothing_new() -> None:
    assert heard("cual esta mas cerca", "closer", "long_term_care", 0.81).asked_needs == []
    assert heard("the second one", "choose", "housing", 0.99, number=2).asked_needs == []
    said = "and also who could fix her front steps"
    assert heard(said, "not_that", "home_repair", 0.97).asked_needs


def test_grief_is_not_off_topic() -> None:
    assert heard("my wife died", "off_topic", "mental_health", 0.95).asked_needs
    assert heard("who won the game", "off_topic", "social_connection", 0.4).asked_needs == []


def test_thanks_with_a_word_about_tomorrow_asks_for_nothing() -> None:
    assert (
        heard("ok thank you i will call tomorrow", "thanks", "volunteering", 0.75).asked_needs == []
    )


def test_one_telling_word_is_a_need_in_a_first_message() -> None:
    assert heard("copd", "no_answer", "chronic_disease", 0.97).opening_needs
    assert heard("what is this", "who_are_you", "fraud_scams", 0.4).opening_needs == []
    assert heard("a person please", "person", "social_connection", 0.99).opening_needs == []
