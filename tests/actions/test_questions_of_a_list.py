"""A question about the list: each of several, for somebody else, in person, of the one that is named; and no reason for a need."""

from __future__ import annotations

from typing import Any

import pytest

from actions import ask_detail
from actions.heard import Heard
from actions.needs.denied import denied_needs
from actions.needs.evidence import names_it, weighed
from actions.shown import listed
from actions.shown.details import about_a_listed_service, asked_fields, is_question
from actions.shown.earlier import take_earlier_need
from actions.shown.price import say_price
from actions.shown.remarks import is_remark
from actions.shown.topics import asked_field
from actions.talk.our_part import answer_about_us
from tests.actions.shelf import Shelf, after_list, said, service

RIDES = service(
    "Bexar rides",
    cost="Free. You may give what you can.",
    summary="Rides to the doctor and the store.",
    phone="+12103625200",
)
LINE = service("Help line", cost="The call is free.", phone="+18662435678")
OTHER = service("Locator", cost="The call is free.", phone="+18006771116")
ALL = Shelf(RIDES, LINE, OTHER)


@pytest.fixture(autouse=True)
def shelf(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(listed, "search", lambda: ALL)


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("free? and what hours", ["cost", "hours"]), ("cuanto cobra? hablan español?", ["cost", "languages"]), ("what do I bring and where is it", ["have_ready", "address"]),
        ("how much is it", ["cost"]), ("she is nice", []),
    ],
)  # fmt: skip
def test_each_of_several_questions_is_heard(text: str, fields: list[str]) -> None:
    assert asked_fields(text) == fields


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("can I call it for her or does it have to be her", "other_caller"), ("can a son call on her behalf", "other_caller"), ("if I call from oregon will they talk to me", "other_caller"),
        ("puedo llamar yo por ella", "other_caller"), ("which can I go see in person", "address"), ("is there an office I can walk in", "address"), ("can I go in person", "address"), ("hay una oficina", "address"),
        ("do they want to know how much I earn", "eligibility"), ("do I make too much", "eligibility"), ("tengo que ser ciudadana", "eligibility"), ("how much does it cost", "cost"), ("cuanto cobran", "cost"),
        ("how much notice do they need", "notice"), ("do they come to the house", "comes"), ("viene por uno hasta la casa", "comes"), ("do these people fix furnaces or not", ""), ("do I have to be home when they come", "at_home"),
        ("What do they do at number two exactly", "summary"), ("is number two the government or another outfit", "government"), ("what words do i use", "ask_for"),
    ],
)  # fmt: skip
def test_which_field_a_question_is_about(text: str, field: str) -> None:
    assert asked_field(Heard(text, "").plain) == field


@pytest.mark.parametrize(
    ("text", "needs"),
    [
        ("viene por uno hasta la casa? es que uso andador", ("medical_equipment", 0.95)), ("do they come to the door? I use a walker", ("medical_equipment", 0.95)),
        ("hablan español? vivo del seguro social", ("income_support", 0.9)), ("Do these people fix furnaces or not?", ("home_repair", 0.85)), ("can I call for her?", ("in_home_care", 0.9)),
    ],
)  # fmt: skip
def test_a_reason_for_a_question_is_no_new_need(text: str, needs: tuple[str, float]) -> None:
    turn = after_list(ALL, text, act="ask_need", needs=[{"need_id": needs[0], "score": needs[1]}])
    assert about_a_listed_service(turn)


def test_a_wish_put_as_a_question_is_a_need() -> None:
    needs = [{"need_id": "in_home_care", "score": 0.98}]
    assert not about_a_listed_service(
        after_list(ALL, "can somebody come to the house to bathe her", act="ask_need", needs=needs)
    )


@pytest.mark.parametrize(
    "text",
    [
        "my nephew says there is something for widows, do you know",
        "a number for the city, is there one",
        "es gratis verdad",
        "do they or not",
    ],
)
def test_a_question_may_stand_at_the_end(text: str) -> None:
    assert is_question(after_list(ALL, text))


def test_told_you_know_is_no_question() -> None:
    assert not is_question(after_list(ALL, "I grew up in Alabama you know"))


def test_marks_written_out_by_a_telephone_are_no_words() -> None:
    assert Heard("Hours period", "").plain == "hours"
    assert Heard("Okay comma thank you", "").plain == "okay thank you"
    assert Heard("is there a waiting period", "").plain == "is there a waiting period"


def test_the_question_of_a_long_message_is_its_last_with_a_mark() -> None:
    heard = Heard(
        "Good. Now Mr B again, in Nelsonville not Athens. Does he need to be on Medicaid for the second one?",
        "",
    )
    assert heard.question == "does he need to be on medicaid for the second one"
    assert is_remark(after_list(ALL, heard.text))
    assert Heard("meals please", "").question == "meals please"


@pytest.mark.parametrize(
    ("field", "word"), [("hours", "utter_no_hours"), ("languages", "utter_no_languages"), ("address", "utter_no_address")]
)  # fmt: skip
def test_what_no_record_tells_is_said_once(field: str, word: str) -> None:
    turn = after_list(ALL, "x")
    ask_detail.say_field(turn, field)
    assert said(turn) == [(word, None)]


def test_what_one_record_tells_is_told_and_the_rest_is_one_sentence(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    some = Shelf(service("Day office", hours="Mon to Fri 8 to 4"), LINE, OTHER)
    monkeypatch.setattr(listed, "search", lambda: some)
    turn = after_list(some, "x")
    ask_detail.say_field(turn, "hours")
    assert said(turn) == [("utter_detail_known", "Day office"), ("utter_no_hours_others", None)]


def test_calls_that_are_free_are_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    lines = Shelf(LINE, OTHER)
    monkeypatch.setattr(listed, "search", lambda: lines)
    turn = after_list(lines, "do they charge")
    say_price(turn, listed.last_page(turn))
    assert said(turn) == [("utter_price_calls", None)]


@pytest.mark.parametrize(
    "text",
    [
        "is the first one free or do they charge her by how much money she has",
        "does it cost anything to talk to the first one",
        "how much notice do they need",
    ],
)
def test_no_thing_is_asked_for_so_its_price_is_known(text: str) -> None:
    turn = after_list(ALL, text)
    say_price(turn, listed.last_page(turn)[:1])
    assert said(turn) == [("utter_detail_known", "Bexar rides")]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("can I print this list", "utter_print_web"), ("can I save both lists", "utter_print_web"), ("why is a scranton number 717", "utter_why_number"), ("that isnt what i asked. can a son call on her behalf", "utter_call_for_other"),
        ("puede imprimir la lista", "utter_print_web"),
    ],
)  # fmt: skip
def test_what_is_asked_of_us(text: str, word: str) -> None:
    turn = after_list(ALL, text)
    assert answer_about_us(turn)
    assert said(turn) == [(word, None)]


@pytest.mark.parametrize(
    ("text", "need"),
    [
        ("walkers?? no. Go back to the meals. whats that number again", "meals_delivered"), ("el telefono del transporte", "transportation"), ("no, the other list, the food one", "food_assistance"),
        ("what was that number again", None), ("the walker number, I have the meals one", None), ("not the meals, the first number again", None),
    ],
)  # fmt: skip
def test_the_need_that_is_named_is_gone_back_to(text: str, need: str | None) -> None:
    turn = after_list(ALL, text)
    turn.memory.case.needs = ["medical_equipment"]
    turn.memory.case.asked = [
        "meals_delivered",
        "transportation",
        "food_assistance",
        "medical_equipment",
    ]
    assert take_earlier_need(turn) is (need is not None)
    assert turn.memory.case.needs == [need or "medical_equipment"]


@pytest.mark.parametrize(
    ("text", "act", "needs", "share", "kept"),
    [
        ("Solo quiero el transporte", "ask_need", ("transportation", 0.98), 0.3, True), ("me desalojan el viernes", "ask_need", ("housing", 0.95), 0.3, True),
        ("he used to do all the cooking", "ask_need", ("meals_delivered", 0.96), 0.9, False), ("la comida era otra cosa hace años", "ask_need", ("meals_delivered", 0.9), 0.9, False),
        ("help at home?? NO. I said social security", "ask_need", ("in_home_care", 0.94), 0.9, False), ("no, ya tengo andador", "add_need", ("medical_equipment", 0.99), 0.9, False),
    ],
)  # fmt: skip
def test_what_a_later_turn_asks_for(
    text: str, act: str, needs: tuple[str, float], share: float, kept: bool
) -> None:
    asked: list[dict[str, Any]] = [{"need_id": needs[0], "score": needs[1]}]
    turn = after_list(ALL, text, act, needs=asked, asks_share=share)
    assert bool(weighed(turn, asked)) is kept


@pytest.mark.parametrize(
    ("plain", "denied"),
    [("no transporte alguien que la cuide en la casa", {"transportation"}), ("no food in the house", set()), ("no ride to dialysis", set()), ("walkers no go back to the meals", {"medical_equipment"})],
)  # fmt: skip
def test_not_that_but_somebody_is_a_denial(plain: str, denied: set[str]) -> None:
    assert denied_needs(plain) == denied


def test_what_is_told_in_a_hurry_is_asked_for() -> None:
    hungry = Heard("tengo hambre, 78207", "ask_need")
    assert names_it(hungry, "food_assistance")
    assert not names_it(hungry, "housing")
    assert not names_it(Heard("my light is on", "ask_need"), "utilities")
