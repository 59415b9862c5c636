"""The names by which a list says where a service is for, as codes that search can filter by."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from resources_index.importers.draft import ServiceArea
from resources_index.places import Place, Places, Resolved
from resources_index.places.tables import state_label

OURS = frozenset(["nation", "state", "part-of-state", "county", "zip-list", "radius"])
_NATION = re.compile(r"\b(nation ?wide|national|united states|usa|u\.s\.)\b", re.IGNORECASE)
_MOST_NAMED = 3


class AreaReader:
    """Resolves area texts with the tables of places."""

    def __init__(self, places: Places) -> None:
        self._places = places

    def read(self, texts: Sequence[str], state: str | None) -> ServiceArea | None:
        """One area for all texts, the widest kind that any of them names; None when none can be told."""
        if any(_NATION.search(text) for text in texts):
            return ServiceArea("nation", "US", "the whole country")
        found = [place for text in texts for place in self._parts(text, state)]
        states = [place.state for place in found if place.kind == "state" and place.state]
        if states:
            return ServiceArea(
                "state",
                ";".join(dict.fromkeys(states)),
                ", ".join(map(state_label, dict.fromkeys(states))),
            )
        zips = [place.zip for place in found if place.zip]
        if zips and len(zips) == len(found):
            return ServiceArea(
                "zip-list", ";".join(dict.fromkeys(zips)), named(dict.fromkeys(zips))
            )
        counties = {c.fips: f"{c.name}, {c.state}" for place in found for c in place.counties[:1]}
        if not counties:
            return None
        return ServiceArea("county", ";".join(sorted(counties)), named(counties.values()))

    def around(self, zip_code: str) -> ServiceArea | None:
        """The county of an address; None for a ZIP that does not exist."""
        answer = self._places.resolve(zip_code[:5]) if zip_code else None
        if not isinstance(answer, Resolved) or answer.place.main_county is None:
            return None
        county = answer.place.main_county
        return ServiceArea("county", county.fips, f"{county.name}, {county.state}")

    def point(self, zip_code: str) -> tuple[str, str]:
        """Latitude and longitude of a ZIP's centre; empty where nobody knows."""
        area = self._places.tables.zips.get(zip_code[:5])
        if area is None or area.latitude is None:
            return "", ""
        return f"{area.latitude:.4f}", f"{area.longitude:.4f}"

    def _parts(self, text: str, state: str | None) -> Iterable[Place]:
        whole = self._places.resolve(text, state)
        if isinstance(whole, Resolved):
            return [whole.place]
        parts = re.split(r"[;,/|]| and ", text)
        answers = [self._places.resolve(part.strip(), state) for part in parts if part.strip()]
        return [answer.place for answer in answers if isinstance(answer, Resolved)]


def named(names: Iterable[str]) -> str:
    """The first three names and how many more there are."""
    every = list(names)
    more = f" and {len(every) - _MOST_NAMED} more" if len(every) > _MOST_NAMED else ""
    return ", ".join(every[:_MOST_NAMED]) + more
