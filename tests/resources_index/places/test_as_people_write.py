"""Places as they stand in messages: dictated, shortened, at the beginning, in either meaning."""

from __future__ import annotations

import pytest

from resources_index.places import Ambiguous, Places, Resolved
from resources_index.places.mentions import main_place


@pytest.mark.parametrize(
    ("message", "state", "county"),
    [
        ("its 4 5 4 0 2", "OH", "Montgomery"),
        ("zip four five four oh two", "OH", "Montgomery"),
        ("I live in 6106 in connecticut", "CT", None),
        ("houston. need food", "TX", "Harris"),
        ("fresno no ac", "CA", "Fresno"),
        ("my aunt in bklyn fell", "NY", "Kings"),
        ("charleston s.c.", "SC", "Charleston"),
        ("vivo en el condado de Hidalgo, Texas", "TX", "Hidalgo"),
        ("municipio de Ponce", "PR", "Ponce"),
        ("companionship visits for my dad in Waco", "TX", "McLennan"),
        ("friendly visits to my mother in Akron", "OH", "Summit"),
    ],
)
def test_the_place_is_found(places: Places, message: str, state: str, county: str | None) -> None:
    mention = main_place(places.find_in(message))
    assert mention is not None
    assert isinstance(mention.answer, Resolved)
    assert mention.answer.place.state == state
    if county is not None:
        assert mention.answer.place.main_county is not None
        assert mention.answer.place.main_county.name.startswith(county)


@pytest.mark.parametrize(
    "message",
    ["I live in washington and need food", "mi papá vive en Nueva York", "zip 7102, heat is off"],
)
def test_two_meanings_are_asked_back(places: Places, message: str) -> None:
    mention = main_place(places.find_in(message))
    assert mention is not None
    assert isinstance(mention.answer, Ambiguous)


def test_delaware_county_is_not_the_state(places: Places) -> None:
    answer = places.resolve("Delaware County")
    assert isinstance(answer, Ambiguous)
    assert {choice.state for choice in answer.choices} >= {"OH", "PA"}


def test_the_answer_about_a_year_is_no_zip(places: Places) -> None:
    assert main_place(places.find_in("since 2019 i need a walker")) is None
