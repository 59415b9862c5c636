"""The names by which a list says where a service is for, as codes that search can filter by."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Sequence

from resources_index.importers.draft import ServiceArea
from resources_index.places import Place, Places, Resolved
from resources_index.places.tables import Tables, state_label

# How we write the codes of each kind of area.
_CODES = {
    "nation": re.compile("US"), "state": re.compile("[A-Z]{2}"), "part-of-state": re.compile("[A-Z]{2}"),
    "county": re.compile(r"\d{5}"), "zip-list": re.compile(r"\d{5}"), "radius": re.compile(r"\d+(?:\.\d+)?"),
}  # fmt: skip
_NATION = re.compile(
    r"\b(nation ?wide|nationally|national|united states|usa|u\.s\.)\b", re.IGNORECASE
)
_STATEWIDE = re.compile(
    r"(?i)\W*(?:state[ -]?wide|(?:the )?(?:whole|entire) state|all (?:of the )?(?:state|counties)|all)\W*"
)
_ZIP_RANGE = re.compile(r"(?<!\d)(\d{5})\s*(?:-|–|—|to|through|thru)\s*(\d{5})(?!\d)")
_PLUS_FOUR = re.compile(r"(?<!\d)(\d{5})-\d{4}(?!\d)")
_MOST_NAMED = 3
_MOST_IN_RANGE = 2_000


class AreaReader:
    """Resolves area texts with the tables of places."""

    def __init__(self, places: Places) -> None:
        self._places = places
        # Lists name the same few hundred areas again and again.
        self._resolve = functools.lru_cache(maxsize=20_000)(places.resolve)

    def read(self, texts: Sequence[str], state: str | None) -> ServiceArea | None:
        """One area for all texts, the widest kind that any of them names; None when none can be told."""
        if any(_NATION.search(text) for text in texts):
            return ServiceArea("nation", "US", "the whole country")
        if state and any(is_statewide(text) for text in texts):
            return state_area([state])
        found = [place for text in texts for place in self._parts(text, state)]
        states = [place.state for place in found if place.kind == "state" and place.state]
        if states:
            return state_area(states)
        zips = [place.zip for place in found if place.zip]
        if zips and len(zips) == len(found):
            return zip_area(zips)
        codes = {county.fips for place in found for county in place.counties[:1]}
        return county_area(codes, self._places.tables) if codes else None

    def around(self, zip_code: str) -> ServiceArea | None:
        """The county of an address; None for a ZIP that does not exist."""
        answer = self._resolve(zip_code[:5]) if zip_code else None
        if not isinstance(answer, Resolved) or answer.place.main_county is None:
            return None
        return county_area({answer.place.main_county.fips}, self._places.tables)

    def point(self, zip_code: str) -> tuple[str, str]:
        """Latitude and longitude of a ZIP's centre; empty where nobody knows."""
        area = self._places.tables.zips.get(zip_code[:5])
        if area is None or area.latitude is None:
            return "", ""
        return f"{area.latitude:.4f}", f"{area.longitude:.4f}"

    def coded(self, kind: str, extent: str, name: str) -> ServiceArea | None:
        """An area that is said in codes already, as we write it; None where they are others' words."""
        shape = _CODES.get(kind)
        good = shape is not None and all(shape.fullmatch(code) for code in extent.split(";"))
        return ServiceArea(kind, extent, name) if good else None

    def _parts(self, text: str, state: str | None) -> Iterable[Place]:
        zips, text = zips_in_ranges(text, self._places.tables)
        ranged = [self._resolve(code) for code in zips]
        whole = self._resolve(text, state)
        if isinstance(whole, Resolved) and not zips:
            return [whole.place]
        parts = re.split(r"[;,/|]| and ", text)
        answers = [self._resolve(part.strip(), state) for part in parts if part.strip()]
        return [answer.place for answer in [*ranged, *answers] if isinstance(answer, Resolved)]


def is_statewide(text: str) -> bool:
    """Whether a text says the whole state without naming it."""
    return _STATEWIDE.fullmatch(text) is not None


def zips_in_ranges(text: str, tables: Tables) -> tuple[list[str], str]:
    """The ZIPs that exist within ranges ("45402-45406"), and the text without them; ZIP+4 becomes ZIP."""
    zips: list[str] = []
    for first, last in _ZIP_RANGE.findall(text):
        size = int(last) - int(first) + 1
        if 0 < size <= _MOST_IN_RANGE:
            codes = (f"{number:05d}" for number in range(int(first), int(last) + 1))
            zips += [code for code in codes if code in tables.zips]
    return zips, _PLUS_FOUR.sub(r"\1", _ZIP_RANGE.sub(" ", text)).strip(" ,;")


def state_area(states: Iterable[str]) -> ServiceArea:
    """Whole states, by their postal codes."""
    codes = list(dict.fromkeys(states))
    return ServiceArea("state", ";".join(codes), ", ".join(map(state_label, codes)))


def zip_area(zips: Iterable[str]) -> ServiceArea:
    """These ZIPs only."""
    codes = list(dict.fromkeys(zips))
    return ServiceArea("zip-list", ";".join(codes), named(codes))


def county_area(codes: Iterable[str], tables: Tables) -> ServiceArea:
    """Counties by their FIPS codes, called as the shipped records call them: "Clark, Greene Counties, OH"."""
    known = sorted({code: tables.counties[code] for code in codes}.items())
    counties = [county for _, county in known]
    extent = ";".join(code for code, _ in known)
    state = counties[0].state
    if len(counties) == 1 or any(county.state != state for county in counties):
        return ServiceArea("county", extent, named(f"{c.name}, {c.state}" for c in counties))
    kinds = {county.name.rpartition(" ")[2] for county in counties}
    if kinds != {"County"}:
        return ServiceArea(
            "county", extent, f"{named(county.name for county in counties)}, {state}"
        )
    bare = named(county.name.removesuffix(" County") for county in counties)
    return ServiceArea("county", extent, f"{bare} Counties, {state}")


def named(names: Iterable[str]) -> str:
    """The first three names and how many more there are."""
    every = list(names)
    more = f" and {len(every) - _MOST_NAMED} more" if len(every) > _MOST_NAMED else ""
    return ", ".join(every[:_MOST_NAMED]) + more
