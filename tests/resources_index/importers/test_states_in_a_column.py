"""The state of a sheet's line, also where its letters are folded into another word elsewhere."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from resources_index.importers.county_sheet import import_sheet
from resources_index.importers.sheet_columns import COLUMNS
from resources_index.places import Places
from resources_index.places.states import STATES


@pytest.mark.parametrize("state", sorted(STATES))
def test_every_states_letters_are_read_in_a_sheet(
    state: str, tmp_path: Path, places: Places
) -> None:
    path = tmp_path / "sheet.csv"
    line = {"name": "Porch rides", "organization": "Office", "needs": "transportation", "phone": "937-555-0142",
            "summary": "Rides to the doctor.", "source": "office", "state": state, "checked_on": "2026-10-01"}  # fmt: skip
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS)
        writer.writeheader()
        writer.writerow(line)
    report = import_sheet(path, tmp_path / "own", places, dry_run=True)
    assert (report.added, report.rejected) == (1, [])
