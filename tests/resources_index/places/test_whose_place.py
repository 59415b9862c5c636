"""Of two places the one where the person in need is, and a town right behind a need without a word between."""

from __future__ import annotations

import pytest

from resources_index.places import Places, Resolved
from resources_index.places.clues_whose import Whose
from resources_index.places.mentions import main_place
from resources_index.places.said import Said


def _label(places: Places, message: str) -> str | None:
    mention = main_place(places.find_in(message))
    answer = mention.answer if mention is not None else None
    return answer.place.label if isinstance(answer, Resolved) else None


@pytest.mark.parametrize(
    ("message", "label"),
    [
        ("my mom is 87 in Yakima and won't eat, and I'm in Ohio", "Yakima, WA"),
        ("I'm over in Nebraska, my dad is 90 in Macon with no heat", "Macon, GA"),
        ("we live up in Oregon, my aunt in Mobile needs a ramp", "Mobile, AL"),
        ("mi mamá tiene 88 en McAllen y yo vivo en Kansas", "McAllen, TX"),
        ("yo acá en Nevada y mi abuela sola en Laredo", "Laredo, TX"),
        ("I'm 83 in Fargo with no food, my daughter is in Texas", "Fargo, ND"),
        ("my mother is 91 in Georgia and I'm in Ohio", "Georgia"),
    ],
)
def test_the_place_of_the_person_in_need_counts(places: Places, message: str, label: str) -> None:
    assert _label(places, message) == label


@pytest.mark.parametrize(
    ("message", "label"),
    [
        ("I need help with the light bill San Antonio", "San Antonio, TX"),
        ("my gas bill Chicago", "Chicago, IL"),
        ("rides for my mom fresno", "Fresno, CA"),
        ("la luz houston", "Houston, TX"),
        ("ramp for my uncle Omaha please", "Omaha, NE"),
        ("NEED MY LIGHTS ON DETROIT", "Detroit, MI"),
    ],
)
def test_a_town_right_behind_a_need_is_found(places: Places, message: str, label: str) -> None:
    assert _label(places, message) == label


@pytest.mark.parametrize(
    "message",
    [
        "thanks, Austin",
        "my nurse Savannah comes at ten",
        "call Mr. Houston about the walker",
        "I loved Paris",
        "the number for PACE",
        "My bill is 45402 cents or dollars",
    ],
)
def test_who_is_called_like_a_town_is_none(places: Places, message: str) -> None:
    assert _label(places, message) is None


@pytest.mark.parametrize(
    ("message", "owners", "needy"),
    [
        ("my mom is 88 in Waco. I'm in Ohio", ["parent aged", "writer"], "nobody"),
        ("I need a ride for my aunt in Waco", ["elder"], "theirs"),
        ("my father-in-law, Waco, fell", ["parent"], "theirs"),
        ("I need a ride to Waco", ["bound"], "writer"),
        ("he goes home to Waco", ["they"], "nobody"),
    ],
)
def test_whose_place_and_whose_need_is_read_off_the_words(
    places: Places, message: str, owners: list[str], needy: str
) -> None:
    said = Said.read(message)
    names = [name for name in places.names(said) if name.run.name in ("waco", "ohio")]
    whose = Whose.read(said, names)
    assert [list(whose.owners), whose.needy] == [owners, needy]


@pytest.mark.parametrize(
    ("message", "label"),
    [
        ("caddo parrish, no lights", "Caddo Parish, LA"),
        ("fairbanks north star boro", "Fairbanks North Star, AK"),
        ("CdA Idaho, need a sitter", "Coeur d'Alene, ID"),
        ("estoy en la ciudad de Nueva York", "New York City, NY"),
        ("gas bill chicgo", "Chicago, IL"),
        ("who fixes roofs, Birmingham", "Birmingham, AL"),
    ],
)
def test_one_meaning_is_clear(places: Places, message: str, label: str) -> None:
    assert _label(places, message) == label


@pytest.mark.parametrize(
    ("message", "label"),
    [
        ("dad's zip is 44107, he can't drive", "Lakewood, OH 44107"),
        ("im at 44107. my road is bad", "Lakewood, OH 44107"),
        ("44107 Maple Drive", None),
        ("44107 West Maple Street", None),
    ],
)
def test_a_house_number_is_followed_by_its_street_in_one_breath(
    places: Places, message: str, label: str | None
) -> None:
    assert _label(places, message) == label


@pytest.mark.parametrize("message", ["vivo en Carolina", "tri-cities area, need a ride"])
def test_a_name_of_several_is_asked_about(places: Places, message: str) -> None:
    assert main_place(places.find_in(message)) is not None
    assert _label(places, message) is None
