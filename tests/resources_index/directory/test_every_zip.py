"""All 39,494 ZIPs: whom somebody there can call about aging, Medicare, rights in a home, and abuse."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from resources_index.directory import Directory, ServiceRecord
from resources_index.places import Place, Places, Resolved
from resources_index.search.area import AreaIndex

ALL_ZIPS = 39_494
# The program's own numbers, and the need that the Eldercare Locator takes up where no source gives one.
WANTED = {
    "aging network": ({"AAA", "SUA", "ADRC", "ELDERCARE"}, "benefits_check"),
    "SHIP": ({"SHIP"}, "medicare_counseling"),
    "ombudsman": ({"LTC_OMBUDSMAN"}, "ltc_ombudsman"),
    "adult protective services": ({"APS"}, "elder_abuse"),
}


@pytest.fixture(scope="module")
def offered(directory: Directory, places: Places) -> dict[str, tuple[Place, list[ServiceRecord]]]:
    areas = AreaIndex(directory.services)
    found = {}
    for code in places.tables.zips:
        answer = places.resolve(code)
        assert isinstance(answer, Resolved), code
        place = answer.place
        rows = [*areas.local(place), *areas.statewide(place), *areas.nation]
        shown = [directory.services[row] for row in rows]
        found[code] = (place, [s for s in shown if s.status == "active" and not s.held_back])
    return found


def answers(services: Iterable[ServiceRecord], programs: set[str], need: str) -> bool:
    """Whether one of the programs has a number, or the Eldercare Locator takes the need up."""
    return any(
        service.phones
        and (service.program in programs - {"ELDERCARE"} or _is_locator(service, need))
        for service in services
    )


def _is_locator(service: ServiceRecord, need: str) -> bool:
    return service.program == "ELDERCARE" and need in service.need_ids


def test_all_zips_of_the_crosswalk_are_walked(
    offered: dict[str, tuple[Place, list[ServiceRecord]]],
) -> None:
    assert len(offered) == ALL_ZIPS


@pytest.mark.parametrize("entry", list(WANTED))
def test_each_zip_has_a_number_for(
    offered: dict[str, tuple[Place, list[ServiceRecord]]], entry: str
) -> None:
    programs, need = WANTED[entry]
    assert [
        code for code, (_, shown) in offered.items() if not answers(shown, programs, need)
    ] == []


def test_no_zip_is_offered_anything_outside_the_service_area(
    offered: dict[str, tuple[Place, list[ServiceRecord]]],
) -> None:
    for code, (place, shown) in offered.items():
        fips = {county.fips for county in place.counties}
        for service in shown:
            area = service.area
            inside = (
                area.kind in ("nation", "radius")
                or (area.kind == "state" and place.state in area.states)
                or (area.kind == "county" and area.county_fips & fips)
                or (area.kind == "zip" and code in area.zips)
            )
            assert inside, (code, service.name, area)


def test_most_states_answer_themselves(
    offered: dict[str, tuple[Place, list[ServiceRecord]]],
) -> None:
    """The national lines are the exception: nine of ten ZIPs reach an office of their own state or county."""
    own = sum(
        any(s.program in ("AAA", "SUA", "ADRC") and s.phones for s in shown)
        for _, shown in offered.values()
    )
    assert own / ALL_ZIPS >= 0.9
