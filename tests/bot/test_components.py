"""The parts of the bot's understanding that need no model."""

from __future__ import annotations

import pytest

from bot.components.act_patterns import act_by_pattern, chosen_number, number_inside
from bot.components.clauses import is_asked_for, split_clauses
from bot.components.language import asked_language, detect
from bot.components.person import about_whom


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("MEALS FOR MY MOM IN TUCSON", "mother"),
        ("my daughter says I need a walker", "self"),
        ("my husband died and i am lonely", "self"),
        ("mi suegra necesita comida", "mother_in_law"),
        ("Client, 81F, lives alone, needs meals", "client"),
        ("my grandma fell last week", "grandparent"),
        ("our neighbor lady cant shovel", "neighbor"),
        ("someone is stealing my dads checks in boise", "father"),
        ("mom fell and my brother can't come", "mother"),
        ("my parents need a ride", "parents"),
        ("need a ride", None),
        ("my husband's mom needs a ride to dialysis", "mother_in_law"),
        ("my wife's dad can't afford his pills", "father_in_law"),
        ("la mamá de mi esposo necesita diálisis", "mother_in_law"),
        ("my moms brother needs a nurse", "uncle"),
        ("my daughters little girl lives with me and needs a dentist", "grandchild"),
        ("the lady I take care of needs a lift chair", "client"),
        ("the woman next door is not eating", "neighbor"),
        ("we been married 52 yrs and she can't remember me", "wife"),
        ("my landlady is 90 and needs meals", "other"),
        ("lost my husband, need a grief group", "self"),
        ("my mom called, dad fell and needs rehab", "father"),
    ],
)
def test_help_is_for_the_person_who_needs_it(text: str, about: str | None) -> None:
    assert about_whom(text) == about


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("necesito comida", "es"),
        ("mi mama necesita quien la bañe", "es"),
        ("i need a ride to the doctor", "en"),
        ("45402", None),
        ("MAS", "es"),
    ],
)
def test_the_language_is_heard_in_each_message(text: str, language: str | None) -> None:
    assert detect(text) == language


def test_asking_for_spanish_is_heard() -> None:
    assert asked_language("en español por favor") == "es"
    assert asked_language("english please") == "en"
    assert asked_language("is there one in spanish") is None
    assert asked_language("¿hay alguien que hable inglés?") is None
    assert asked_language("do you speak spanish") == "es"


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("1", 1),
        ("the second one please", 2),
        ("la segunda", 2),
        ("#3", 3),
        ("last one", -1),
        ("el 2", 2),
        ("Number 2 dear, if you please", 2),
        ("la dos por favor y gracias", 2),
        ("one thing then", None),
        ("45402", None),
        ("2 kids", None),
    ],
)
def test_numbers_mean_a_choice_only_when_they_stand_for_one(text: str, number: int | None) -> None:
    assert chosen_number(text) == number


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("MORE", "more"),
        ("ok", "affirm"),
        ("no gracias", "deny"),
        ("PERSONA", "person"),
        ("nah not that", "not_that"),
        ("none of those", "not_that"),
        ("not that i know of", None),
        ("who is eligible", "ask_detail"),
        ("eligibility?", "ask_detail"),
        ("no ese no", "not_that"),
        ("esa agencia no", "not_that"),
        ("esa línea ya no existe", "wrong_number"),
        ("el número que me dio no sirve", "wrong_number"),
        ("ese número no", None),
        ("so give me a different one", "not_that"),
        ("I took my pill, can I take another one", None),
        ("is it a recording when you phone", None),
        ("is this a recording", "are_you_robot"),
        ("they closed", "wrong_number"),
        ("are they closed on Sundays", None),
        ("es confiable esto", "who_are_you"),
        ("como se llama el lugar ese", "repeat"),
        ("muéstreme otras opciones", "more"),
        ("person then", "person"),
        ("fine, a person please", "person"),
        ("I said PERSON", "person"),
        ("entonces persona, por favor", "person"),
        ("what person then", None),
        ("well thank you dear, are you a real girl", "are_you_robot"),
        ("is this real ID", None),
        ("con quién tengo el gusto", "who_are_you"),
    ],
)
def test_short_turns_are_known_by_their_words(text: str, act: str | None) -> None:
    assert act_by_pattern(text) == act


def test_what_somebody_has_already_is_not_asked_for() -> None:
    clauses = split_clauses("i already have meals on wheels but i need a ride to the eye doctor")
    assert [is_asked_for(clause) for clause in clauses] == [False, True]


@pytest.mark.parametrize(
    ("text", "number"),
    [("cual era el telefono del primero", 1), ("la de arriba por favor", 1), ("tell me about the last one you gave", -1),
     ("the first of the month", None), ("he lives upstairs", None)],
)  # fmt: skip
def test_a_number_inside_a_turn_about_the_list(text: str, number: int | None) -> None:
    assert number_inside(text) == number
