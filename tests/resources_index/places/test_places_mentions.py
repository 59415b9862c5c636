from __future__ import annotations

import pytest

from resources_index.places import Places, Resolved

# The learned chooser asks, or takes another; the rules before it knew these by heart.


@pytest.mark.parametrize(
    ("message", "label"),
    [
        ("MEALS FOR MY MOM IN TUCSON", "Tucson, AZ"),
        ("need a ride to dialysis 45402", "Dayton, OH 45402"),
        ("medicare keeps denying my claim, los angeles county", "Los Angeles County, CA"),
        ("mi mamá necesita comida, 33125", "Miami, FL 33125"),
        ("someone is stealing my dads checks in boise", "Boise, ID"),
        ("I'm in Seattle but my dad is in Tucson and needs meals", "Tucson, AZ"),
        ("moved here from Ohio, I'm in Reno now", "Reno, NV"),
        ("cant afford insulin. tampa", "Tampa, FL"),
    ],
)
def test_the_place_is_where_help_is_needed(places: Places, message: str, label: str) -> None:
    found = places.find_in(message)
    assert found
    answer = found[0].answer
    assert isinstance(answer, Resolved)
    assert answer.place.label == label


@pytest.mark.parametrize(
    "message",
    [
        "hope you can help me with reading glasses",
        "charlotte needs a walker",
        "my daughter Virginia says to call",
        "i need help in the home",
        "it costs $45402",
        "cant pay light bill",
        "help me",
        "or can you call me",
    ],
)
def test_words_that_only_look_like_places_are_left_alone(places: Places, message: str) -> None:
    assert places.find_in(message) == []
