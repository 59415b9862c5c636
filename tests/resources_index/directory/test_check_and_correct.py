"""Freshness, findings, and how a person corrects a record."""

from __future__ import annotations

import csv
import shutil
from datetime import date
from pathlib import Path

import pytest

from resources_index.directory import Directory, ServiceRecord
from resources_index.directory.check import Finding, findings
from resources_index.directory.freshness import Freshness
from resources_index.hsds.fields import tables
from resources_index.importers.corrections import Correction, correct
from resources_index.importers.draft import Draft, ServiceArea

ROOT = Path(__file__).resolve().parents[3]
SHIPPED = ROOT / "data" / "directory"
AREA = ServiceArea("county", "39113", "Montgomery County, OH")
MAIN = {
    "address_1": "1 N. Main St",
    "city": "Dayton",
    "state_province": "OH",
    "postal_code": "45402",
}
TODAY = date.today().isoformat()


def draft(name: str = "Porch rides", organization: str = "Porch Office", **fields: object) -> Draft:
    given = {
        "phones": ("9375550142",),
        "checked_on": TODAY,
        "area": AREA,
        "facts": {"trust": "high", "level": "local"},
    }
    return Draft(key=(organization, name, str(fields)), name=name, organization=organization, needs=("transportation",),
                 summary="Rides.", source="office", **{**given, **fields})  # type: ignore[arg-type]  # fmt: skip


def folder_of(path: Path, *drafts: Draft) -> Path:
    path.mkdir(parents=True)
    for name in ("freshness.yml", "taxonomy_terms.csv"):
        shutil.copy(SHIPPED / name, path)
    rows: dict[str, dict[str, dict[str, str]]] = {}
    for each in drafts:
        for table, row in each.rows():
            rows.setdefault(table, {})[row["id"]] = row
    for table, by_id in rows.items():
        with (path / f"{table}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, tables()[table].columns, restval="")
            writer.writeheader()
            writer.writerows(by_id.values())
    return path


def found(path: Path, *drafts: Draft) -> list[Finding]:
    return list(findings(Directory.load([folder_of(path, *drafts)])))


@pytest.mark.parametrize(
    ("kind", "drafts"),
    [
        ("no date", [draft(checked_on="")]),
        ("call first", [draft(checked_on="2024-01-01")]),
        ("held back", [draft(checked_on="2010-01-01")]),
        ("unreachable", [draft(phones=())]),
        ("wrong number", [draft(phones=("12345",))]),
        ("wrong address", [draft(url="www.porch.example")]),
        ("same phone", [draft(), draft(organization="The Other Office Of Porches")]),
        ("double", [draft(organization="Senior Rides of Dayton, Inc.", phones=("9375550143",)),
                    draft(organization="Senior Ride of Dayton")]),
        ("double", [draft("Senior Rides"), draft("Senior Ride")]),
        ("double", [draft("Ride line", "Public Health Dayton", phones=("9375550143",), address=MAIN),
                    draft("Rides line", "Public Health Dept", address={**MAIN, "address_1": "1 North Main Street"})]),
    ],
)  # fmt: skip
def test_each_kind_of_doubt_is_found(tmp_path: Path, kind: str, drafts: list[Draft]) -> None:
    assert kind in [finding.kind for finding in found(tmp_path / "own", *drafts)]


def test_services_of_one_office_with_other_names_are_no_doubles(tmp_path: Path) -> None:
    assert found(tmp_path / "own", draft("Senior Rides"), draft("Wheelchair vans")) == []


def test_a_list_of_zips_is_compared_with_the_county_that_holds_them(tmp_path: Path) -> None:
    zips = ServiceArea("zip-list", "45402", "45402")
    path = folder_of(tmp_path / "own", draft(), draft(organization="The Porches", area=zips))
    directory = Directory.load([path])
    assert list(findings(directory)) == []
    told = findings(directory, lambda code: ["39113"] if code == "45402" else [])
    assert "same phone" in [finding.kind for finding in told]


def test_two_numbers_of_one_program_in_one_state_are_a_conflict(tmp_path: Path) -> None:
    facts = {"trust": "high", "level": "state", "program": "SHIP"}
    state = ServiceArea("state", "OH", "Ohio")
    pair = [
        draft(area=state, facts=facts),
        draft(area=state, facts=facts, phones=("9375550143",), organization="SHIP"),
    ]
    kinds = [finding.kind for finding in found(tmp_path / "own", *pair)]
    assert "conflict" in kinds


def test_a_good_record_gives_no_finding(tmp_path: Path) -> None:
    assert found(tmp_path / "own", draft(url="https://porch.example/rides")) == []


def test_a_program_s_own_limit_comes_before_its_level_s() -> None:
    policy = Freshness({"local": 500, "cms-dme": 100}, {"local": 1000}, date(2026, 11, 30))
    assert policy.judge("2026-07-01", "local") == (False, False)
    assert policy.judge("2026-07-01", "local", "cms-dme") == (True, False)


def corrected(tmp_path: Path, **changes: str) -> ServiceRecord:
    shipped = folder_of(tmp_path / "shipped", draft(checked_on="2024-01-01"))
    (before,) = Directory.load([shipped]).services
    overlay = tmp_path / "overlay"
    change = Correction(before.id, "county office", TODAY, **changes)
    correct([change], [shipped], overlay)
    (after,) = Directory.load([shipped, overlay / "zz-corrections"]).services
    assert after.id == before.id
    return after


def test_a_correction_replaces_the_number_and_dates_the_record(tmp_path: Path) -> None:
    after = corrected(tmp_path, phone="937-555-0188")
    assert [phone.number for phone in after.phones] == ["+19375550188"]
    assert (after.assured_date, after.source, after.call_first) == (TODAY, "county office", False)


def test_confirming_changes_nothing_but_the_date_and_the_source(tmp_path: Path) -> None:
    after = corrected(tmp_path)
    assert [phone.number for phone in after.phones] == ["+19375550142"]
    assert after.assured_date == TODAY


def test_a_double_is_taken_out_by_a_person(tmp_path: Path) -> None:
    assert corrected(tmp_path, status="inactive").status == "inactive"


@pytest.mark.parametrize(
    "changes", [{"phone": "12"}, {"status": "shut"}, {"url": "porch"}, {"checked_on": "2999-01-01"}]
)
def test_a_wrong_correction_is_refused(tmp_path: Path, changes: dict[str, str]) -> None:
    shipped = folder_of(tmp_path / "shipped", draft())
    (service,) = Directory.load([shipped]).services
    given = {"by": "county office", "checked_on": TODAY, **changes}
    with pytest.raises(ValueError, match=r"\w"):
        correct([Correction(service.id, **given)], [shipped], tmp_path / "overlay")
    assert not (tmp_path / "overlay").exists()
