"""Where a service is for: whole states, counties by name, and Connecticut's old counties."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import us

# Agencies in Connecticut still name the eight old counties; each lies in these planning regions.
_OLD_CONNECTICUT = {
    "hartford": ("09110",), "fairfield": ("09120", "09190"), "newhaven": ("09140", "09170"),
    "newlondon": ("09180",), "litchfield": ("09140", "09160"), "middlesex": ("09130",),
    "tolland": ("09110",), "windham": ("09150", "09180"),
}  # fmt: skip
_WITHOUT_KIND = ("LA", "AK", "DC", "PR", "CT")


@dataclass(frozen=True)
class Area:
    """Its HSDS extent type and extent, and a name that people read."""

    extent_type: str
    extent: str
    name: str


NATION = Area("nation", "US", "the whole country")


class Areas:
    """Finds counties by the names that sources use, and notes what it cannot find."""

    def __init__(self, counties: Iterable[dict[str, str]]) -> None:
        self._codes: dict[tuple[str, str], tuple[str, ...]] = {}
        for row in counties:
            self._codes[(row["state"], county_key(row["name"]))] = (row["fips"],)
        self._codes.update({("CT", name): fips for name, fips in _OLD_CONNECTICUT.items()})
        self.states = {state.abbr: state.name for state in us.states.STATES_AND_TERRITORIES}
        self.states["DC"] = "Washington, DC"
        self.unmatched: set[str] = set()

    def state(self, state: str) -> Area:
        """A whole state."""
        return Area("state", state, self.states[state])

    def part_of(self, state: str) -> Area:
        """Some part of a state that nobody has named."""
        return Area("part-of-state", state, f"part of {self.states[state]}")

    def of_row(self, row: dict[str, str]) -> Area | None:
        """The counties that a row of facts names; None when it names none."""
        names = [re.sub(r" ?\(.*\)", "", name) for name in row["counties"].split(";")]
        names = [name for name in names if name]
        return self.counties(row["state"], names) if names else None

    def counties(self, state: str, names: Sequence[str]) -> Area | None:
        """The counties that can be found; None when none can."""
        codes: set[str] = set()
        known = []
        for name in names:
            found = self._codes.get((state, county_key(name)))
            if found is None:
                self.unmatched.add(f"{state} {name}")
                continue
            codes.update(found)
            known.append(name)
        if not codes:
            return None
        label = ", ".join(known[:3]) + (f" and {len(known) - 3} more" if len(known) > 3 else "")
        kind = "" if state in _WITHOUT_KIND else " County" if len(known) == 1 else " Counties"
        return Area("county", ";".join(sorted(codes)), f"{label}{kind}, {state}")


def county_key(name: str) -> str:
    """A county's name without its kind, capitals and signs."""
    bare = re.sub(
        r" (county|parish|borough|census area|municipio|planning region)$", "", name.lower()
    )
    bare = re.sub(r"^(saint|sainte|st\.|ste\.) ", lambda found: found[0][:2] + " ", bare)
    return re.sub(r"[^a-z]", "", bare.replace("saint ", "st").replace("sainte ", "ste"))
