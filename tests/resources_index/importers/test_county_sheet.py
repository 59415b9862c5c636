from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from resources_index.directory import Directory
from resources_index.importers.county_sheet import import_sheet
from resources_index.importers.formats import ImportOptions, run_import
from resources_index.importers.sheet_columns import COLUMNS, write_template
from resources_index.importers.staging import Staging
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
    assert (report.rejected[0].file, report.rejected[0].line) == ("sheet.csv", 3)
    assert field in str(report.rejected[0])
    assert not (tmp_path / "own").exists()


def test_a_dry_run_writes_nothing(tmp_path: Path, places: Places) -> None:
    import_sheet(sheet(tmp_path, LINE), tmp_path / "own", places, dry_run=True)
    assert not (tmp_path / "own").exists()


def test_a_changed_line_changes_its_service_and_a_missing_one_goes(
    tmp_path: Path, places: Places
) -> None:
    second = {**LINE, "name": "Porch meals", "needs": "meals_delivered"}
    import_sheet(sheet(tmp_path, LINE, second), tmp_path / "own", places, dry_run=False)
    changed = {**LINE, "phone": "937-555-0143"}
    report = import_sheet(sheet(tmp_path, changed), tmp_path / "own", places, dry_run=False)
    assert (report.added, report.changed, report.unchanged, report.removed) == (0, 1, 0, 1)
    loaded = Directory.load([ROOT / "data" / "directory", tmp_path / "own"])
    assert [s.phones[0].number for s in loaded.services if s.name.startswith("Porch")] == [
        "+19375550143"
    ]


def test_an_excel_sheet_reads_like_a_csv_one(tmp_path: Path, places: Places) -> None:
    path = tmp_path / "our.xlsx"
    write_template(path)
    book = openpyxl.load_workbook(path)
    header = [cell.value for cell in book["services"][1]]
    line = {**LINE, "checked_on": date(2026, 10, 1), "zip": 45402, "address": "1 Main St", "city": "Dayton",
            "languages": "English; Spanish", "minimum_age": 60}  # fmt: skip
    book["services"].append([line.get(name) for name in header])
    book.save(path)
    report = import_sheet(path, tmp_path / "own", places, dry_run=False)
    assert (report.added, report.rejected) == (1, [])
    loaded = Directory.load([ROOT / "data" / "directory", tmp_path / "own"])
    (service,) = [s for s in loaded.services if s.name == "Porch rides"]
    assert service.address == "1 Main St, Dayton, OH 45402"
    assert service.languages == ("en", "es")
    assert service.minimum_age == 60
    assert service.assured_date == "2026-10-01"


def test_a_failing_write_leaves_the_old_records_alone(
    tmp_path: Path, places: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    import_sheet(sheet(tmp_path, LINE), tmp_path / "own", places, dry_run=False)
    before = (tmp_path / "own" / "phones.csv").read_bytes()

    def full_disk(*_: object) -> None:
        raise OSError("no space left on device")

    monkeypatch.setattr(Staging, "_write_table", full_disk)
    with pytest.raises(OSError, match="no space"):
        import_sheet(
            sheet(tmp_path, {**LINE, "phone": "9375550143"}),
            tmp_path / "own",
            places,
            dry_run=False,
        )
    assert (tmp_path / "own" / "phones.csv").read_bytes() == before


@pytest.mark.parametrize("kind", ["county-xlsx", "hsds-csv"])
def test_a_file_of_another_kind_is_told_what_to_do_about(
    kind: str, tmp_path: Path, places: Places
) -> None:
    path = tmp_path / "our.xlsx"
    path.write_text("name,organization\n", "utf-8")
    root = Path(__file__).resolve().parents[3] / "data" / "importers"
    options = ImportOptions(root / "need_words.csv", root / "audience.csv")
    with pytest.raises(ValueError, match=r"save it as \.xlsx|name the folder"):
        run_import(kind, path, tmp_path / "directory", places, options, lambda _: None)
