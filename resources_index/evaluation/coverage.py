"""What the directory answers where: by state and program, and by need and state."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from resources_index.directory import Directory, ServiceRecord
from resources_index.index.needs import need_ids
from resources_index.places import Places
from resources_index.places.tables import state_label

PROGRAMS = (
    "AAA",
    "SUA",
    "ADRC",
    "SHIP",
    "LTC_OMBUDSMAN",
    "APS",
    "MEDICAID",
    "SMP",
    "LIHEAP",
    "SNAP",
    "SCSEP",
)
# Lines for every need: they are the net below everything and do not count as an answer to one.
_NETS = frozenset(["Eldercare Locator", "211: local help of all kinds"])
_STATES = (
    "AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR "
    "PA RI SC SD TN TX UT VT VA WA WV WI WY PR GU VI AS MP"
).split()
# A service for more needs than this is a help line: it finds out, and does not do it itself.
_HELP_LINE = 8
_TRUST = {"high": 0, "medium": 1, "low": 2}


@dataclass(frozen=True)
class StateCoverage:
    """`own_agency` counts counties with an Area Agency on Aging of their own; `trust` is the best of each program
    with a number ("" for none, "national" where only a national line answers)."""

    state: str
    counties: int
    own_agency: int
    trust: dict[str, str]


@dataclass(frozen=True)
class Cell:
    """What answers a need in a state.

    `local_counties` have a service of their own for this need, `agency_counties` a local agency whose help line takes
    it up; the others name the first state and national answer; `reason` says why there is no nearer one.
    """

    need: str
    state: str
    counties: int
    local_counties: int
    agency_counties: int
    state_service: str
    national_service: str
    reason: str


class Coverage:
    """Counts over the services that may be shown."""

    def __init__(self, directory: Directory, places: Places) -> None:
        shown = [s for s in directory.services if s.status == "active" and not s.held_back]
        self._counties: dict[str, set[str]] = defaultdict(set)
        for county in places.tables.counties.values():
            self._counties[county.state].add(county.fips)
        self._by_state: dict[str, list[ServiceRecord]] = defaultdict(list)
        # A national line may be offered only in the states that have no office of their own.
        self._nation = [s for s in shown if s.level == "national"]
        for service in (s for s in shown if s.level != "national"):
            for state in self._states_of(service, places):
                self._by_state[state].append(service)

    def states(self) -> list[StateCoverage]:
        """One row a state or territory."""
        return [self._state(state) for state in _STATES]

    def matrix(self) -> list[Cell]:
        """One cell a need and state, all of them."""
        return [self._cell(need, state) for need in need_ids() for state in _STATES]

    def _state(self, state: str) -> StateCoverage:
        here = self._by_state[state]
        own = self._local_counties([s for s in here if s.program == "AAA"], state)
        trust = {program: self._best_trust(program, here) for program in PROGRAMS}
        return StateCoverage(state, len(self._counties[state]), len(own), trust)

    def _best_trust(self, program: str, services: Iterable[ServiceRecord]) -> str:
        found = [s.trust for s in services if s.program == program and s.phones]
        if found:
            return min(found, key=_TRUST.__getitem__)
        national = any(s.program == program and s.phones for s in self._nation)
        return "national" if national else ""

    def _cell(self, need: str, state: str) -> Cell:
        here = [s for s in self._by_state[state] if need in s.need_ids]
        local = self._local_counties([s for s in here if len(s.need_ids) <= _HELP_LINE], state)
        agency = self._local_counties(here, state)
        whole = [s for s in here if s.area.kind == "state" and s.level == "state"]
        whole.sort(key=lambda s: (not s.phones, s.need_ids.index(need), _TRUST[s.trust]))
        nation = [s for s in self._nation if need in s.need_ids and s.name not in _NETS]
        nation.sort(key=lambda s: (s.need_ids.index(need), not s.phones, _TRUST[s.trust]))
        return Cell(
            need, state, len(self._counties[state]), len(local), len(agency),
            whole[0].organization if whole else "", nation[0].name if nation else "",
            self._reason(state, len(agency), bool(whole), bool(nation)),
        )  # fmt: skip

    def _reason(self, state: str, local: int, whole: bool, nation: bool) -> str:
        """Why some of the state's counties have nothing nearer than a national answer; empty where all have."""
        missing = len(self._counties[state]) - local
        if whole or not missing:
            return ""
        where = f"in {missing} of {len(self._counties[state])} counties " if local else ""
        net = "a national program answers" if nation else "the Eldercare Locator and 211 answer"
        entry = any(s.program in ("SUA", "ADRC") and s.phones for s in self._by_state[state])
        what = "service for this need" if entry else "number of an aging office"
        return f"{where}no source gives a {what} in {state_label(state)}; {net}"

    def _local_counties(self, services: Iterable[ServiceRecord], state: str) -> set[str]:
        """Counties of the state that these services name; an agency for the whole state has them all."""
        found: set[str] = set()
        for service in services:
            if service.area.kind == "state" and service.level == "local":
                return set(self._counties[state])
            found |= service.area.county_fips & self._counties[state]
        return found

    def _states_of(self, service: ServiceRecord, places: Places) -> set[str]:
        counties = places.tables.counties
        zips = places.tables.zips
        named = {counties[fips].state for fips in service.area.county_fips if fips in counties}
        named |= {zips[code].state for code in service.area.zips if code in zips}
        return named | set(service.area.states)
