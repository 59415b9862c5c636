"""An HSDS package as it comes: 3.0 or older, CSV or JSON, into one temporary database with 3.0's names.

Older packages (1.0 to 2.0) differ in the names of files and columns; the tables below say how.
"""

from __future__ import annotations

import sqlite3
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from resources_index.hsds.fields import tables
from resources_index.importers.hsds_json import JSON_FILES, NO_ID, NotReadError, json_rows
from resources_index.importers.staging import CACHE_KIB
from resources_index.importers.text_files import as_text, open_text, records

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
    "services": {
        "fees": "fees_description",
        "eligibility": "eligibility_description",
        "website": "url",
    },
    "organizations": {"url": "website"},
    "old_taxonomy": {"taxonomy_id": "id"},
    "phones": {"number_type": "type"},
    "cost_options": {"fee": "option", "amount_description": "amount_description"},
}
# Tables that only older versions have.
_OLDER = {
    "eligibility": ("id", "service_id", "eligibility"),
    "old_taxonomy": ("id", "name", "parent_id", "vocabulary"),
    "service_taxonomy": ("id", "service_id", "taxonomy_id", "taxonomy_detail"),
    "contacts": ("id", "organization_id", "service_id", "name"),
}
# What 1.0 wrote into the line of a service itself, several values with commas between, and the table for each value.
_WITHIN = {
    "service_areas": ("service_areas", "name"),
    "taxonomy_ids": ("service_taxonomy", "taxonomy_id"),
    "languages": ("languages", "name"),
    "required_documents": ("required_documents", "document"),
}
_OF_SEVERAL = frozenset(["eligibility", "service_areas", "languages", "schedules"])
_INDEXED = ("service_id", "organization_id", "location_id", "link_id", "resource_id")


class Package:
    """The rows of a package, by table, on disk. `line` is the row's place in its file."""

    def __init__(
        self, database: sqlite3.Connection, files: dict[str, str], unread: list[NotReadError]
    ) -> None:
        self._database, self.files, self.unread = database, files, unread

    def rows(self, table: str, column: str = "", value: str = "") -> list[dict[str, str]]:
        """Rows of a table whose `column` is `value`, or all of them; an empty value belongs to nobody."""
        if column and not value:
            return []
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

    def loose(self, table: str) -> int:
        """How many rows name no service at all, where only a service could own them."""
        return self.count(table, " WHERE service_id = ''")

    def count(self, table: str, where: str = "") -> int:
        """How many rows a table has; `where` is SQL."""
        query = f'SELECT COUNT(*) FROM "{table}"{where}'  # noqa: S608
        return int(self._database.execute(query).fetchone()[0])

    def names(self, table: str) -> list[str]:
        """The names in a table."""
        return [row[0] for row in self._database.execute(f'SELECT DISTINCT name FROM "{table}"')]  # noqa: S608

    def file_of(self, table: str) -> str:
        """The file that a table was read from."""
        return self.files.get(table, f"{table}.csv")


@contextmanager
def open_package(path: Path) -> Iterator[Package]:
    """Read a folder or a zip of CSV files, or one JSON file. Raises ValueError when it holds no services."""
    database = sqlite3.connect("")
    database.row_factory = sqlite3.Row
    database.execute("PRAGMA journal_mode = OFF")
    database.execute(f"PRAGMA cache_size = {-CACHE_KIB}")
    try:
        for table, columns in _layout().items():
            fields = ", ".join(f"\"{column}\" TEXT NOT NULL DEFAULT ''" for column in columns)
            database.execute(f'CREATE TABLE "{table}" (line INTEGER, {fields})')
        files, unread = _read(database, path)
        if "services" not in files:
            raise ValueError(f"{path.name} holds no services: is it an HSDS package?")
        for table, columns in _layout().items():
            for column in ("id", *_INDEXED):
                if column in columns:
                    database.execute(f'CREATE INDEX "{table} {column}" ON "{table}" ("{column}")')
        _unfold_services(database)
        yield Package(database, files, unread)
    finally:
        database.close()


def _read(database: sqlite3.Connection, path: Path) -> tuple[dict[str, str], list[NotReadError]]:
    """The tables that were found, each with its file; raises ValueError with what to do about a file of another kind."""
    try:
        if path.suffix.lower() in JSON_FILES:
            return _read_json(database, path)
        return _read_csv(database, path), []
    except zipfile.BadZipFile:
        raise ValueError(
            f"{path.name} is neither a folder, a zip nor a .json file: name the folder that holds services.csv and its other "
            "tables, or a zip of it. A sheet with one service a line is county-csv."
        ) from None


def _layout() -> dict[str, tuple[str, ...]]:
    layout = {**{name: table.columns for name, table in tables().items()}, **_OLDER}
    return {**layout, "services": (*layout["services"], "location_id", *_WITHIN)}


def _unfold_services(database: sqlite3.Connection) -> None:
    """Give the services of 1.0 the links that later versions write: their place, its organization, areas and terms."""
    database.execute(
        "INSERT INTO service_at_location (line, service_id, location_id) SELECT line, id, location_id FROM services "
        "WHERE location_id <> '' AND id NOT IN (SELECT service_id FROM service_at_location)"
    )
    database.execute(
        "UPDATE services SET organization_id = COALESCE((SELECT organization_id FROM locations "
        "WHERE locations.id = services.location_id), '') WHERE organization_id = '' AND location_id <> ''"
    )
    for column, (table, name) in _WITHIN.items():
        query = f'SELECT line, id, "{column}" FROM services WHERE "{column}" <> \'\''  # noqa: S608
        rows = database.execute(query).fetchall()
        for line, service, values in rows:
            for value in values.split(","):
                _insert(database, table, line, {"service_id": service, name: value.strip()})


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
            with open_text(found) as file:
                yield found.name, file
        return
    with zipfile.ZipFile(path) as archive:
        for name in sorted(n for n in archive.namelist() if n.lower().endswith(".csv")):
            with archive.open(name) as raw:
                yield name, as_text(raw)


def _read_table(database: sqlite3.Connection, table: str, file: IO[str]) -> None:
    lines = records(file)
    known, renamed = _layout()[table], _COLUMNS.get(table, {})
    columns: dict[str, str] = {}
    for name in lines.fieldnames or ():
        plain = name.strip().lower()
        ours = plain if plain in known else renamed.get(plain, "")
        if ours in known and ours not in columns.values():
            columns[name] = ours
    for number, line in enumerate(lines, start=2):
        row = {ours: (line[name] or "").strip() for name, ours in columns.items()}
        if table == "services" and not row.get("id"):
            row["id"] = f"{NO_ID}{row.get('organization_id', '')} {row.get('name', '')}"
        # Some write one row for several services: "89016,89006".
        services = row.get("service_id", "").split(",") if table in _OF_SEVERAL else []
        for service in services or [None]:
            own = row if service is None else {**row, "service_id": service.strip()}
            _insert(database, table, number, own)


def _read_json(
    database: sqlite3.Connection, path: Path
) -> tuple[dict[str, str], list[NotReadError]]:
    """Records one by one; those that are no services come back as what was not read."""
    files: dict[str, str] = {}
    unread: list[NotReadError] = []
    for number, found in json_rows(path):
        if isinstance(found, NotReadError):
            unread.append(found)
            continue
        for table, row in found:
            files[table] = path.name
            _insert(database, table, number, row)
    for table in files:
        if table != "services":
            _keep_the_first(database, table)
    return files, unread


def _keep_the_first(database: sqlite3.Connection, table: str) -> None:
    """Of rows of one id, such as an organization told with each of its services, the first.

    Looked for when all are in: an index that is kept meanwhile is written at random places, and waits for the disk.
    """
    database.execute(f'CREATE INDEX "first {table}" ON "{table}" (id)')
    database.execute(
        f'DELETE FROM "{table}" WHERE rowid NOT IN (SELECT MIN(rowid) FROM "{table}" GROUP BY id)'  # noqa: S608
    )
    database.execute(f'DROP INDEX "first {table}"')


def _insert(database: sqlite3.Connection, table: str, number: int, row: dict[str, str]) -> None:
    names = ", ".join(f'"{name}"' for name in row)
    marks = ", ".join("?" for _ in row)
    comma = ", " if row else ""
    database.execute(
        f'INSERT OR IGNORE INTO "{table}" (line{comma}{names}) VALUES (?{comma}{marks})',  # noqa: S608
        (number, *row.values()),
    )
