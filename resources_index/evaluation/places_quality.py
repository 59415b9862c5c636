"""Places in messages by other hands: right, or one of four kinds of miss."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from resources_index.places import Ambiguous, Place, Places, Resolved
from resources_index.places.fold import fold
from resources_index.places.mentions import main_place
from resources_index.places.model import CountyShare, bare_county

_SHORT = 4  # words: such a message may be the answer to "what ZIP code or town?"


@dataclass
class Measured:
    """What came of a set. A miss is listed once, under what went wrong."""

    right: int = 0
    asked: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    guessed: list[str] = field(default_factory=list)
    found: list[str] = field(default_factory=list)

    @property
    def misses(self) -> dict[str, list[str]]:
        """Each kind of miss with its messages."""
        return {
            "asked though clear": self.asked,
            "wrong place": self.wrong,
            "guessed though ambiguous": self.guessed,
            "found where there is none": self.found,
        }

    @property
    def total(self) -> int:
        """How many messages there were."""
        return self.right + sum(map(len, self.misses.values()))


def evaluate_places(path: Path, tables: Path) -> Measured:
    """Measure over lines `message<TAB>expected`.

    Expected is zip:45402, city:Dayton, OH, county:Montgomery County, OH, state:OH, ambiguous or none. For a city its
    county, or a quarter of it in the same county, is right too: its services are the same. Where the place is
    ambiguous, a list to choose from and the question for the town are both right; where there is none, only silence is.
    """
    places = Places.load(tables)
    measured = Measured()
    for line in path.read_text("utf-8").splitlines():
        message, wanted = line.split("\t")
        found = places.find_in(message, asked=len(message.split()) <= _SHORT)
        mention = main_place(found)
        answer = None if mention is None else mention.answer
        place = answer.place if isinstance(answer, Resolved) else None
        said = place.label if place else "asked" if isinstance(answer, Ambiguous) else "nothing"
        _count(measured, place, said, message, wanted, places)
    return measured


def _count(
    measured: Measured, place: Place | None, said: str, message: str, wanted: str, places: Places
) -> None:
    told = f"{message!r}: {said}, not {wanted}"
    if wanted == "none":
        if said == "nothing":
            measured.right += 1
        else:
            measured.found.append(told)
    elif wanted == "ambiguous":
        if place is None:
            measured.right += 1
        else:
            measured.guessed.append(told)
    elif place is None:
        measured.asked.append(told)
    elif _fits(place, wanted, places):
        measured.right += 1
    else:
        measured.wrong.append(told)


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
    return kind == "county" and county is not None and _is_county(county, name, places)


def _is_county(county: CountyShare, wanted: str, places: Places) -> bool:
    """Whether a county, or a region that a county of old lies in, is the one that is wanted."""
    name, _, state = wanted.rpartition(", ")
    olds = places.tables.old_counties
    old = olds.get((name, state), ()) or olds.get((f"{name} County", state), ())
    named = {
        fold(name),
        fold(bare_county(name)),
        fold(name).removesuffix(" island"),
        fold(f"{name} Planning Region"),
    }
    return county.fips in {share.fips for share in old} or (
        county.state == state and bool(named & {fold(county.name), fold(bare_county(county.name))})
    )


def _bare(city: str) -> str:
    return fold(city).removesuffix(" city").removesuffix(" township").removesuffix(" village")


def _same_county(place: Place, name: str, places: Places) -> bool:
    """The Bronx for "the Bronx", or a quarter of the town that is wanted."""
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
