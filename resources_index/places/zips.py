"""ZIP codes: whole, mistyped, or without their leading zero."""

from __future__ import annotations

from collections.abc import Iterable

from resources_index.places.answers import Ambiguous, Answer, Resolved, Unknown
from resources_index.places.make import MOST_CHOICES, as_choices, zip_place
from resources_index.places.tables import Tables, ZipArea


def resolve_zip(code: str, tables: Tables, text: str) -> Answer:
    """A ZIP that exists, or its neighbours: a mistyped one is only ever asked about."""
    area = tables.zips.get(code)
    if area is not None:
        return Resolved(zip_place(area, tables, text))
    near = list(dict.fromkeys(near_zips(code)))
    places = [zip_place(tables.zips[other], tables, text) for other in near if other in tables.zips]
    return Ambiguous(tuple(places[:MOST_CHOICES])) if places else Unknown()


def near_zips(code: str) -> Iterable[str]:
    """The codes that differ in the last digit, then those with two neighbouring digits changed over."""
    yield from (f"{code[:4]}{digit}" for digit in range(10))
    for at in range(3, -1, -1):
        yield code[:at] + code[at + 1] + code[at] + code[at + 2 :]


def resolve_four_digits(digits: str, tables: Tables, text: str) -> Answer:
    """A lost leading zero, or a lost last digit: both are asked about, never guessed."""
    candidates = [f"0{digits}", *(f"{digits}{last}" for last in range(10))]
    areas: list[ZipArea] = [tables.zips[code] for code in candidates if code in tables.zips]
    if len(areas) > 1 and areas[0].code.startswith("0"):
        areas = [areas[0], *areas[1:3]]
    return as_choices([zip_place(area, tables, text) for area in areas])
