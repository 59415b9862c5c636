"""Rows wait in a temporary database until the whole import is known to be good; then they become a folder at once.

Memory stays flat however many rows there are.
"""

from __future__ import annotations

import csv
import hashlib
import json
import shutil
import sqlite3
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import TracebackType

from resources_index.directory.tables import Row
from resources_index.hsds.fields import tables
from resources_index.importers.report import Report

# What SQLite may keep in memory of a temporary database.
CACHE_KIB = 32_768
# A list that loses so many of its services, and so large a share of them, is likelier a part of it under the name of the whole.
_MANY_GONE, _LARGE_SHARE = 10, 0.25
_DIGESTS = "digests.txt"


class Staging:
    """Collects services with all their rows. Use it as a context: the database goes when it ends."""

    def __init__(self) -> None:
        self._folder = Path(tempfile.mkdtemp(prefix="porchlight-import-"))
        self._database = sqlite3.connect(self._folder / "staged.db", isolation_level=None)
        self._database.executescript(
            f"""
            PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = {-CACHE_KIB};
            CREATE TABLE listed (id TEXT PRIMARY KEY, digest TEXT, old TEXT) WITHOUT ROWID;
            BEGIN;
            """
        )
        # A row is known by a number made of its id: an index of long random texts outgrows the cache, and the import
        # waits for the disk at every row.
        for name in tables():
            self._database.execute(
                f'CREATE TABLE "{name}" (place INTEGER PRIMARY KEY, key INTEGER UNIQUE, fields TEXT)'
            )

    def __enter__(self) -> Staging:
        """Nothing to open."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Throw away what was staged."""
        self._database.close()
        shutil.rmtree(self._folder, ignore_errors=True)

    def add(self, service: str, rows: Iterable[tuple[str, Row]]) -> bool:
        """Stage a service by its id; False when the same id was staged before."""
        known = self._database.execute("SELECT 1 FROM listed WHERE id = ?", (service,)).fetchone()
        if known is not None:
            return False
        own = [(table, row["id"], json.dumps(row, ensure_ascii=False)) for table, row in rows]
        digest = hashlib.sha256(json.dumps(sorted(own)).encode()).hexdigest()
        self._database.execute("INSERT INTO listed (id, digest) VALUES (?, ?)", (service, digest))
        for table, name, fields in own:
            self._database.execute(
                f'INSERT OR REPLACE INTO "{table}" (key, fields) VALUES (?, ?)',  # noqa: S608
                (_key(name), fields),
            )
        return True

    def compare(self, target: Path, report: Report) -> None:
        """Count what is new, changed, the same and gone since the last import into `target`."""
        for service, digest in digests(target):
            done = self._database.execute(
                "UPDATE listed SET old = ? WHERE id = ?", (digest, service)
            )
            report.removed += done.rowcount == 0
        count = "SELECT COUNT(*) FROM listed WHERE "
        report.added = self._database.execute(count + "old IS NULL").fetchone()[0]
        report.changed = self._database.execute(count + "old <> digest").fetchone()[0]
        report.unchanged = self._database.execute(count + "old = digest").fetchone()[0]

    def finish(
        self, file: str, target: Path, report: Report, *, dry_run: bool, leave_out_bad: bool = False,
        fewer: bool = False,
    ) -> None:  # fmt: skip
        """Count into `report` what `file` brings, and write unless it is a dry run, something was rejected, or nothing is left.

        A file that would take many services out is rejected as a whole, unless `fewer` says that it is meant.
        """
        self.compare(target, report)
        if not fewer and _loses_many(report):
            report.reject(file, 1, "", _why_fewer(target, report))
            leave_out_bad = False
        if not report.good and not report.rejected:
            report.reject(file, 1, "", "no service of it can come in: the list would be empty")
        report.blocked = bool(report.rejected) and not (leave_out_bad and report.good)
        report.dry_run = dry_run
        if not dry_run and not report.blocked:
            if report.added or report.changed or report.removed:
                self.write(target)
            report.imported = True

    def write(self, target: Path) -> None:
        """Put the staged rows in the place of `target`; the old folder stays beside it, for undoing (see lists)."""
        fresh, before = target.with_name(f".{target.name}.new"), before_of(target)
        shutil.rmtree(fresh, ignore_errors=True)
        fresh.mkdir(parents=True)
        for name, table in tables().items():
            self._write_table(fresh / f"{name}.csv", name, table.columns)
        with (fresh / _DIGESTS).open("w", encoding="ascii") as file:
            for service, digest in self._database.execute("SELECT id, digest FROM listed"):
                file.write(f"{service} {digest}\n")
        shutil.rmtree(before, ignore_errors=True)
        if target.exists():
            target.rename(before)
        fresh.rename(target)

    def _write_table(self, path: Path, name: str, columns: tuple[str, ...]) -> None:
        rows = self._database.execute(
            f'SELECT fields FROM "{name}" ORDER BY place'  # noqa: S608
        )
        first = rows.fetchone()
        if first is None:
            return
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, columns, restval="", lineterminator="\n")
            writer.writeheader()
            writer.writerow(json.loads(first[0]))
            writer.writerows(json.loads(fields) for (fields,) in rows)


def _loses_many(report: Report) -> bool:
    before = report.changed + report.unchanged + report.removed
    return report.removed >= _MANY_GONE and report.removed > _LARGE_SHARE * before


def _why_fewer(target: Path, report: Report) -> str:
    before = report.changed + report.unchanged + report.removed
    return (
        f"{report.removed:,} of the {before:,} services of {target.name} are not in this file and would be gone. "
        "Only a part of the list? Give it a name of its own (--source). Meant so? Say --fewer"
    )


def _key(name: str) -> int:
    """A number of 64 bits for an id: two of a million are the same once in some 40 million imports."""
    digest = hashlib.blake2b(name.encode(), digest_size=8).digest()
    return int.from_bytes(digest, signed=True)


def before_of(target: Path) -> Path:
    """Where the state of a list before its last change is kept."""
    return target.with_name(f".{target.name}.before")


def digests(target: Path) -> Iterator[tuple[str, str]]:
    """(id, digest) of each service of a list, in its order."""
    path = target / _DIGESTS
    if path.exists():
        with path.open(encoding="ascii") as file:
            for line in file:
                service, _, digest = line.strip().partition(" ")
                yield service, digest
