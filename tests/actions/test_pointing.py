"""Every place that was shown can be got back by what people call it, whatever list came after and wherever it stands."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from actions import rooms
from actions.memory import FOR_HEAP, FOR_MEDICAID
from actions.shown import listed, one_number, turned_down
from actions.shown.pointing import pointed_at, refused_in
from tests.actions.shelf import Shelf, after_list, said, service

COUNTY = replace(
    service("Allegheny County Area Agency on Aging", phone="+14123505460", level="local"),
    name="Help line for older adults",
)
MEDICAID = replace(
    service("Pennsylvania Medicaid", phone="+18006927462", level="state"),
    name="State Medicaid office",
)
STATE = service("PA Department of Aging", phone="+17177831550", level="state")
JUSTICE = replace(
    service(
        "U.S. Department of Justice", need="fraud_scams", phone="+18333728311", level="national"
    ),
    name="National Elder Fraud Hotline",
)
AARP = service("AARP", need="fraud_scams", phone="+18779083360", level="national")
MEMORY = service(
    "Alzheimer's Association", need="dementia_support", phone="+18002723900", hours="Day and night", level="national",
)  # fmt: skip
HEAP = service(
    "Home energy assistance (HEAP)", cost="Free to apply.", phone="+18002820880", level="state"
)
RIDES = replace(
    service("Area Agency on Aging Region 9", cost="Free. You may give what you can.", need="transportation", phone="+18662435678", level="local"),
    name="Rides for older adults",
)  # fmt: skip
ALL = Shelf(MEDICAID, COUNTY, STATE, JUSTICE, AARP, MEMORY, HEAP, RIDES)


@pytest.fixture(autouse=True)
def shelf(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rooms, "search", lambda: ALL)
    monkeypatch.setattr(listed, "search", lambda: ALL)


def a_turn(text: str, *on_show: Any, act: str = "choose", **heard: Any) -> Any:
    """`on_show` are on the list now; all others were shown before."""
    turn = after_list(Shelf(*(on_show or (MEDICAID, AARP))), text, act, **heard)
    turn.memory.case.seen = list(ALL.records)
    return turn


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("The COUNTY one, Allegheny, the agency on aging. What was that number?", COUNTY), ("please just give me the number for the Allegheny County Area Agency on Aging", COUNTY),
        ("what was the number of the doj", JUSTICE), ("I WANT the department of justice number", JUSTICE), ("cual era el numero del departamento de justicia", JUSTICE),
        ("what was the first number you gave me, the Area Agency Region 9", RIDES), ("el primero, el de alzheimer que contesta de noche", MEMORY), ("number for the ride people again", RIDES),
        ("cual era el de las 24 horas, deme el numero", MEMORY), ("the Alzheimer's one, whats the number", MEMORY), ("what's the number for the state aging department", STATE), ("deme el numero de la de medicaid", MEDICAID),
    ],
)  # fmt: skip
def test_a_name_gets_the_number_back_from_any_list(text: str, place: Any) -> None:
    turn = a_turn(text)
    assert one_number.answer_named(turn) or one_number.answer_number(turn)
    assert said(turn) == [("utter_the_number", place.organization)]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("no, the doj one", JUSTICE), ("no the justice one", JUSTICE), ("No not Medicaid dear, the Area Agency Region 9 one", RIDES), ("no I meant the county one", COUNTY),
        ("I liked the county one", COUNTY), ("where did the first one go? The ride one", RIDES), ("no, la del alzheimer", MEMORY), ("no, quiero la del condado", COUNTY), ("wait no, I meant the Alzheimer's people", MEMORY),
    ],
)  # fmt: skip
def test_no_and_a_name_choose_that_place_and_leave_out_none(text: str, place: Any) -> None:
    turn = a_turn(text)
    turn.memory.chosen = AARP.id
    turned_down.note_turned_down(turn)
    assert place.organization not in turn.turned_down
    assert one_number.answer_named(turn)
    assert said(turn)[-1] == ("utter_the_number", place.organization)


@pytest.mark.parametrize(
    ("text", "place"),
    [("not the doj one", JUSTICE), ("the county one, not the medicaid one", MEDICAID), ("I don't want the aarp", AARP), ("no la de aarp", AARP)],
)  # fmt: skip
def test_what_a_no_governs_is_refused(text: str, place: Any) -> None:
    assert [view.record.id for view in refused_in(a_turn(text))] == [place.id]


@pytest.mark.parametrize(
    "text",
    [
        "what do they do there",
        "thank you dear",
        "can she call for him",
        "is it free",
        "the one you sent",
    ],
)
def test_words_of_no_place_point_at_none(text: str) -> None:
    assert pointed_at(a_turn(text)) is None


@pytest.mark.parametrize("text", ["la de aarp hablan español?", "la del alzheimer cuanto cobra", "la de medicaid que papeles piden"])  # fmt: skip
def test_a_question_about_a_named_place_is_not_answered_by_its_number(text: str) -> None:
    assert not one_number.answer_named(a_turn(text))


def test_of_two_that_go_by_the_same_word_the_first_of_its_list_is_meant() -> None:
    turn = a_turn("the number for the scam people", MEDICAID, HEAP)
    turn.memory.case.note_seen([JUSTICE.id, AARP.id])
    assert one_number.answer_number(turn)
    assert said(turn) == [("utter_the_number", JUSTICE.organization)]


def test_a_number_said_once_more_is_no_place_in_the_list() -> None:
    turn = a_turn("the county one, say that number one more time", MEDICAID, COUNTY)
    assert one_number.answer_named(turn)
    assert said(turn) == [("utter_the_number", COUNTY.organization)]


def test_a_name_that_nobody_showed_gets_no_number_at_all() -> None:
    turn = a_turn("what was the number for the Lutheran church", MEDICAID, AARP)
    assert one_number.answer_number(turn)
    assert said(turn) == [("utter_which_of_these", None)]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("we do NOT have Medicaid", FOR_MEDICAID), ("not Medicaid, she only has Medicare", FOR_MEDICAID), ("take the Medicaid one off, we have Medicare", FOR_MEDICAID), ("Don is on Medicare not Medicaid", FOR_MEDICAID),
        ("I have Medicare and a little Blue Cross, not Medicaid. Does that rule out number one?", FOR_MEDICAID), ("no tengo medicaid", FOR_MEDICAID), ("no califico para medicaid, gano de mas", FOR_MEDICAID), ("otra que no sea la del medicaid", FOR_MEDICAID),
        ("I got turned down by medicaid", FOR_MEDICAID), ("I said I made too much for HEAP so not that one", FOR_HEAP), ("HEAP place they told me last year I made too much is there anybody else for the gas bill", FOR_HEAP), ("el HEAP ya me dijeron que no, me negaron", FOR_HEAP),
    ],
)  # fmt: skip
def test_who_has_none_of_it_is_sent_to_no_office_of_it(text: str, kind: str) -> None:
    turn = a_turn(text, MEDICAID, HEAP, COUNTY)
    turned_down.note_turned_down(turn)
    for record, its_kind in ((MEDICAID, FOR_MEDICAID), (HEAP, FOR_HEAP)):
        view = ALL.service(record.id)
        assert view is not None
        assert turn.memory.has_turned_down(view) == (its_kind == kind)


@pytest.mark.parametrize(
    "text",
    ["do I need Medicaid for that", "what if she has no Medicaid", "I don't have Medicaid, how do I get it", "she has medicaid", "is HEAP the same as the gas company", "no tengo el numero de medicaid"],
)  # fmt: skip
def test_who_asks_of_it_keeps_it(text: str) -> None:
    turn = a_turn(text, MEDICAID, HEAP, COUNTY)
    turned_down.note_turned_down(turn)
    assert turn.memory.case.turned_down == []


def test_asked_for_by_name_a_place_is_wanted_after_all() -> None:
    turn = a_turn("not the doj one")
    turned_down.note_turned_down(turn)
    again = a_turn("I want the department of justice number")
    again.memory = turn.memory
    assert one_number.answer_named(again)
    assert turn.memory.case.turned_down == []


@pytest.mark.parametrize("text", ["I did not say it led nowhere!", "why did you take it off", "yo no dije eso", "put it back please"])  # fmt: skip
def test_what_was_left_out_by_mistake_is_put_back(text: str) -> None:
    turn = a_turn(text)
    turn.memory.case.turned_down = [{"name": COUNTY.organization, "phone": "+14123505460"}]
    assert one_number.answer_put_back(turn)
    assert turn.memory.case.turned_down == []
    assert said(turn) == [("utter_back_again", COUNTY.organization)]


@pytest.mark.parametrize(
    "text",
    ["I asked whether they'd do it by telephone or letter", "that's not what I asked", "I asked something else, do they write letters", "I asked you if it's by mail", "ya le pregunté si cobran"],
)  # fmt: skip
def test_a_question_put_once_more_is_no_call_that_led_nowhere(text: str) -> None:
    turn = a_turn(text, act="ask_detail")
    turn.memory.chosen = MEDICAID.id
    turned_down.note_turned_down(turn)
    assert turn.turned_down == []


@pytest.mark.parametrize(
    ("text", "response"),
    [("no, the county one. what does it cost?", "utter_detail_known"), ("no, the county one", "utter_the_number")],
)  # fmt: skip
def test_a_place_that_is_named_is_asked_about_and_not_only_dialled(
    text: str, response: str
) -> None:
    turn = a_turn(text)
    assert one_number.answer_named(turn)
    assert said(turn) == [(response, "Allegheny County Area Agency on Aging")]
