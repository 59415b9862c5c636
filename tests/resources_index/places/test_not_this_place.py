"""Several places in one message: what is denied, left, visited or another's does not count."""

from __future__ import annotations

import pytest

from resources_index.places import Ambiguous, Places, Resolved
from resources_index.places.mentions import main_place


@pytest.mark.parametrize(
    ("message", "label"),
    [
        ("I said Erie not Philadelphia", "Erie, PA"),
        ("not amarillo I meant abilene", "Abilene, TX"),
        ("Its Dayton Ohio not Dayton Tennessee", "Dayton, OH"),
        ("dije Laredo, no El Paso", "Laredo, TX"),
        ("no es Miami, es Hialeah", "Hialeah, FL"),
        ("Buffalo, I don't live in Rochester", "Buffalo, NY"),
        ("not in Ohio, in Kentucky", "Kentucky"),
        ("Reno rather than Las Vegas", "Reno, NV"),
        ("not Rochester New York. Rochester Minnesota. rides to Mayo", "Rochester, MN"),
        ("I'm not in Tulsa anymore, I'm in Wichita", "Wichita, KS"),
        ("ya no vivo en Miami, vivo en Ocala", "Ocala, FL"),
        ("Aurora not the Colorado one, Illinois", "Aurora, IL"),
    ],
)
def test_what_is_denied_is_not_the_place(places: Places, message: str, label: str) -> None:
    assert resolved(places, message) == label


@pytest.mark.parametrize(
    "message", ["I don't live in Chicago", "she used to be from Kansas originally"]
)
def test_a_place_that_is_denied_alone_leaves_the_question_open(
    places: Places, message: str
) -> None:
    assert main_place(places.find_in(message)) is None


@pytest.mark.parametrize(
    "message", ["I can't find help in Flint", "there's no food pantry near Flint"]
)
def test_a_no_that_is_for_something_else_denies_no_place(places: Places, message: str) -> None:
    assert resolved(places, message) == "Flint, MI"


@pytest.mark.parametrize(
    ("message", "label"),
    [
        ("Macon Georgia, my nephew is in Atlanta", "Macon, GA"),
        ("i live in denver but she is in boulder", "Boulder, CO"),
        ("my son is in Dallas but I live in Waco", "Waco, TX"),
        ("my daughter lives in Seattle, I'm in Yakima and need rides", "Yakima, WA"),
        ("my son lives in Tampa and needs a home health aide", "Tampa, FL"),
        ("mom needs meals, she lives in Toledo and I'm in Detroit", "Toledo, OH"),
        ("mi mamá está en Humacao y yo en Orlando", "Humacao, PR"),
        (
            "my house is in Gulfport but I'm staying w my niece in Atlanta and need my pills",
            "Atlanta, GA",
        ),
        ("my doctor is in Houston but I live in Galveston", "Galveston, TX"),
    ],
)
def test_the_one_who_needs_help_says_where(places: Places, message: str, label: str) -> None:
    assert resolved(places, message) == label


@pytest.mark.parametrize(
    ("message", "label"),
    [
        ("we moved from Fresno to Bakersfield", "Bakersfield, CA"),
        ("we used to live in Buffalo but moved to Sarasota Florida last yr", "Sarasota, FL"),
        ("I need a ride from Dayton to Cincinnati", "Dayton, OH"),
        (
            "going to visit my son in Phoenix, but for now I need help here in Duluth Minnesota",
            "Duluth, MN",
        ),
    ],
)
def test_home_is_where_a_move_ends_and_a_trip_begins(
    places: Places, message: str, label: str
) -> None:
    assert resolved(places, message) == label


@pytest.mark.parametrize(
    ("message", "label"),
    [
        ("KC but the Kansas side", "Kansas City, KS"),
        ("texarkana the arkansas side, food", "Texarkana, AR"),
        ("Nashville but the one in Indiana", "Nashville, IN"),
        ("Pine Ridge reservation South Dakota", "Pine Ridge, SD"),
        ("lee county florida fort myers side", "Fort Myers, FL"),
        ("I live in the East End of Houston", "Houston, TX"),
        ("upstate New York", "New York"),
        ("Washington state", "Washington"),
        ("New York, NY", "New York City, NY"),
        ("Lower Merion, PA", "Lower Merion, PA"),
    ],
)
def test_words_around_a_name_say_which(places: Places, message: str, label: str | None) -> None:
    assert resolved(places, message) == label


@pytest.mark.parametrize(
    "message", ["Between Waco and Temple", "LA", "frisco", "clinton township", "kc"]
)
def test_what_only_the_person_knows_is_asked(places: Places, message: str) -> None:
    mention = main_place(places.find_in(message, asked=True))
    assert mention is not None
    assert isinstance(mention.answer, Ambiguous)


@pytest.mark.parametrize(
    "message",
    [
        "I love my Philadelphia cream cheese",
        "that Boston terrier of mine",
        "a man from Jamaica called me",
    ],
)
def test_a_cheese_a_dog_and_a_country_are_no_places(places: Places, message: str) -> None:
    assert places.find_in(message) == []


def test_a_letter_o_and_a_zero_in_front_are_heard(places: Places) -> None:
    assert resolved(places, "85oo4") == "Phoenix, AZ 85004"
    assert resolved(places, "2134 with a zero in front") == "Allston, MA 02134"


def resolved(places: Places, message: str) -> str | None:
    mention = main_place(places.find_in(message))
    if mention is None or not isinstance(mention.answer, Resolved):
        return None
    return mention.answer.place.label
