"""How people answer before a person is asked: what is a name, a no, a question."""

from __future__ import annotations

import pytest

from actions.form import call_times, naming, phone_numbers, wordings, worries
from actions.heard import Heard


def plain(text: str) -> str:
    return Heard(text, "ask_need").plain


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("it's Walter but everybody calls me Bud", "Bud"),
        ("my name is Evelyn Jones", "Evelyn Jones"),
        ("Well hello dear, I'm Harriet and I am 82", "Harriet"),
        ("me llamo Altagracia", "Altagracia"),
        ("Rosa María", "Rosa María"),
        ("Hubert. also I could use a food pantry", "Hubert"),
        ("oh we moved here in nineteen sixty two", None),
        ("Mary Ann Smith", "Mary Ann Smith"),
    ],
)
def test_a_first_name_out_of_an_answer(said: str, name: str | None) -> None:
    assert naming.first_name(said) == name


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("well alright, have somebody call me. it's Otis", "Otis"),
        ("This is Lorraine, I want a person", "Lorraine"),
        ("it's Medicare that I need help with", None),
        ("can a person call me", None),
    ],
)
def test_a_name_given_unasked(said: str, name: str | None) -> None:
    assert naming.introduced(said) == name


@pytest.mark.parametrize(
    "said",
    ["no I don't want you to share that", "never mind", "I'll just call them myself", "mejor no, prefiero llamar yo",
     "no, deje, mejor yo les hablo", "no quiero que llamen", "forget it"],
)  # fmt: skip
def test_a_no_to_the_whole_thing(said: str) -> None:
    assert wordings.will_not(plain(said))


@pytest.mark.parametrize(
    "said",
    ["any time", "no special time", "after lunch, I don't hear well", "no mornings please", "call my daughter", "a cualquier hora"],
)  # fmt: skip
def test_a_wish_about_the_time_is_no_refusal(said: str) -> None:
    assert not wordings.will_not(plain(said))
    assert not wordings.is_a_short_no(plain(said))


@pytest.mark.parametrize(
    ("said", "asks"),
    [
        ("is it free when they call me?", True),
        ("who will see it?", True),
        ("es gratis que me llamen?", True),
        ("what do you want my number for", True),
        ("do I have to tell my real name", True),
        ("Rosemary", False),
        ("after two, my aide comes then", False),
    ],
)
def test_a_question_about_the_call(said: str, asks: bool) -> None:
    assert worries.is_question(said, plain(said)) is asks


def test_a_number_is_found_in_a_sentence() -> None:
    assert phone_numbers.phone_in("wait, its (956) 555-0138 not the other") == "956-555-0138"
    assert phone_numbers.phone_in("54601") is None


@pytest.mark.parametrize(
    "said", ["no phone", "I don't have a phone, only my daughter's", "sin celular"]
)
def test_no_phone(said: str) -> None:
    assert wordings.has_no_phone(plain(said))
    assert not wordings.has_no_phone(plain("my phone is 937-555-0142"))


@pytest.mark.parametrize(
    ("said", "response"),
    [
        ("do you need my social security number?", "utter_referral_no_such_numbers"),
        ("who gets it", "utter_referral_who"),
        ("what do you do with my number", "utter_referral_why_number"),
        ("does my mother have to agree?", "utter_referral_must_agree"),
        ("is it free", "utter_referral_cost"),
        ("quién lo va a ver?", "utter_referral_who"),
    ],
)
def test_each_question_has_its_own_answer(said: str, response: str) -> None:
    assert worries.answer_to(plain(said)) == response


def test_the_last_number_counts_and_the_time_beside_it() -> None:
    said = "617-555-0133, but actually they should call my mother at 918-555-0177"
    assert phone_numbers.phone_in(said) == "918-555-0177"
    assert call_times.time_beside("312-555-0199 but not before ten") == "not before ten"
    assert call_times.time_beside("312-555-0199 thats my daughters") is None
    assert call_times.time_beside("not before ten") is None


@pytest.mark.parametrize(
    ("said", "another"),
    [
        ("mejor llámenle a mi hermano", True),
        ("call my daughter instead", True),
        ("my daughter works mornings", False),
        ("call me in the morning", False),
    ],
)
def test_somebody_else_is_to_be_called(said: str, another: bool) -> None:
    assert wordings.calls_somebody_else(plain(said)) is another


def test_a_name_may_be_kept() -> None:
    for said in ("no quiero dar mi nombre", "I'd rather not give my name", "I don't give names"):
        assert wordings.keeps_the_name(plain(said)), said
    for said in ("Rosa", "no mind the mess, it's Otis"):
        assert not wordings.keeps_the_name(plain(said)), said


def test_no_call_after_all() -> None:
    assert wordings.will_not(plain("no I don't want a call after all"))
    assert not wordings.will_not(plain("call after lunch"))


@pytest.mark.parametrize(
    "text", ["no tengo dinero", "no not now", "I can't pay", "y hay un grupo", "it is for my mom"]
)
def test_what_is_no_name(text: str) -> None:
    plain = Heard(text, "ask_need").plain
    assert wordings.is_a_short_no(plain) or naming.first_name(text) is None


@pytest.mark.parametrize(
    "text", ["Noel", "Isabel", "Dolores Can", "it's Marion", "I am Joe", "Yolanda"]
)
def test_what_is_a_name(text: str) -> None:
    assert naming.first_name(text) in (
        "Noel",
        "Isabel",
        "Dolores Can",
        "Marion",
        "Joe",
        "Yolanda",
    )
