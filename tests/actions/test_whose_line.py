"""Whose line a number is, which of them is near, what 211 is, and which languages are spoken: from the record."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from actions.shown import left_out, listed
from actions.shown.details import asked_fields
from actions.shown.left_out import is_left_out
from actions.shown.whose_line import answer_whose_line
from actions.talk.tongues import languages_of, say_languages
from resources_index.search.view import ServiceView
from tests.actions.shelf import Shelf, after_list, service

AGENCY = replace(
    service("Flathead Agency on Aging", phone="+18006771116", level="local"),
    through={"en": "Eldercare Locator", "es": "Eldercare Locator"},
)  # fmt: skip
VOLUNTEERS = service("AmeriCorps Seniors", phone="+18009422677", level="national")
LOCATOR = service("Eldercare Locator", phone="+18006771116", level="national")
COUNTY = service("County office", phone="+14065550100", level="local")
HUNGER = service("Hunger line", summary="Tells you where to get food. English and Spanish.")


def shelved(monkeypatch: pytest.MonkeyPatch, *records: Any) -> Shelf:
    shelf = Shelf(*records)
    for module in (listed, left_out):
        monkeypatch.setattr(module, "search", lambda: shelf)
    return shelf


ASKED = [
    "Isn't that number just a call center in Washington? I want the one right here in town", "is there an office here in town with a local number, 406 area code", "isn't that the national number", "is there a local number",
    "what town is that number in", "is that 800 number the national line", "do you have their own number", "where is that number", "that's not the office that's in Washington", "no I want somebody in my county",
    "quiero el numero de aqui cerca, no el de todo el pais", "¿ese número es nacional?", "¿de qué ciudad es ese número?",
]  # fmt: skip


@pytest.mark.parametrize("text", ASKED)
def test_a_line_of_somebody_else_is_named_as_that(monkeypatch: pytest.MonkeyPatch, text: str) -> None:  # fmt: skip
    turn = after_list(shelved(monkeypatch, AGENCY, VOLUNTEERS), text)
    assert answer_whose_line(turn)
    message, page = turn.dispatcher.messages
    assert page["response"] == "utter_line_page"
    assert message["response"] == "utter_line_is"
    assert (message["line"], message["phone"]) == ("Eldercare Locator", "800-677-1116")


@pytest.mark.parametrize("text", ASKED)
def test_an_office_with_a_number_of_its_own_is_given(monkeypatch: pytest.MonkeyPatch, text: str) -> None:  # fmt: skip
    turn = after_list(shelved(monkeypatch, VOLUNTEERS, COUNTY), text)
    assert answer_whose_line(turn)
    message = turn.dispatcher.messages[-1]
    assert (message["response"], message["phone"]) == ("utter_line_nearest", "406-555-0100")


def test_where_none_is_near_it_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    turn = after_list(shelved(monkeypatch, VOLUNTEERS), "is there a local number")
    assert answer_whose_line(turn)
    assert turn.dispatcher.messages[-1]["response"] == "utter_line_none_near"


@pytest.mark.parametrize(
    "text", ["is there a senior center in town", "what was the number again", "do they have lunch on Tuesdays", "I was born in Washington", "¿cuál es el número?"]
)  # fmt: skip
def test_other_questions_go_their_way(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    turn = after_list(shelved(monkeypatch, AGENCY, VOLUNTEERS), text)
    assert not answer_whose_line(turn)


def test_who_was_not_wanted_does_not_come_back_by_its_number(monkeypatch: pytest.MonkeyPatch) -> None:  # fmt: skip
    turn = after_list(shelved(monkeypatch, AGENCY, LOCATOR, COUNTY), "not that one")
    assert not is_left_out(turn, ServiceView(LOCATOR))
    turn.memory.case.excluded = [AGENCY.id]
    assert is_left_out(turn, ServiceView(LOCATOR))
    assert not is_left_out(turn, ServiceView(COUNTY))


def test_languages_that_a_record_names_are_said(monkeypatch: pytest.MonkeyPatch) -> None:
    turn = after_list(shelved(monkeypatch, HUNGER), "¿esa habla español?", language="es")
    say_languages(turn, [ServiceView(HUNGER, "es")])
    (message,) = turn.dispatcher.messages
    assert (message["response"], message["languages"]) == ("utter_speaks", "inglés y español")


def test_languages_in_their_own_field_come_first() -> None:
    record = replace(HUNGER, languages=("ru", "en"))
    assert languages_of(ServiceView(record)) == ["Russian", "English"]
    assert languages_of(ServiceView(COUNTY)) == []


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("is it a church or the government", "government"), ("is 211 a church", "government"), ("who is it that answers", "government"), ("¿es una iglesia?", "government"),
        ("¿Y la gente que va a la casa habla español?", "languages"), ("the people who come to the house, do they speak Spanish", "languages"),
        ("will they know my county", "area"), ("Will they know Wapello county or is it somebody in a big city", "area"), ("¿conocen mi condado?", "area"),
    ],
)  # fmt: skip
def test_what_a_line_is_and_whom_it_knows_are_questions(text: str, field: str) -> None:
    assert field in asked_fields(text)


def test_who_comes_is_no_second_question() -> None:
    assert asked_fields("la gente que va a la casa habla español") == ["languages"]
    assert asked_fields("do they come to the house and do they speak Spanish") == ["comes", "languages"]  # fmt: skip
