"""Sheets and workbooks of a county for tests, and what came of taking them in."""

from __future__ import annotations

import csv
import shutil
from pathlib import Path

import openpyxl

from resources_index.directory import Directory, ServiceRecord
from resources_index.importers.county_sheet import import_sheet
from resources_index.importers.needs import NeedWords
from resources_index.importers.report import Report
from resources_index.importers.sheet_columns import EVERY
from resources_index.places import Places

ROOT = Path(__file__).resolve().parents[2]
WORDS = NeedWords.read(ROOT / "data" / "importers" / "need_words.csv")
LINE = {
    "name": "Porch rides", "organization": "Porch County Office", "needs": "transportation", "phone": "937-555-0142",
    "state": "OH", "counties": "Montgomery", "summary": "Rides to the doctor.", "source": "office", "checked_on": "2026-10-01",
}  # fmt: skip


def sheet(folder: Path, *lines: dict[str, str], above: tuple[str, ...] = (), encoding: str = "utf-8",
          delimiter: str = ",", columns: tuple[str, ...] = EVERY) -> Path:  # fmt: skip
    path = folder / "sheet.csv"
    with path.open("w", encoding=encoding, newline="") as file:
        writer = csv.writer(file, delimiter=delimiter)
        writer.writerows([title] for title in above)
        writer.writerow(columns)
        writer.writerows([{**LINE, **line}.get(name, "") for name in columns] for line in lines)
    return path


def taken(path: Path, places: Places) -> tuple[Report, list[ServiceRecord]]:
    own = path.parent / "own"
    report = import_sheet(path, own, places, dry_run=False, words=WORDS)
    base = path.parent / "base"
    base.mkdir(exist_ok=True)
    for name in ("freshness.yml", "taxonomy_terms.csv"):
        shutil.copy(ROOT / "data" / "directory" / name, base)
    return report, list(Directory.load([base, own]).services) if own.exists() else []


def one(folder: Path, places: Places, **changes: str) -> tuple[Report, ServiceRecord]:
    report, (service,) = taken(sheet(folder, changes), places)
    return report, service


def said(findings: list[object]) -> list[str]:
    return [str(finding).partition(": ")[2] for finding in findings]


def book(folder: Path, *pages: tuple[str, list[list[object]]]) -> Path:
    made = openpyxl.Workbook()
    made.remove(made.active)
    for title, rows in pages:
        page = made.create_sheet(title)
        for row in rows:
            page.append(row)
    path = folder / "our.xlsx"
    made.save(path)
    return path


def cells(**changes: object) -> list[object]:
    return [{**LINE, **changes}.get(name) for name in EVERY]
