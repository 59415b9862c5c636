"""The sets of ways of saying where, and the names that each kind of place goes by."""

from __future__ import annotations

from pathlib import Path

import pytest

from resources_index.evaluation.places_quality import Measured, evaluate_places
from resources_index.places import Ambiguous, Places, Resolved
from resources_index.places.mentions import main_place

ROOT = Path(__file__).resolve().parents[3]
SETS = ROOT / "data" / "evaluation" / "places"


# Figures of the day when each set was last looked at; how they were before is told in data/evaluation/README.md.
_LEAST = {
    "messages.tsv": 0.965, "ways.tsv": 0.995, "held.tsv": 0.98, "strangers.tsv": 0.945, "strangers_a.tsv": 0.975,
    "strangers_b.tsv": 0.98, "strangers_c.tsv": 0.98, "strangers_d.tsv": 0.98, "strangers_e.tsv": 0.97,
    "strangers_f.tsv": 0.99, "kin.tsv": 0.98, "kin_d.tsv": 0.78, "kin_f.tsv": 0.97,
}  # fmt: skip
# Sentences that are hard on purpose: see data/evaluation/README.md.
_MOST_GUESSED = {"kin_d.tsv": 0.22}


@pytest.fixture(scope="module", params=sorted(_LEAST))
def measured(request: pytest.FixtureRequest) -> tuple[str, Measured]:
    return request.param, evaluate_places(SETS / request.param, ROOT / "data" / "places")


def test_ways_of_saying_where_are_understood(measured: tuple[str, Measured]) -> None:
    name, found = measured
    assert found.right / found.total >= _LEAST[name], found.misses


def test_a_place_is_hardly_ever_guessed(measured: tuple[str, Measured]) -> None:
    name, found = measured
    # In strangers.tsv: islands and towns where the key says the territory or the state.
    guesses = len(found.wrong) + len(found.guessed) + len(found.found)
    assert guesses <= _MOST_GUESSED.get(name, 0.04) * found.total, found.misses
    assert len(found.guessed) <= 3


def test_each_set_in_the_folder_is_held_to_a_figure() -> None:
    assert {path.name for path in SETS.glob("*.tsv")} == set(_LEAST)


@pytest.mark.parametrize(
    ("written", "fips"),
    [
        ("mansfield connecticut", "09110"),
        ("waterbury ct", "09140"),
        ("killingly connecticut", "09150"),
        ("fairfax city va", "51600"),
        ("fairfax county va", "51059"),
        ("mat-su borough", "02170"),
        ("fairbanks north star borough", "02090"),
        ("st. tammany parish", "22103"),
        ("brooklyn", "36047"),
        ("staten island", "36085"),
        ("municipio de mayaguez", "72097"),
        ("dekalb county ga", "13089"),
        ("de kalb county georgia", "13089"),
        ("pueblo co", "08101"),
        ("weld co", "08123"),
        ("st croix", "78010"),
        ("Hartford County, Connecticut", "09110"),
        ("Litchfield county CT", "09160"),
        ("Northeastern Connecticut planning region", "09150"),
        ("fairfax city", "51600"),
        ("Westchester", "36119"),
        ("utuado", "72141"),
        ("rio piedras", "72127"),
        ("Blackfeet reservation", "30035"),
        ("wooster mass", "25027"),
        ("nakatish louisiana", "22069"),
    ],
)
def test_each_kind_of_county_is_found_by_name(places: Places, written: str, fips: str) -> None:
    answer = places.resolve(written)
    assert isinstance(answer, Resolved), answer
    assert answer.place.main_county is not None
    assert answer.place.main_county.fips == fips


@pytest.mark.parametrize("word", ["hi", "Hi", "in", "or", "ok", "OK", "me", "oh", "de nada"])
def test_a_word_alone_is_no_state(places: Places, word: str) -> None:
    assert places.find_in(word, asked=True) == []


@pytest.mark.parametrize("region", ["the valley", "out in the panhandle", "tri cities", "upstate"])
def test_a_stretch_of_country_is_asked_with_places_to_choose_from(
    places: Places, region: str
) -> None:
    mention = main_place(places.find_in(region, asked=True))
    assert mention is not None
    assert isinstance(mention.answer, Ambiguous)
    assert len(mention.answer.choices) > 1


def test_a_county_and_a_town_of_one_name_are_both_offered(places: Places) -> None:
    answer = places.resolve("Maricopa")
    assert isinstance(answer, Ambiguous)
    assert [choice.label for choice in answer.choices] == ["Maricopa, AZ", "Maricopa County, AZ"]


def test_a_county_of_old_is_the_regions_that_it_lies_in(places: Places) -> None:
    answer = places.resolve("Fairfield County, CT")
    assert isinstance(answer, Resolved)
    assert [share.fips for share in answer.place.counties] == ["09190", "09120"]
    assert isinstance(places.resolve("Fairfield County"), Ambiguous)


def test_a_state_makes_a_stretch_of_country_clear(places: Places) -> None:
    answer = places.resolve("the panhandle, Oklahoma")
    assert isinstance(answer, Resolved)
    assert answer.place.state == "OK"


@pytest.mark.parametrize(
    "message",
    [
        "my crown fell off in a caramel",
        "me llamaron que mi nieto esta en la carcel",
        "hiring over 60",
        "Hospice said we've to provide 24 hr care ourselves",
        "hay desayuno en el centro",
        "the bill is 12345 dollars",
        "I paid 45402 for the car",
    ],
)
def test_words_and_money_are_not_taken_for_towns(places: Places, message: str) -> None:
    assert places.find_in(message) == []
