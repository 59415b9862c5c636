from __future__ import annotations

import pytest

from resources_index.places import Ambiguous, Places, Resolved, Unknown


@pytest.mark.parametrize(
    ("written", "label"),
    [
        ("45402", "Dayton, OH 45402"),
        ("zip is 45402-1234", "Dayton, OH 45402"),
        ("nashville tn", "Nashville, TN"),
        ("Nashville, Tenn.", "Nashville, TN"),
        ("dayton ohio", "Dayton, OH"),
        ("Dayton", "Dayton, OH"),
        ("philly", "Philadelphia, PA"),
        ("Albequerque", "Albuquerque, NM"),
        ("Pittsberg pa", "Pittsburgh, PA"),
        ("st louis mo", "St. Louis, MO"),
        ("the bronx", "Bronx County, NY"),
        ("LA county", "Los Angeles County, CA"),
        ("orleans parish", "Orleans Parish, LA"),
        ("montgomery county oh", "Montgomery County, OH"),
        ("condado de Orange california", "Orange County, CA"),
        ("San Juan puerto rico", "San Juan, PR"),
        ("ohio", "Ohio"),
    ],
)
def test_what_people_write_becomes_the_place_they_mean(
    places: Places, written: str, label: str
) -> None:
    answer = places.resolve(written)
    assert isinstance(answer, Resolved), answer
    assert answer.place.label == label


@pytest.mark.parametrize("written", ["Springfield", "orange county", "4540", "45499"])
def test_what_could_be_several_places_is_asked_and_never_guessed(
    places: Places, written: str
) -> None:
    answer = places.resolve(written)
    assert isinstance(answer, Ambiguous), answer


@pytest.mark.parametrize("written", ["APO AE 09012", "asdfgh", ""])
def test_what_is_no_place_stays_unknown(places: Places, written: str) -> None:
    assert isinstance(places.resolve(written), Unknown)


def test_a_zip_in_several_counties_carries_their_shares(places: Places) -> None:
    answer = places.resolve("00601")
    assert isinstance(answer, Resolved)
    shares = [county.share for county in answer.place.counties]
    assert len(shares) > 1
    assert shares == sorted(shares, reverse=True)
    assert sum(shares) == pytest.approx(1.0, abs=0.01)


def test_roanoke_county_is_not_the_city_of_roanoke(places: Places) -> None:
    answer = places.resolve("roanoke county va")
    assert isinstance(answer, Resolved)
    assert answer.place.contract()["county_fips"] == "51161"


def test_a_place_survives_the_way_through_a_slot(places: Places) -> None:
    answer = places.resolve("45402")
    assert isinstance(answer, Resolved)
    place = answer.place
    assert type(place).from_dict(place.to_dict()) == place
