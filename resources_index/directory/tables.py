"""Read the HSDS tables of one or more folders into rows by id and by what they belong to."""

from __future__ import annotations

import csv
from collections import defaultdict
from pathlib import Path

from resources_index.directory.corrected import FILE, lay_over, read_corrections

Row = dict[str, str]


class HsdsTables:
    """The shipped directory first, then overlays: a later row with the same id replaces the earlier.

    Corrections come last.
    """

    def __init__(self, folders: list[Path]) -> None:
        self._rows: dict[str, dict[str, Row]] = defaultdict(dict)
        for folder in folders:
            for path in sorted(folder.glob("*.csv")):
                if path.name != FILE:
                    self._read(path)
        for folder in folders:
            lay_over(self._rows, read_corrections(folder))

    def _read(self, path: Path) -> None:
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                self._rows[path.stem][row["id"]] = row

    def names(self) -> list[str]:
        """Tables that have rows."""
        return [name for name, rows in self._rows.items() if rows]

    def all(self, table: str) -> list[Row]:
        """Rows of a table in their order."""
        return list(self._rows[table].values())

    def by_id(self, table: str) -> dict[str, Row]:
        """Rows of a table by their id."""
        return self._rows[table]

    def grouped(self, table: str, key: str) -> dict[str, list[Row]]:
        """Rows of a table by the column that says what they belong to."""
        groups: dict[str, list[Row]] = defaultdict(list)
        for row in self.all(table):
            groups[row[key]].append(row)
        return groups
