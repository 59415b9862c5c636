"""Where the reader is sure, a word that happens to stand in a name, a field or a wish for our desk does not lead the turn."""

from __future__ import annotations

from typing import Any

import pytest
from rasa_sdk.executor import CollectingDispatcher

from actions.answering import answer_turn
from actions.desk.follow_up import outcome_in
from actions.desk.referral import ask_next
from actions.form.open_question import answer_open_question
from actions.heard import Heard
from actions.memory import Case, Memory
from actions.needs.denied import denied_needs
from actions.shown import listed
from actions.shown.details import is_question
from actions.shown.run_around import got_nowhere
from actions.shown.topics import topics_in
from actions.talk.company import hear_a_wish_for_company
from actions.turn import Turn
from tests.actions.shelf import Shelf, after_list, said, service

TAKE_ME_HOME = service("West Virginia Take Me Home", need="long_term_care", phone="+18555197557")
SHELF = Shelf(TAKE_ME_HOME, service("Ombudsman", need="ltc_ombudsman"))


@pytest.fixture(autouse=True)
def shelf(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(listed, "search", lambda: SHELF)


def by_no_act(_: Turn) -> None:
    raise AssertionError("somebody knew better")


def test_a_fear_for_the_house_names_no_place_of_the_list() -> None:
    turn = after_list(SHELF, "no I want to know if they can take my house", "legal_advice", said=("lose_house", 0.53))  # fmt: skip
    answer_turn(turn, by_no_act)
    assert said(turn) == [("utter_said_lose_house", None)]


@pytest.mark.parametrize(
    ("text", "is_company"),
    [
        ("is there somebody who just calls to talk", True),
        ("any volunteers that phone old folks who are alone", True),
        ("habrá alguien que le hable por telefono a los viejos que estamos solos", True),
        ("somebody that comes by and visits a while", True),
        ("can somebody from your office talk to me", False),
        ("somebody to talk to about my rent", False),
        ("I want a real person to talk to", False),
    ],
)
def test_who_only_wants_company_is_given_no_questions_of_our_desk(
    text: str, is_company: bool
) -> None:
    needs = [{"need_id": "social_connection", "score": 0.95}]
    turn = after_list(SHELF, text, "person", needs=needs)
    hear_a_wish_for_company(turn)
    assert (turn.heard.act, turn.led_to) == (("ask_need", "ask_need") if is_company else ("person", ""))  # fmt: skip


def test_what_is_hardly_company_stays_a_wish_for_our_desk() -> None:
    turn = after_list(SHELF, "is there somebody who just calls to talk", "person", needs=[{"need_id": "social_connection", "score": 0.6}])  # fmt: skip
    hear_a_wish_for_company(turn)
    assert turn.heard.act == "person"


def in_form(step: str, text: str, kind: str, **told: str) -> Turn:
    memory = Memory(cases={"self": Case("self")}, current="self", met=True)
    memory.referral = dict(told)
    ask_next(Turn("web-1", memory, Heard("", "person"), CollectingDispatcher()))
    assert memory.pending == f"referral_{step}"
    return Turn("web-1", memory, Heard(text, "unsure", said=(kind, 0.7)), CollectingDispatcher())


def test_i_will_think_about_it_is_no_name_and_ends_the_questions_kindly() -> None:
    turn = in_form("name", "maybe. I'll think about it", "later")
    assert answer_open_question(turn)
    assert said(turn) == [("utter_said_later", None)]
    assert turn.memory.pending is None
    assert "name" not in turn.memory.referral


def test_later_in_the_day_is_a_time() -> None:
    turn = in_form("time", "later", "later", name="Ann", number="937-555-0119")
    assert answer_open_question(turn)
    assert turn.memory.referral["time"] == "later"


def test_what_stands_in_the_way_is_answered_before_the_question_comes_again() -> None:
    turn = in_form("name", "I dont have a computer", "no_computer")
    assert answer_open_question(turn)
    assert [one for one, _ in said(turn)] == ["utter_phone_is_enough", "utter_referral_name"]


@pytest.mark.parametrize(
    "text", ["they call me every single day", "since tuesday", "my sister did"]
)
def test_the_beginning_of_a_word_is_no_good_news(text: str) -> None:
    assert outcome_in(text) is None


@pytest.mark.parametrize("text", ["si", "yes they came", "they fixed it"])
def test_good_news_are_still_heard(text: str) -> None:
    assert outcome_in(text) == "got_help"


@pytest.mark.parametrize("text", ["he cant do that can he", "they don't do that, do they", "él no puede hacer eso"])  # fmt: skip
def test_a_doubt_about_what_is_allowed_tells_of_no_call(text: str) -> None:
    assert not got_nowhere(after_list(SHELF, text, "free_only"))


@pytest.mark.parametrize("text", ["they don't do that", "nobody answers, right", "he said they can't help"])  # fmt: skip
def test_a_call_that_led_nowhere_is_still_heard(text: str) -> None:
    assert got_nowhere(after_list(SHELF, text, "free_only"))


def test_an_illness_that_is_denied_is_not_helped_with() -> None:
    assert denied_needs("she has ms not alzheimers") == {"dementia_support"}


@pytest.mark.parametrize("text", ["ok. aint there a clinic that does it cheap", "isn't there a bus", "Dont they have a van"])  # fmt: skip
def test_a_question_may_begin_with_its_no(text: str) -> None:
    assert is_question(after_list(SHELF, text, "ask_need"))


@pytest.mark.parametrize(
    ("plain", "topics"),
    [
        ("how do i get the doctor to order it", []),
        ("do i get it too", ["eligibility"]),
        ("cual de los dos numeros es para el andador", []),
        ("y lo del andador cuales eran", []),
        ("is there room for a wheelchair", ["wheelchair"]),
        ("suben con andador", ["wheelchair"]),
    ],
)
def test_a_word_in_passing_is_no_field_that_is_asked_for(plain: str, topics: list[str]) -> None:
    assert topics_in(plain) == topics


def test_the_word_for_a_wish_is_kept_where_nothing_tells_otherwise(monkeypatch: pytest.MonkeyPatch) -> None:  # fmt: skip
    asked: list[Any] = []
    turn = after_list(SHELF, "can I speak with somebody", "person", said=(None, 0.0))
    answer_turn(turn, asked.append)
    assert asked == [turn]
