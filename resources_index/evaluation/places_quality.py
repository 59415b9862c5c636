"""Places in messages by other hands: found, asked back, or wrong."""

from __future__ import annotations

from pathlib import Path

from resources_index.places import Ambiguous, Place, Places, Resolved
from resources_index.places.fold import fold
from resources_index.places.mentions import main_place

_SHORT = 4  # words: such a message may be the answer to "what ZIP code or town?"


def evaluate_places(path: Path, tables: Path) -> tuple[int, int, list[str]]:
    """(right, asked back where one place was meant, each wrong one) over `message<TAB>expected`.

    Expected is zip:45402, city:Dayton, OH, county:Montgomery County, OH, state:OH, ambiguous or none. For a city its
    county, or a quarter of it in the same county, is right too.
    A place that is asked back is not wrong: nobody is sent to the wrong county.
    """
    places = Places.load(tables)
    right, asked_back, wrong = 0, 0, []
    for line in path.read_text("utf-8").splitlines():
        message, wanted = line.split("\t")
        found = places.find_in(message, asked=len(message.split()) <= _SHORT)
        mention = main_place(found)
        if mention is not None and isinstance(mention.answer, Resolved):
            if _fits(mention.answer.place, wanted, places):
                right += 1
            else:
                wrong.append(f"{message!r}: {mention.answer.place.label}, not {wanted}")
        elif wanted in ("ambiguous", "none"):
            right += 1
        else:
            asked_back += 1
    return right, asked_back, wrong


def _fits(place: Place, wanted: str, places: Places) -> bool:
    kind, _, name = wanted.partition(":")
    county = place.main_county
    if kind == "zip":
        return place.zip == name
    if kind == "state":
        return place.state == name and county is None
    if kind == "city":
        city, _, state = name.rpartition(", ")
        return place.state == state and (
            _bare(place.city or "") == _bare(city) or _same_county(place, name, places)
        )
    if kind == "county" and county is not None:
        bare, _, state = name.rpartition(", ")
        return fold(county.name).split()[0] == fold(bare).split()[0] and county.state == state
    return False


def _bare(city: str) -> str:
    return fold(city).removesuffix(" city").removesuffix(" township").removesuffix(" village")


def _same_county(place: Place, name: str, places: Places) -> bool:
    """The Bronx for "the Bronx", or a quarter of the town that is wanted: its services are the same."""
    answer = places.resolve(name)
    choices = (
        answer.choices
        if isinstance(answer, Ambiguous)
        else [answer.place]
        if isinstance(answer, Resolved)
        else []
    )
    counties = {choice.main_county.fips for choice in choices if choice.main_county}
    return place.main_county is not None and place.main_county.fips in counties
