"""Addresses of the forces abroad, incomes that look like a ZIP, counties that are clear by themselves."""

from __future__ import annotations

import pytest

from resources_index.places import Ambiguous, Places, Resolved, is_military_mail
from resources_index.places.mentions import main_place


@pytest.mark.parametrize(
    "text",
    ["APO AE 09096", "fpo ap 96349", "PSC 41 box 3 APO", "DPO AA 34004", "my zip is 09128"],
)
def test_mail_of_the_forces_abroad_is_known(text: str) -> None:
    assert is_military_mail(text)


@pytest.mark.parametrize("text", ["45402", "a PO box", "apo", "34102", "$34012", "96813"])
def test_other_mail_is_not_taken_for_it(text: str) -> None:
    assert not is_military_mail(text)


def test_what_else_the_message_names_counts(places: Places) -> None:
    mention = main_place(places.find_in("mail goes to APO AE 09128 but mom is in Tampa Florida"))
    assert mention is not None
    assert isinstance(mention.answer, Resolved)
    assert mention.answer.place.label == "Tampa, FL"


@pytest.mark.parametrize(
    "message",
    [
        "income is 20500 a year, do I qualify for help with my lights",
        "we get 22202 per year, is that too much",
        "gano 19104 al año, ¿califico?",
    ],
)
def test_an_income_is_no_zip(places: Places, message: str) -> None:
    assert places.find_in(message) == []


@pytest.mark.parametrize(
    ("written", "label"),
    [
        ("Cook County", "Cook County, IL"),
        ("Harris cty", "Harris County, TX"),
        ("condado de Hidalgo, en Texas", "Hidalgo County, TX"),
    ],
)
def test_a_county_is_clear(places: Places, written: str, label: str) -> None:
    mention = main_place(places.find_in(written, asked=True))
    assert mention is not None
    assert isinstance(mention.answer, Resolved)
    assert mention.answer.place.label == label


@pytest.mark.parametrize("written", ["Orange County", "Clark County", "Wayne County"])
def test_a_county_that_two_many_people_live_in_is_asked(places: Places, written: str) -> None:
    assert isinstance(places.resolve(written), Ambiguous)


@pytest.mark.parametrize(
    "text", ["light bill 45402", "social security income 45402", "meals I can get 45402"]
)
def test_a_zip_after_what_is_asked_for_is_no_money(places: Places, text: str) -> None:
    assert [mention.text for mention in places.find_in(text)] == ["45402"]
