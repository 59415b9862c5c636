"""Places of one name told apart by what the message names beside them, and parts of large cities."""

from __future__ import annotations

import pytest

from resources_index.places import Ambiguous, Places, Resolved
from resources_index.places.fold import fold
from resources_index.places.mentions import main_place


@pytest.mark.parametrize(
    ("message", "label"),
    [
        ("Rochester, where the Mayo Clinic is", "Rochester, MN"),
        ("columbia, the mizzou one", "Columbia, MO"),
        ("orange county where disney world is", "Orange County, FL"),
        ("Lancaster, in amish country", "Lancaster, PA"),
        ("DeKalb County, the Georgia one", "DeKalb County, GA"),
    ],
)
def test_what_is_known_there_tells_which_is_meant(places: Places, message: str, label: str) -> None:
    assert resolved(places, message) == label


def test_without_it_the_same_name_is_asked_about(places: Places) -> None:
    mention = main_place(places.find_in("Rochester, where my clinic is"))
    assert mention is not None
    assert isinstance(mention.answer, Ambiguous)


@pytest.mark.parametrize(
    ("message", "label"),
    [
        ("Five Points, Denver", "Denver, CO"),
        ("Big D, Pleasant Grove. need window units", "Dallas, TX"),
    ],
)
def test_a_part_of_a_large_city_is_the_city(places: Places, message: str, label: str) -> None:
    assert resolved(places, message) == label


def test_the_tables_know_every_landmarks_city(places: Places) -> None:
    tables = places.tables
    unknown = [
        (written, meant)
        for written, meant in tables.landmarks.items()
        if not any(c.state == meant[-2:] for c in tables.cities.get(fold(meant[:-4]), ()))
    ]
    assert tables.landmarks
    assert unknown == []


@pytest.mark.parametrize(
    ("written", "label"),
    [
        ("Cope CO", "Cope, CO"),
        ("Gypsum,CO", "Gypsum, CO"),
        ("CO", "Colorado"),
        ("MT", "Montana"),
        ("weld co", "Weld County, CO"),
    ],
)
def test_colorado_and_montana_are_read_by_their_letters(
    places: Places, written: str, label: str
) -> None:
    answer = places.resolve(written)
    assert isinstance(answer, Resolved), answer
    assert answer.place.label == label


@pytest.mark.parametrize(
    ("message", "label"),
    [
        ("Jaksonvile flordia", "Jacksonville, FL"),
        ("shreeport louisana", "Shreveport, LA"),
        ("dez moyn iowa", "Des Moines, IA"),
        ("knoxvile tennesee", "Knoxville, TN"),
        ("i live in nellsonville oh and cant pay rent", "Nelsonville, OH"),
    ],
)
def test_a_town_and_its_state_may_both_be_misspelt(
    places: Places, message: str, label: str
) -> None:
    assert resolved(places, message) == label


def resolved(places: Places, message: str) -> str | None:
    mention = main_place(places.find_in(message, asked=len(message.split()) <= 4))
    if mention is None or not isinstance(mention.answer, Resolved):
        return None
    return mention.answer.place.label
