from __future__ import annotations

import csv
from pathlib import Path

import pytest

from resources_index.directory import Directory
from resources_index.importers.county_sheet import COLUMNS, import_sheet
from resources_index.places import Places

ROOT = Path(__file__).resolve().parents[3]
LINE = {
    "name": "Porch rides", "organization": "Montgomery County Office", "needs": "transportation;care_transitions",
    "phone": "(937) 555-0142", "url": "", "state": "OH", "counties": "Montgomery", "summary": "Rides to the doctor.",
    "summary_es": "Transporte al doctor.", "cost": "Free.", "eligibility": "Age 60 and over.", "hours": "Mon-Fri 09:00-17:00",
    "source": "county office", "checked_on": "2026-10-01",
}  # fmt: skip


def sheet(folder: Path, *lines: dict[str, str]) -> Path:
    path = folder / "sheet.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS)
        writer.writeheader()
        writer.writerows(lines)
    return path


def test_a_countys_line_becomes_a_service_of_that_county(tmp_path: Path, places: Places) -> None:
    report = import_sheet(sheet(tmp_path, LINE), tmp_path / "own", places, dry_run=False)
    assert (report.added, report.rejected) == (1, [])
    loaded = Directory.load([ROOT / "data" / "directory", tmp_path / "own"])
    (service,) = [s for s in loaded.services if s.name == "Porch rides"]
    assert service.area.county_fips == {"39113"}
    assert service.phones[0].number == "+19375550142"
    assert service.need_ids == ("transportation", "care_transitions")
    assert service.summary["es"] == "Transporte al doctor."


def test_the_same_sheet_twice_changes_nothing(tmp_path: Path, places: Places) -> None:
    path = sheet(tmp_path, LINE)
    import_sheet(path, tmp_path / "own", places, dry_run=False)
    again = import_sheet(path, tmp_path / "own", places, dry_run=False)
    assert (again.added, again.changed, again.unchanged) == (0, 0, 1)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("name", ""), ("needs", "pizza"), ("phone", "12345"), ("counties", "Nowhere"), ("checked_on", "last week"),
        ("checked_on", "2999-01-01"), ("summary", "word " * 61), ("source", ""),
    ],
)  # fmt: skip
def test_a_bad_line_names_its_field_and_nothing_comes_in(
    tmp_path: Path, places: Places, field: str, value: str
) -> None:
    report = import_sheet(
        sheet(tmp_path, LINE, {**LINE, field: value}), tmp_path / "own", places, dry_run=False
    )
    assert len(report.rejected) == 1
    assert report.rejected[0].startswith("line 3")
    assert field in report.rejected[0]
    assert not (tmp_path / "own").exists()


def test_a_dry_run_writes_nothing(tmp_path: Path, places: Places) -> None:
    import_sheet(sheet(tmp_path, LINE), tmp_path / "own", places, dry_run=True)
    assert not (tmp_path / "own").exists()
