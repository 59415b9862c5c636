"""Places in messages by other hands: found, asked back, or wrong."""

from __future__ import annotations

from pathlib import Path

from resources_index.places import Place, Places, Resolved
from resources_index.places.fold import fold
from resources_index.places.mentions import main_place

_SHORT = 4  # words: such a message may be the answer to "what ZIP code or town?"


def evaluate_places(path: Path, tables: Path) -> tuple[int, int, list[str]]:
    """(right, asked back where one place was meant, each wrong one) over `message<TAB>expected`.

    Expected is zip:45402, city:Dayton, OH, county:Montgomery County, OH, state:OH, ambiguous or none.
    A place that is asked back is not wrong: nobody is sent to the wrong county.
    """
    places = Places.load(tables)
    right, asked_back, wrong = 0, 0, []
    for line in path.read_text("utf-8").splitlines():
        message, wanted = line.split("\t")
        found = places.find_in(message, asked=len(message.split()) <= _SHORT)
        mention = main_place(found)
        if mention is not None and isinstance(mention.answer, Resolved):
            if _fits(mention.answer.place, wanted):
                right += 1
            else:
                wrong.append(f"{message!r}: {mention.answer.place.label}, not {wanted}")
        elif wanted in ("ambiguous", "none"):
            right += 1
        else:
            asked_back += 1
    return right, asked_back, wrong


def _fits(place: Place, wanted: str) -> bool:
    kind, _, name = wanted.partition(":")
    county = place.main_county
    if kind == "zip":
        return place.zip == name
    if kind == "state":
        return place.state == name and county is None
    if kind == "city":
        city, _, state = name.rpartition(", ")
        same = fold(place.city or "").removesuffix(" city") == fold(city).removesuffix(" city")
        return same and place.state == state
    if kind == "county" and county is not None:
        bare, _, state = name.rpartition(", ")
        return fold(county.name).split()[0] == fold(bare).split()[0] and county.state == state
    return False
