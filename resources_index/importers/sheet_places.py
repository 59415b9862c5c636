"""Where a line of a county's sheet is for: its state, counties and ZIPs as people write them, with hints where they slip."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rapidfuzz import process

from resources_index.importers.areas import (
    county_area,
    is_statewide,
    state_area,
    zip_area,
    zips_in_ranges,
)
from resources_index.importers.draft import ServiceArea
from resources_index.places import Places
from resources_index.places.fold import fold
from resources_index.places.model import bare_county
from resources_index.places.states import state_code
from resources_index.places.tables import Tables, county_names

_BETWEEN = re.compile(r"[;,/\n]")
_AND = re.compile(r"&|\band\b", re.IGNORECASE)
_KINDS = re.compile(r"(?i)\s+(?:counties|parishes|boroughs)$")
_LIKE = 75


class SheetPlaces:
    """Reads places of one sheet; what is wrong comes back as sentences."""

    def __init__(self, places: Places) -> None:
        self._tables: Tables = places.tables

    def area(
        self, state: str, counties: str, zips: str
    ) -> tuple[ServiceArea | None, list[tuple[str, str]]]:
        """The area, or None with (column, what is wrong) for each slip. `state` is a postal code."""
        wrong: list[tuple[str, str]] = []
        fips = list(self._fips(state, counties, wrong))
        codes = list(self._zips(state, zips, wrong))
        if wrong:
            return None, wrong
        if codes:
            return zip_area(codes), []
        return (county_area(fips, self._tables) if fips else state_area([state])), []

    def beside(self, area: ServiceArea, state: str, counties: str) -> list[str]:
        """ZIPs of the area that lie in none of the counties of its line."""
        fips = set(self._fips(state, counties, []))
        codes = area.extent.split(";") if area.kind == "zip-list" and fips else []
        return [
            code for code in codes if not fips & {c.fips for c in self._tables.zips[code].counties}
        ]

    def zip_of_address(self, text: str) -> str | None:
        """The ZIP of an address, of ZIP+4 too; empty for none, None for one that does not exist."""
        code = re.sub(r"\D.*$", "", text).zfill(5)[:5] if text else ""
        return code if not code or code in self._tables.zips else None

    def point(self, code: str) -> dict[str, str]:
        """Latitude and longitude of a ZIP; empty where nobody knows."""
        area = self._tables.zips.get(code)
        if area is None or area.latitude is None:
            return {"latitude": "", "longitude": ""}
        return {"latitude": f"{area.latitude:.4f}", "longitude": f"{area.longitude:.4f}"}

    def _fips(self, state: str, text: str, wrong: list[tuple[str, str]]) -> Iterator[str]:
        if is_statewide(text):
            return
        for part in self._parts(_KINDS.sub("", text), state):
            name = fold(part)
            if not name or state_code(name) == state:
                continue
            known = self._named(name, state)
            if not known:
                wrong.append(
                    (
                        "counties",
                        f"{part.strip()!r} is no county of {state}{self._hint(name, state)}",
                    )
                )
            yield from known

    def _parts(self, text: str, state: str) -> Iterator[str]:
        """The counties of a list; "Lewis and Clark" is one of Montana."""
        for chunk in _BETWEEN.split(text):
            pieces = [piece.strip() for piece in _AND.split(chunk)]
            while pieces:
                two = " and ".join(pieces[:2])
                both = len(pieces) > 1 and bool(self._named(fold(two), state))
                yield two if both else pieces[0]
                pieces = pieces[1 + both :]

    def _named(self, name: str, state: str) -> list[str]:
        """A county, or the regions in which one of Connecticut's old counties lies."""
        plain = re.sub(rf" {state.lower()}$", "", name)
        # Alaska's boroughs stand in the table without their kind.
        bare = list(dict.fromkeys((name, plain, *sorted(county_names(plain)))))
        now = [
            county.fips
            for each in bare
            for county in self._tables.counties_by_name.get(each, ())
            if county.state == state
        ]
        if now:
            return now[:1]
        return [
            share.fips
            for (old, where), shares in self._tables.old_counties.items()
            if where == state and county_names(old) & set(bare)
            for share in shares
        ]

    def _hint(self, name: str, state: str) -> str:
        own = {bare_county(c.name): c for c in self._tables.counties.values() if c.state == state}
        near = process.extractOne(name, {n: fold(n) for n in own}, score_cutoff=_LIKE)
        if near is not None:
            return f"; is it {near[2]}?"
        town = next((c for c in self._tables.cities.get(name, ()) if c.state == state), None)
        if town is None:
            return ""
        county = bare_county(self._tables.counties[town.county_fips].name)
        return f"; the town {town.name} lies in {county}: write that"

    def _zips(self, state: str, text: str, wrong: list[tuple[str, str]]) -> Iterator[str]:
        ranged, rest = zips_in_ranges(text, self._tables)
        written = [part for part in re.split(r"[;,/&\s]+|\band\b", rest) if part]
        for part in [*ranged, *written]:
            code = part.zfill(5) if part.isdigit() else part
            area = self._tables.zips.get(code)
            if area is None:
                what = "is no ZIP code: write five digits, and 45402-45406 for several"
                wrong.append(("zips", f"{part!r} {what}"))
            elif state not in {area.state, *(county.state for county in area.counties)}:
                wrong.append(("zips", f"{part!r} is a ZIP code of {area.state}, not of {state}"))
            else:
                yield code
