"""What a turn about a list asks, refuses or chooses, where its words alone would mislead."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from actions import choose, show
from actions.choose import ActionChoose
from actions.heard import Heard
from actions.shown import listed, put_back
from actions.shown.details import asked_fields, is_question, surely_asked, topics_of
from actions.shown.one_number import answer_number
from actions.shown.put_back import takes_back_a_no
from actions.shown.remarks import is_remark
from actions.shown.ruled_out import ruled_out_in
from actions.shown.run_around import got_nowhere, sounds_so
from actions.shown.same_list import say_only_told
from actions.shown.turned_down import note_turned_down
from actions.talk.complaints import asks_of_our_words
from actions.turn import Turn
from tests.actions.shelf import Shelf, after_list, said, service

PAGE = service("State page", phone="", need="utilities")
MEALS = service("Meals office", need="meals_delivered", phone="+19375550142")
SHELF = Shelf(PAGE, MEALS)


@pytest.fixture(autouse=True)
def shelf(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(listed, "search", lambda: SHELF)


def a_turn(text: str, act: str = "ask_detail", kind: str | None = None, share: float = 0.8, **heard: Any) -> Turn:  # fmt: skip
    turn = after_list(SHELF, text, act, said=(kind, share if kind else 0.0), **heard)
    turn.memory.page = {"offset": 0, "at": datetime.now(UTC).replace(tzinfo=None).isoformat()}
    return turn


def test_a_sure_reader_names_the_field_where_words_name_none_or_any() -> None:
    assert topics_of(a_turn("do they mind if my sis tags along", kind="escort")) == ["escort"]
    assert topics_of(a_turn("what is it they wish to see", kind="have_ready")) == ["have_ready"]
    assert "cost" in topics_of(a_turn("how much is it", kind="hours"))
    assert topics_of(a_turn("the number again", kind="phones")) == ["phones"]
    assert topics_of(a_turn("which do I call", kind="which_first")) == []


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("do they come to the house or do I have to go in person", ["comes"]),
        ("I ain't asking the address. will they come to my house", ["comes"]),
        ("what can they do with my number", []),
        ("church not doctor", []),
        ("is it a church", ["government"]),
        ("does the first one make you be homebound", ["eligibility"]),
        ("can I call them or do I have to mail it", ["by_phone"]),
    ],
)
def test_each_wording_asks_for_its_field(text: str, fields: list[str]) -> None:
    found = asked_fields(text)
    assert found[:1] == fields if fields else not {"government", "phones"} & set(found)


def test_a_question_may_stand_in_a_later_clause() -> None:
    assert is_question(a_turn("number two says help line, what's that"))
    assert is_question(a_turn("last time they hung up, what does the first one cost"))
    assert not is_question(a_turn("I grew up poor, when times were hard"))
    asked = Heard("number two says help line, what's that", "").question
    assert asked == "what's that"
    whole = "what if they cut me off, will they help"
    assert Heard(whole, "").question == Heard(whole, "").plain


def test_a_feeling_that_names_a_field_asks_nothing() -> None:
    assert not surely_asked(a_turn("State page, I feel foolish at my age", kind="ashamed"))
    assert surely_asked(a_turn("State page, is there an age limit", kind="ashamed"))


def test_our_own_words_are_asked_about() -> None:
    assert asks_of_our_words("it says call first why")
    assert not surely_asked(a_turn("it says call first, why"))


@pytest.mark.parametrize(
    "text",
    [
        "last time I called a place they hung up on me",
        "I haven't called anybody, nobody answers anyway",
        "I never called and nobody helps",
    ],
)
def test_a_call_that_was_not_made_to_these_strikes_nobody(text: str) -> None:
    turn = a_turn(text, "wrong_number")
    turn.memory.chosen = MEALS.id
    assert note_turned_down(turn) is None
    assert not got_nowhere(turn)
    assert not sounds_so(turn)


def test_what_sounds_like_a_call_must_be_sure_by_act_or_kind() -> None:
    told = "the office said we should wait for the lady"
    assert sounds_so(a_turn(told, "wrong_number", act_score=0.8))
    assert not sounds_so(a_turn(told, "wrong_number", act_score=0.2))
    assert sounds_so(a_turn(told, "ask_need", kind="waitlisted"))


@pytest.mark.parametrize(
    "text", ["put the first one back", "you left out the wrong one", "give me that office back"]
)
def test_what_was_left_out_is_asked_back(text: str) -> None:
    turn = a_turn(text)
    assert not takes_back_a_no(turn)
    turn.memory.case.turned_down = [{"name": "Meals office", "phone": ""}]
    assert takes_back_a_no(turn)
    turn.heard = Heard(f"no {text}", "correct")
    note_turned_down(turn)
    assert turn.turned_down == []


@pytest.mark.parametrize(
    "text",
    [
        "that first one is only for Medicaid people and I am not one",
        "he has his pension so no medicaid for him",
        "a sliding fee dentist would be better than Medicaid",
        "we are not on Medicaid",
    ],
)
def test_medicaid_is_ruled_out_in_any_of_these_words(text: str) -> None:
    assert ruled_out_in(a_turn(text)) == ["Medicaid"]


def test_one_of_the_needs_of_a_list_is_chosen_by_its_name(monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[Turn] = []
    monkeypatch.setattr(choose, "find_help", shown.append)
    turn = a_turn("what about the lonesome part", "choose")
    turn.memory.case.asked = turn.memory.case.needs = ["utilities", "social_connection"]
    ActionChoose().answer(turn)
    assert turn.memory.case.needs == ["social_connection"]
    assert shown == [turn]
    turn = a_turn("what about that part", "choose")
    ActionChoose().answer(turn)
    assert said(turn)[0][0] == "utter_which_number"


def test_a_number_is_given_of_who_has_a_telephone() -> None:
    turn = a_turn("just give me the number again", "repeat")
    turn.memory.chosen = PAGE.id
    assert answer_number(turn)
    assert said(turn) == [("utter_the_number", "Meals office")]


def test_a_story_told_after_many_turns_brings_no_list_again(monkeypatch: pytest.MonkeyPatch) -> None:  # fmt: skip
    monkeypatch.setattr(show, "show_services", lambda *_, **__: pytest.fail("the list again"))
    turn = a_turn("Jim did all the driving in those days", "ask_need")
    turn.memory.page["since"] = 9
    assert say_only_told(turn)
    turn = a_turn("the light bill", "ask_need")
    turn.memory.page["since"] = 9
    turn.memory.case.heard = [{"need_id": "utilities", "score": 1.0}]
    assert not say_only_told(turn)


def test_who_is_to_be_told_a_number_fears_nobody() -> None:
    assert not is_remark(a_turn("can you tell her the number and what it is for"))
    assert is_remark(a_turn("can you tell my son"))


def test_which_to_call_first_is_asked_of_the_list_as_the_reader_hears_it() -> None:
    assert is_remark(a_turn("so of all that, whom", kind="which_first"))
    assert not is_remark(a_turn("so of all that, whom"))
    assert is_remark(a_turn("which of those would you call first"))


def test_put_back_knows_nothing_where_nothing_was_left_out() -> None:
    assert not put_back.takes_back_a_no(a_turn("bring it back"))
