"""Questions of the whole list, languages that few lines speak, and what is for eyes alone."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from actions import rooms
from actions.narrow import ActionFreeOnly
from actions.needs.senses import is_for_another_sense
from actions.shown import listed
from actions.shown.of_the_list import answer_of_the_list
from actions.shown.topics import asked_field
from resources_index.search.view import ServiceView
from tests.actions.shelf import Shelf, after_list, said, service

TELLS = replace(
    service("INCOG Area Agency on Aging", cost="The call is free.", summary="A person listens, tells you what there is near you and who pays.", need="benefits_check"),
    name="Help line for older adults",
)  # fmt: skip
RIDES = replace(service("INCOG Area Agency on Aging", need="transportation"), id="rides", name="Rides for older adults")  # fmt: skip
BILLS = service("Home energy assistance (HEAP)", phone="+18002820880", summary="May pay part of a heating bill.")  # fmt: skip
BOOKS = replace(
    service("Library of Congress", need="dental_vision_hearing"),
    eligibility={"en": "People who cannot see well enough to read print."},
)


def a_turn(monkeypatch: pytest.MonkeyPatch, text: str, *records: Any, act: str = "ask_detail") -> Any:  # fmt: skip
    shelf = Shelf(*(records or (TELLS, RIDES, BILLS)))
    monkeypatch.setattr(listed, "search", lambda: shelf)
    monkeypatch.setattr(rooms, "search", lambda: shelf)
    assert rooms.search() is shelf
    return after_list(shelf, text, act)


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("is one call enough for both of us?", "utter_one_call"), ("so it's all that one INCOG outfit, food and the ride, I just call the once?", "utter_one_call"),
        ("¿basta una sola llamada para los dos?", "utter_one_call"), ("do I have to call twice", "utter_one_call"),
    ],
)  # fmt: skip
def test_one_call_is_enough_where_one_office_answers_for_two_rows(
    monkeypatch: pytest.MonkeyPatch, text: str, answer: str
) -> None:
    turn = a_turn(monkeypatch, text)
    assert answer_of_the_list(turn)
    assert said(turn) == [(answer, "INCOG Area Agency on Aging")]
    apart = a_turn(monkeypatch, text, TELLS, BILLS)
    assert answer_of_the_list(apart)
    assert said(apart) == [("utter_not_one_call", "INCOG Area Agency on Aging")]


def test_two_numbers_that_are_asked_for_come_with_what_they_are_for(monkeypatch: pytest.MonkeyPatch) -> None:  # fmt: skip
    turn = a_turn(monkeypatch, "which number do I call for the ride and which number for the gas bill")  # fmt: skip
    assert answer_of_the_list(turn)
    assert said(turn) == [("utter_number_for", r.organization) for r in (RIDES, BILLS)]


def test_which_one_is_for_something_is_answered_with_it(monkeypatch: pytest.MonkeyPatch) -> None:
    turn = a_turn(monkeypatch, "which one is for the gas bill")
    assert answer_of_the_list(turn)
    assert said(turn) == [("utter_the_number", BILLS.organization)]


def test_who_only_tells_where_to_turn_is_said_to_pay_nothing(monkeypatch: pytest.MonkeyPatch) -> None:  # fmt: skip
    words = "what does the {} one do, do they pay or just tell me"
    tells = a_turn(monkeypatch, words.format("first"))
    assert answer_of_the_list(tells)
    assert said(tells) == [("utter_detail_is", TELLS.organization), ("utter_they_tell_you", None)]
    pays = a_turn(monkeypatch, words.format("third"))
    assert answer_of_the_list(pays)
    assert said(pays) == [("utter_detail_is", BILLS.organization)]


@pytest.mark.parametrize(
    ("text", "tongue"),
    [("not spanish. chinese. mandarin", "Mandarin"), ("i speak only Korean", "Korean"), ("is there someone who speaks Russian, my mother knows no English", "Russian"), ("solo habla mixteco", "Mixteco")],
)  # fmt: skip
def test_nobody_who_speaks_another_language_is_told_to_say_spanish(
    monkeypatch: pytest.MonkeyPatch, text: str, tongue: str
) -> None:
    turn = a_turn(monkeypatch, text)
    assert answer_of_the_list(turn)
    (message,) = turn.dispatcher.messages
    assert (message["response"], message["tongue"]) == ("utter_say_your_language", tongue)
    assert f"Speaks {tongue}." in turn.memory.referral["extras"]


@pytest.mark.parametrize("text", ["my chinese neighbor brought me soup when I was sick last winter and it did me good", "thank you", "the second one", "do they charge"])  # fmt: skip
def test_what_asks_nothing_of_the_whole_list_is_left_to_others(
    monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    assert not answer_of_the_list(a_turn(monkeypatch, text))


@pytest.mark.parametrize(
    ("text", "away"),
    [("hearing aids for my husband", True), ("me duelen las muelas", True), ("I can't see to read", False), ("glasses and hearing aids", False), ("help please", False)],
)  # fmt: skip
def test_what_is_for_eyes_alone_is_not_shown_to_ears_or_teeth(
    monkeypatch: pytest.MonkeyPatch, text: str, away: bool
) -> None:
    turn = a_turn(monkeypatch, text, BOOKS)
    turn.memory.case.needs, turn.memory.case.text = ["dental_vision_hearing"], text
    assert is_for_another_sense(turn, ServiceView(BOOKS)) is away


def test_a_joke_about_free_things_asks_for_no_list_of_them(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    monkeypatch.setattr("actions.narrow.only_free", lambda turn: asked.append(turn.heard.text))
    monkeypatch.setattr("actions.narrow.say_only_told", lambda turn: True)
    for text in ("Walt always said there's no such thing as free ha ha", "show me the free ones", "is any of it free?"):  # fmt: skip
        ActionFreeOnly().answer(a_turn(monkeypatch, text, act="free_only"))
    assert asked == ["show me the free ones", "is any of it free?"]


@pytest.mark.parametrize(
    ("text", "field"),
    [("do I have to go downtown or can they do it over the telephone", "by_phone"), ("can it be done by mail", "by_phone"), ("se puede por telefono", "by_phone"), ("can they come get me", "comes"), ("who runs that one", "summary"), ("what in the world is an incog", "summary")],
)  # fmt: skip
def test_a_question_is_taken_for_what_it_asks(text: str, field: str) -> None:
    assert asked_field(text) == field
