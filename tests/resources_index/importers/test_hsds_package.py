"""Packages of other directories: a 1.1 package as dirty as they come, and our own export."""

from __future__ import annotations

import csv
import shutil
import zipfile
from pathlib import Path

import pytest

from resources_index.directory import Directory, ServiceRecord
from resources_index.directory.tables import HsdsTables
from resources_index.hsds.export import export_csv, export_json
from resources_index.hsds.schemas import own_validator
from resources_index.importers.audience import Audience
from resources_index.importers.hsds_package import PackageOptions, import_package
from resources_index.importers.needs import NeedWords
from resources_index.importers.report import Report
from resources_index.places import Places
from tests.support.tables import write_tables

ROOT = Path(__file__).resolve().parents[3]
SHIPPED = ROOT / "data" / "directory"
WORDS = NeedWords.read(ROOT / "data" / "importers" / "need_words.csv")
AUDIENCE = Audience.read(ROOT / "data" / "importers" / "audience.csv")
OPTIONS = PackageOptions("Springs 211", WORDS, AUDIENCE, checked_on="2026-05-01", state="OH")

DIRTY = {
    "organization.csv": [
        {"id": "o1", "name": "Springs  Senior Services", "description": "x", "url": "http://springs.example"},
    ],
    "services.csv": [
        {"id": "s1", "organization_id": "o1", "name": "Home Delivered Meals", "status": "active", "url": "",
         "description": "<p>Hot meals. Ask for Jane at jane@springs.example.</p>", "fees": "Donation"},
        {"id": "s2", "organization_id": "gone", "name": "Van rides", "status": "active", "url": "https://rides.example"},
        {"id": "s3", "organization_id": "o1", "name": "Closed pantry food bank", "status": "inactive", "url": ""},
        {"id": "s4", "organization_id": "o1", "name": "Knitting circle", "status": "active", "url": "https://k.example"},
        {"id": "s5", "organization_id": "o1", "name": "Legal clinic", "status": "active", "url": ""},
        {"id": "s6", "organization_id": "o1", "name": "Tax help by mail", "status": "active", "url": "by post"},
    ],
    "eligibility.csv": [
        {"id": "e1", "service_id": "s1", "eligibility": "Age 60 and over"},
        {"id": "e2", "service_id": "nobody", "eligibility": "Veterans"},
    ],
    "phones.csv": [
        {"id": "p1", "service_id": "s1", "location_id": "", "organization_id": "", "contact_id": "", "number": "937.555.0142 ext 3"},
        {"id": "p2", "service_id": "s1", "location_id": "", "organization_id": "", "contact_id": "c1", "number": "937-555-0199"},
        {"id": "p3", "service_id": "s5", "location_id": "", "organization_id": "", "contact_id": "", "number": "call us"},
        {"id": "p4", "service_id": "", "location_id": "l1", "organization_id": "", "contact_id": "", "number": "(937) 555-0177"},
    ],
    "contacts.csv": [{"id": "c1", "organization_id": "o1", "service_id": "s1", "name": "Jane Q. Public"}],
    "locations.csv": [{"id": "l1", "organization_id": "o1", "name": "Hall"}],
    "services_at_location.csv": [{"id": "sl1", "service_id": "s2", "location_id": "l1"},
                                 {"id": "sl2", "service_id": "s5", "location_id": "l1"}],
    "physical_addresses.csv": [{"id": "a1", "location_id": "l1", "address_1": "1 Main St", "city": "Dayton",
                                "state_province": "OH", "postal_code": "45402", "country": "US"}],
    "service_areas.csv": [{"id": "x1", "service_id": "s1", "service_area": "Greene County; Montgomery County"},
                          {"id": "x2", "service_id": "s4", "service_area": "Ohio"}],
    "regular_schedules.csv": [{"id": "h1", "service_id": "s1", "weekday": "MO", "opens_at": "9:00 am", "closes_at": "5:00 pm"}],
}  # fmt: skip


def load(folder: Path) -> list[ServiceRecord]:
    """Services of an imported folder, with the policy and the terms of the shipped directory."""
    base = folder.parent / "base"
    base.mkdir(exist_ok=True)
    for name in ("freshness.yml", "taxonomy_terms.csv"):
        shutil.copy(SHIPPED / name, base)
    return Directory.load([base, folder]).services


@pytest.fixture
def dirty(tmp_path: Path, places: Places) -> tuple[Report, list[ServiceRecord]]:
    options = PackageOptions(**{**vars(OPTIONS), "leave_out_bad": True})
    report = import_package(
        write_tables(tmp_path / "in", DIRTY), tmp_path / "own", places, options, dry_run=False
    )
    return report, load(tmp_path / "own")


def test_the_good_services_of_a_dirty_package_come_in(
    dirty: tuple[Report, list[ServiceRecord]],
) -> None:
    report, services = dirty
    assert report.added == 3
    meals = next(s for s in services if s.name == "Home Delivered Meals")
    assert meals.need_ids == ("meals_delivered",)
    assert meals.organization == "Springs Senior Services"
    assert meals.phones[0].number == "+19375550142"
    assert meals.area.county_fips == {"39057", "39113"}
    assert meals.eligibility["en"] == "Age 60 and over"
    assert meals.hours["en"] == "Mon 09:00-17:00"
    assert (meals.source, meals.assured_date, meals.trust) == (
        "Springs 211",
        "2026-05-01",
        "medium",
    )


def test_a_place_lends_its_number_and_its_county(dirty: tuple[Report, list[ServiceRecord]]) -> None:
    rides = next(s for s in dirty[1] if s.name == "Van rides")
    assert rides.phones[0].number == "+19375550177"
    assert rides.area.county_fips == {"39113"}
    assert rides.organization == "Van rides"


def test_nothing_personal_of_contact_persons_comes_in(
    tmp_path: Path, dirty: tuple[Report, list[ServiceRecord]]
) -> None:
    everything = "".join(path.read_text("utf-8") for path in (tmp_path / "own").iterdir())
    for personal in ("Jane Q. Public", "jane@springs.example", "9375550199", "937-555-0199"):
        assert personal not in everything
    assert not any("Jane Q" in str(service) for service in dirty[1])


@pytest.mark.parametrize(
    "wanted",
    [
        "eligibility.csv line 3: service_id",
        "services.csv line 3: organization_id",
        "phones.csv line 4: number",
        "contacts.csv line 1: 1 contact person is",
    ],
)
def test_what_was_mended_or_left_out_is_named(
    dirty: tuple[Report, list[ServiceRecord]], wanted: str
) -> None:
    assert any(str(finding).startswith(wanted) for finding in dirty[0].warnings)


def test_services_that_are_not_for_us_are_left_out_and_named(
    dirty: tuple[Report, list[ServiceRecord]],
) -> None:
    closed, no_need = dirty[0].left_out
    assert str(closed).startswith("services.csv line 4: status: 'inactive'")
    assert str(no_need).startswith("services.csv line 5: name: no need can be told")


def test_a_service_without_any_way_to_it_is_rejected(
    dirty: tuple[Report, list[ServiceRecord]],
) -> None:
    (rejected,) = dirty[0].rejected
    assert str(rejected).startswith("services.csv line 7: ")


def test_one_rejected_service_keeps_all_outside_unless_said_otherwise(
    tmp_path: Path, places: Places
) -> None:
    report = import_package(
        write_tables(tmp_path / "in", DIRTY), tmp_path / "own", places, OPTIONS, dry_run=False
    )
    assert report.rejected_count == 1
    assert not report.imported
    assert not (tmp_path / "own").exists()


def test_a_zip_of_the_package_reads_the_same_and_again_changes_nothing(
    tmp_path: Path, places: Places
) -> None:
    options = PackageOptions(**{**vars(OPTIONS), "leave_out_bad": True})
    folder = write_tables(tmp_path / "in", DIRTY)
    with zipfile.ZipFile(tmp_path / "package.zip", "w") as archive:
        for path in folder.iterdir():
            archive.write(path, f"data/{path.name}")
    import_package(folder, tmp_path / "own", places, options, dry_run=False)
    again = import_package(
        tmp_path / "package.zip", tmp_path / "own", places, options, dry_run=False
    )
    assert (again.added, again.changed, again.unchanged, again.removed) == (0, 0, 3, 0)


def test_what_is_no_package_is_refused(tmp_path: Path, places: Places) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(ValueError, match="no services"):
        import_package(tmp_path / "empty", tmp_path / "own", places, OPTIONS, dry_run=False)


@pytest.mark.parametrize("form", ["csv", "json"])
def test_our_own_export_comes_in_as_the_same_directory(
    tmp_path: Path, places: Places, form: str
) -> None:
    part = tmp_path / "part"
    part.mkdir()
    for path in SHIPPED.iterdir():
        shutil.copy(path, part)
    keep = {row["id"] for row in HsdsTables([part]).all("services")[::40]}
    _thin(part / "services.csv", "id", keep)
    tables = HsdsTables([part])
    if form == "csv":
        source = tmp_path / "out"
        export_csv(tables, source)
    else:
        source = tmp_path / "out.json"
        assert export_json(tables, source, own_validator("service")).faults == []
    report = import_package(
        source, tmp_path / "own", places, PackageOptions("ours", WORDS, AUDIENCE), dry_run=False
    )
    assert (report.added, report.rejected) == (len(keep), [])
    shutil.copy(SHIPPED / "freshness.yml", tmp_path / "own")
    shutil.copy(SHIPPED / "taxonomy_terms.csv", tmp_path / "own")
    assert sorted(_said(Directory.load([tmp_path / "own"]))) == sorted(
        _said(Directory.load([part]))
    )


def _thin(path: Path, column: str, keep: set[str]) -> None:
    with path.open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row[column] in keep]
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)


def _said(directory: Directory) -> list[str]:
    """Everything of each service but its id."""
    return [str({**vars(service), "id": ""}) for service in directory.services]
