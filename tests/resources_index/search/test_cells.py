"""Each need in each state, asked in a county without an agency of its own where there is one."""

from __future__ import annotations

import itertools

import pytest

from resources_index.directory import ServiceRecord
from resources_index.evaluation.coverage import Coverage
from resources_index.index.needs import need_ids
from resources_index.places import Place, Places
from resources_index.places.make import county_place
from resources_index.search import Query, Search

LOCATOR = "Eldercare Locator"
MOST = 20


@pytest.fixture(scope="module")
def counties(search: Search, places: Places) -> dict[str, Place]:
    """One county of each state and territory: one that no area agency names, else any."""
    agencies = [s for s in search.directory.services if s.program == "AAA"]
    served = {fips for service in agencies for fips in service.area.county_fips}
    found: dict[str, Place] = {}
    for county in sorted(places.tables.counties.values(), key=lambda c: c.fips in served):
        found.setdefault(county.state, county_place(county, county.name))
    return found


def records(search: Search, need: str, place: Place) -> list[ServiceRecord]:
    return [
        hit.service.record
        for hit in search.find(Query(needs=(need,), place=place, limit=MOST)).hits
    ]


def test_the_first_answer_of_every_cell_is_for_its_need(
    search: Search, places: Places, counties: dict[str, Place]
) -> None:
    states = [row.state for row in Coverage(search.directory, places).states()]
    wrong = []
    for need, state in itertools.product(need_ids(), states):
        found = records(search, need, counties[state])
        if not found or need not in found[0].need_ids:
            wrong.append((need, state))
    assert wrong == []


def test_the_line_of_the_state_stands_before_the_line_of_the_country(
    search: Search, counties: dict[str, Place]
) -> None:
    """It knows the agencies: also where it should be called first, and for what the Locator names first."""
    wrong = []
    for need, (state, place) in itertools.product(
        ("meals_delivered", "meals_group", "transportation", "in_home_care"), counties.items()
    ):
        found = records(search, need, place)
        entry = [s for s in found if s.program in ("SUA", "ADRC") and s.phones and s.trust != "low"]
        names = [s.name for s in found]
        if entry and LOCATOR in names and found.index(entry[0]) > names.index(LOCATOR):
            wrong.append((need, state))
    assert wrong == []


def test_connecticuts_agencies_are_reached_by_the_line_that_they_share(
    search: Search, counties: dict[str, Place]
) -> None:
    found = records(search, "meals_group", counties["CT"])
    assert [phone.number for phone in found[0].phones] == ["+18009949422"]
