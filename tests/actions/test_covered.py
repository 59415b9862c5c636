""" "Does Medicare pay for that" never gets the price of another thing: a record of Medicare's own, or who knows for sure."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import pytest

from actions.shown import covered, listed
from actions.shown.covered import RECORDS, answer_covered, asks_what_is_paid
from resources_index.search.view import ServiceView
from tests.actions.shelf import Shelf, after_list, service

WELLNESS = service("Yearly visit", cost="Free with Medicare Part B.", phone="+18006334227")
RIDES = service("Rides", cost="Free. You may give what you can.", phone="+12103625200")
SHIP = replace(service("State counselor", phone="+18002622232"), program="SHIP")
HOME = replace(
    service("Medicare home health care", cost="Medicare may pay. Ask.", summary="A nurse comes home for a while."),
    organization="Centers for Medicare & Medicaid Services",
)  # fmt: skip


class Found(Shelf):
    """Finds the counselor, and the record of Medicare's own by its name."""

    def find(self, query: Any) -> Any:
        return SimpleNamespace(hits=[SimpleNamespace(service=ServiceView(SHIP))])

    def nearest(self, text: str, limit: int) -> list[tuple[ServiceView, float]]:
        return [(ServiceView(HOME), 0.9)]


ALL = Found(WELLNESS, RIDES)


@pytest.fixture(autouse=True)
def shelf(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (listed, covered):
        monkeypatch.setattr(module, "search", lambda: ALL)
    monkeypatch.setattr(covered, "find_help", lambda turn: turn.say("utter_services_near"))


@pytest.mark.parametrize(
    "text",
    [
        "what do they cost and does Medicare pay", "will regular Medicare pay for that", "does medicare cover glasses", "does Medicare help with dentures", "is the ride covered by Medicare", "are grab bars covered",
        "will my insurance pay for it", "does her advantage plan cover meals", "medicare pay for wheelchair?", "can Medicare pay for day care", "does Medicaid pay for day care", "is it free if she has Medicare?",
        "¿Medicare paga los lentes?", "¿el seguro cubre eso?", "¿me paga medicare una señora que me bañe?", "y las medicinas, medicare las cubre?", "¿cubre Medicare la silla de ruedas?",
    ],
)  # fmt: skip
def test_it_is_heard(text: str) -> None:
    assert asks_what_is_paid(after_list(ALL, text))


@pytest.mark.parametrize(
    "text",
    [
        "Medicare won't pay for my oxygen, who can help", "do they take medicare", "does the first one accept Medicaid", "I have Medicare", "medicare denied my claim", "can you help me pay the light bill",
        "Medicare no me quiere pagar la silla", "what does the lunch cost", "help me pick a Medicare plan",
    ],
)  # fmt: skip
def test_what_is_told_or_asked_of_a_place_is_another_thing(text: str) -> None:
    assert not asks_what_is_paid(after_list(ALL, text))


@pytest.mark.parametrize(
    ("text", "response"),
    [
        ("Them hearing aids, does Medicare pay", "utter_cover_medicare"), ("does medicare cover glasses", "utter_cover_medicare"), ("does Medicare pay for grab bars", "utter_cover_medicare"),
        ("is the ride covered by medicare", "utter_cover_medicare"), ("does Medicare pay for a nurse at home", "utter_cover_told"), ("does Medicare pay for the pills", "utter_cover_medicine"),
        ("will my insurance pay", "utter_cover_plan"), ("does medicaid pay for day care", "utter_cover_medicaid_only"), ("¿Medicare paga los audífonos?", "utter_cover_medicare"),
    ],
)  # fmt: skip
def test_what_is_said(text: str, response: str) -> None:
    turn = after_list(ALL, text)
    assert answer_covered(turn)
    first = turn.dispatcher.messages[0]
    assert first["response"] == response
    assert "Part B" not in str(first)


def test_the_counselor_of_the_state_is_named() -> None:
    turn = after_list(ALL, "does medicare cover dentures")
    answer_covered(turn)
    message = turn.dispatcher.messages[0]
    assert (message["name"], message["phone"]) == ("State counselor", "800-262-2232")


def test_who_else_may_give_it_follows_where_that_was_not_in_hand() -> None:
    turn = after_list(ALL, "does Medicare pay for hearing aids")
    assert answer_covered(turn)
    assert turn.dispatcher.messages[-1]["response"] == "utter_services_near"
    assert turn.memory.case.needs == ["dental_vision_hearing"]
    turn = after_list(ALL, "does Medicare pay for hearing aids")
    turn.memory.case.needs = ["dental_vision_hearing"]
    answer_covered(turn)
    assert len(turn.dispatcher.messages) == 1


def test_a_place_that_medicare_pays_for_says_so_itself() -> None:
    turn = after_list(ALL, "does Medicare pay for the first one")
    assert answer_covered(turn)
    assert turn.dispatcher.messages[0]["cost"] == "Free with Medicare Part B."


def test_what_is_free_anyway_keeps_its_own_answer() -> None:
    assert not answer_covered(after_list(ALL, "does Medicare pay for the second one"))


def test_before_any_list_the_answer_comes_first_and_the_list_follows() -> None:
    turn = after_list(Found(), "does Medicare pay for hearing aids")
    assert not answer_covered(turn)
    assert [m["response"] for m in turn.dispatcher.messages] == ["utter_cover_medicare"]


def test_an_open_form_answers_its_own_questions() -> None:
    turn = after_list(ALL, "does Medicare pay for that")
    turn.memory.pending = "referral_name"
    assert not answer_covered(turn)
    assert not turn.dispatcher.messages


def test_the_records_that_are_named_are_in_the_directory(directory: Any) -> None:
    names = {
        record.name for record in directory.services if "Medicare" in record.cost.get("en", "")
    }
    assert set(RECORDS) <= names
