"""An HSDS package as it comes: 3.0 or older, CSV or JSON, into one temporary database with 3.0's names.

Older packages (1.0 to 2.0) differ in the names of files and columns; the tables below say how.
"""

from __future__ import annotations

import csv
import io
import sqlite3
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

import ijson

from resources_index.hsds.fields import tables
from resources_index.hsds.records import rows_of

# File names of older versions, and of people who write the singular.
_FILES = {
    "organization": "organizations", "service": "services", "location": "locations", "phone": "phones",
    "physical_addresses": "addresses", "physical_address": "addresses", "address": "addresses",
    "services_at_location": "service_at_location", "service_at_locations": "service_at_location",
    "regular_schedules": "schedules", "regular_schedule": "schedules", "schedule": "schedules",
    "service_area": "service_areas", "language": "languages", "required_document": "required_documents",
    "eligibilities": "eligibility", "eligibility": "eligibility", "fees": "cost_options", "cost_option": "cost_options",
    "taxonomy": "old_taxonomy", "service_taxonomy": "service_taxonomy", "services_taxonomy": "service_taxonomy",
    "service_taxonomies": "service_taxonomy", "taxonomy_term": "taxonomy_terms", "attribute": "attributes",
    "contact": "contacts", "program": "programs",
}  # fmt: skip
# Columns of older versions by the table that they are read into.
_COLUMNS = {
    "service_areas": {"service_area": "name"},
    "languages": {"language": "name"},
    "schedules": {"weekday": "byday"},
    "services": {"fees": "fees_description", "eligibility": "eligibility_description"},
    "organizations": {"url": "website"},
    "cost_options": {"fee": "option", "amount_description": "amount_description"},
}
# Tables that only older versions have.
_OLDER = {
    "eligibility": ("id", "service_id", "eligibility"),
    "old_taxonomy": ("id", "name", "parent_id", "vocabulary"),
    "service_taxonomy": ("id", "service_id", "taxonomy_id", "taxonomy_detail"),
    "contacts": ("id", "organization_id", "service_id", "name"),
}
_INDEXED = ("service_id", "organization_id", "location_id", "link_id", "resource_id")


class Package:
    """The rows of a package, by table, on disk. `line` is the row's place in its file."""

    def __init__(self, database: sqlite3.Connection, files: dict[str, str]) -> None:
        self._database, self.files = database, files

    def rows(self, table: str, column: str = "", value: str = "") -> list[dict[str, str]]:
        """Rows of a table whose `column` is `value`, or all of them."""
        where, values = (f' WHERE "{column}" = ?', (value,)) if column else ("", ())
        found = self._database.execute(f'SELECT * FROM "{table}"{where} ORDER BY line', values)  # noqa: S608
        return [dict(row) for row in found]

    def services(self) -> Iterator[dict[str, str]]:
        """Services one by one."""
        for row in self._database.execute('SELECT * FROM "services" ORDER BY line'):
            yield dict(row)

    def orphans(self, table: str) -> Iterator[dict[str, str]]:
        """Rows that belong to a service which the package does not have."""
        query = (
            f"SELECT * FROM \"{table}\" WHERE service_id <> '' "  # noqa: S608
            'AND service_id NOT IN (SELECT id FROM "services") ORDER BY line'
        )
        for row in self._database.execute(query):
            yield dict(row)

    def file_of(self, table: str) -> str:
        """The file that a table was read from."""
        return self.files.get(table, f"{table}.csv")


@contextmanager
def open_package(path: Path) -> Iterator[Package]:
    """Read a folder or a zip of CSV files, or one JSON file. Raises ValueError when it holds no services."""
    database = sqlite3.connect("")
    database.row_factory = sqlite3.Row
    try:
        for table, columns in _layout().items():
            fields = ", ".join(f"\"{column}\" TEXT NOT NULL DEFAULT ''" for column in columns)
            database.execute(f'CREATE TABLE "{table}" (line INTEGER, {fields})')
        files = _read_json(database, path) if path.suffix == ".json" else _read_csv(database, path)
        if "services" not in files:
            raise ValueError(f"{path.name} holds no services: is it an HSDS package?")
        for table, columns in _layout().items():
            for column in ("id", *_INDEXED):
                if column in columns:
                    database.execute(f'CREATE INDEX "{table} {column}" ON "{table}" ("{column}")')
        yield Package(database, files)
    finally:
        database.close()


def _layout() -> dict[str, tuple[str, ...]]:
    return {**{name: table.columns for name, table in tables().items()}, **_OLDER}


def _read_csv(database: sqlite3.Connection, path: Path) -> dict[str, str]:
    files: dict[str, str] = {}
    for name, file in _csv_files(path):
        stem = Path(name).stem.lower()
        table = _FILES.get(stem, stem)
        if table == "old_taxonomy" and "taxonomy_terms" in files:
            continue
        if table in _layout():
            files[table] = Path(name).name
            _read_table(database, table, file)
    return files


def _csv_files(path: Path) -> Iterator[tuple[str, IO[str]]]:
    if path.is_dir():
        for found in sorted(path.rglob("*.csv")):
            with found.open(encoding="utf-8-sig", errors="replace", newline="") as file:
                yield found.name, file
        return
    with zipfile.ZipFile(path) as archive:
        for name in sorted(n for n in archive.namelist() if n.lower().endswith(".csv")):
            with archive.open(name) as raw:
                yield name, io.TextIOWrapper(raw, "utf-8-sig", errors="replace", newline="")


def _read_table(database: sqlite3.Connection, table: str, file: IO[str]) -> None:
    lines = csv.DictReader(file)
    known, renamed = _layout()[table], _COLUMNS.get(table, {})
    columns: dict[str, str] = {}
    for name in lines.fieldnames or ():
        plain = name.strip().lower()
        ours = plain if plain in known else renamed.get(plain, "")
        if ours in known and ours not in columns.values():
            columns[name] = ours
    for number, line in enumerate(lines, start=2):
        _insert(
            database,
            table,
            number,
            {ours: (line[name] or "").strip() for name, ours in columns.items()},
        )


def _read_json(database: sqlite3.Connection, path: Path) -> dict[str, str]:
    """An array of full services, or pages with `contents`; read one by one."""
    files: dict[str, str] = {}
    for table in tables():
        # Organizations and terms come again and again: the first of an id is kept.
        unique = "" if table == "services" else "UNIQUE "
        database.execute(f'CREATE {unique}INDEX "{table} of JSON" ON "{table}" (id)')
    with path.open("rb") as file:
        start = file.read(64).lstrip()[:1]
        file.seek(0)
        prefix = "item" if start == b"[" else "contents.item"
        for number, record in enumerate(ijson.items(file, prefix, use_float=True), start=1):
            for table, row in _rows(record):
                files[table] = path.name
                _insert(database, table, number, row)
    return files


def _rows(record: dict[str, Any]) -> Iterator[tuple[str, dict[str, str]]]:
    """Rows of a nested service, its links filled in where nesting alone said them."""
    service, owner = str(record.get("id", "")), record.get("organization") or {}
    for table, row in rows_of(record):
        if table == "services":
            row["organization_id"] = row["organization_id"] or str(owner.get("id", ""))
        elif "service_id" in row and table != "phones":
            row["service_id"] = row["service_id"] or service
        elif table == "phones" and not any(
            row[f"{what}_id"] for what in ("service", "location", "organization", "contact")
        ):
            row["service_id"] = service
        elif table == "attributes":
            row["link_id"] = row["link_id"] or service
        elif table == "metadata":
            row["resource_id"] = row["resource_id"] or service
        yield table, row
    for link in record.get("service_at_locations", ()):
        yield from _location_rows(link)


def _location_rows(link: dict[str, Any]) -> Iterator[tuple[str, dict[str, str]]]:
    """Phones of the place itself."""
    place = link.get("location") or {}
    for phone in place.get("phones", ()):
        row = {"id": str(phone.get("id", "")), "number": str(phone.get("number", "")),
               "location_id": str(place.get("id", "")), "type": str(phone.get("type") or "")}  # fmt: skip
        yield "phones", row


def _insert(database: sqlite3.Connection, table: str, number: int, row: dict[str, str]) -> None:
    names = ", ".join(f'"{name}"' for name in row)
    marks = ", ".join("?" for _ in row)
    comma = ", " if row else ""
    database.execute(
        f'INSERT OR IGNORE INTO "{table}" (line{comma}{names}) VALUES (?{comma}{marks})',  # noqa: S608
        (number, *row.values()),
    )
