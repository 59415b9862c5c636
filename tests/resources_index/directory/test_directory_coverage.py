from __future__ import annotations

import csv
from collections import defaultdict
from pathlib import Path

import pytest

from resources_index.directory import Directory
from resources_index.index.needs import need_ids
from resources_index.places import Places
from resources_index.search.area import AreaIndex

ROOT = Path(__file__).resolve().parents[3]
STATES = sorted(
    {
        row["state"]
        for row in csv.DictReader((ROOT / "data/places/counties.csv").open(encoding="utf-8"))
    }
    & set(
        "AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY "
        "NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY".split()
    )
)


def test_every_record_has_a_source_a_trust_and_an_area(directory: Directory) -> None:
    assert len(directory.services) >= 400
    for service in directory.services:
        assert service.source, service.id
        assert service.trust in ("high", "medium", "low")
        assert service.area_label
        assert service.need_ids
        assert set(service.need_ids) <= set(need_ids())


def test_a_number_of_low_trust_never_stands_alone(directory: Directory) -> None:
    low = [service for service in directory.services if service.trust == "low" and service.phones]
    assert low
    assert all(service.second_phone or service.through for service in low)


@pytest.mark.parametrize("state", STATES)
def test_every_state_has_lines_for_aging_medicare_rights_abuse_and_medicaid(
    directory: Directory, state: str
) -> None:
    found = defaultdict(list)
    for service in directory.services:
        if state in service.area.states or service.area.kind == "nation":
            for need in service.need_ids[:1]:
                found[need].append(service)
    for need in ("benefits_check", "medicare_counseling", "elder_abuse"):
        assert found[need], f"{state} has nothing for {need}"


def test_each_of_the_39_494_zips_reaches_an_aging_entry_and_nothing_out_of_its_area(
    directory: Directory, places: Places
) -> None:
    areas = AreaIndex(directory.services)
    checked = 0
    for code in places.tables.zips:
        answer = places.resolve(code)
        place = answer.place  # type: ignore[union-attr]
        rows = [*areas.local(place), *areas.statewide(place), *areas.nation]
        assert any("benefits_check" in directory.services[row].need_ids for row in rows), code
        fips = {county.fips for county in place.counties}
        for row in areas.local(place):
            area = directory.services[row].area
            assert area.kind != "county" or area.county_fips & fips
        checked += 1
    assert checked == 39_494


def test_summaries_are_short_and_in_both_languages(directory: Directory) -> None:
    for service in directory.services:
        assert len(service.summary["en"].split()) <= 60
        assert len(service.summary["es"].split()) <= 60
