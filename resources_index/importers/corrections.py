"""Persons correct records, confirm them, or take doubles out: the records stay, a line is laid over each."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path

from resources_index.directory.corrected import COLUMNS, FILE, FOLDER, read_corrections
from resources_index.directory.tables import HsdsTables, Row
from resources_index.importers import as_written
from resources_index.importers.phones import dialled
from resources_index.importers.sheet_file import read_table

STATUS = ("active", "inactive", "defunct", "temporarily closed")


@dataclass(frozen=True)
class Correction:
    """What to change; an empty field stays as it is. `by` is said as the source, `checked_on` is a day."""

    service_id: str
    by: str
    checked_on: str
    name: str = ""
    phone: str = ""
    url: str = ""
    hours: str = ""
    cost: str = ""
    eligibility: str = ""
    summary: str = ""
    status: str = ""


def correct(changes: Sequence[Correction], folders: list[Path], overlay: Path) -> list[Row]:
    """Write all corrections below `overlay`, or none; returns the rows of the services as they are then.

    Raises ValueError with one sentence for what is wrong.
    """
    known = HsdsTables(folders).by_id("services")
    rows = [_checked(change, known) for change in changes]
    target = overlay / FOLDER
    kept = read_corrections(target)
    for row in rows:
        before = kept.get(row["service_id"], {})
        kept[row["service_id"]] = {name: row[name] or before.get(name, "") for name in COLUMNS}
    _write(target, kept)
    after = HsdsTables([*(folder for folder in folders if folder != target), target]).by_id(
        "services"
    )
    return [after[change.service_id] for change in changes]


def take_back(services: Iterable[str], overlay: Path) -> int:
    """Take corrections away again; returns how many there were."""
    target = overlay / FOLDER
    kept = read_corrections(target)
    gone = [kept.pop(service) for service in services if service in kept]
    if gone:
        _write(target, kept)
    return len(gone)


def read_changes(path: Path, by: str = "") -> list[Correction]:
    """Corrections of a filled list of calls (CSV or XLSX): its lines whose `checked_on` is filled in.

    `by` is for lines that do not say who checked. Raises ValueError for a file without the columns.
    """
    changes = []
    for line in read_table(path, ("service_id", "checked_on")):
        if line["checked_on"]:
            fields = {name: line.get(name, "") for name in COLUMNS}
            changes.append(Correction(**{**fields, "by": fields["by"] or by}))
    return changes


def _checked(change: Correction, known: dict[str, Row]) -> Row:
    row = {
        **asdict(change),
        "checked_on": as_written.day(change.checked_on),
        "url": as_written.web(change.url),
    }
    service = known.get(change.service_id)
    if service is None:
        raise ValueError(f"No service has the id {change.service_id}.")
    number = dialled(change.phone) if change.phone else ""
    if number is None:
        raise ValueError(f"{change.phone} is not a number that can be dialled.")
    if change.status and change.status not in STATUS:
        raise ValueError(f"{change.status} is none of {', '.join(STATUS)}.")
    if change.url and not row["url"]:
        raise ValueError(f"{change.url} is no web address.")
    if not row["checked_on"]:
        raise ValueError(f"{change.checked_on or 'Nothing'} is no day; write it like 2026-11-30.")
    if row["checked_on"] > date.today().isoformat():
        raise ValueError("The day of the check lies in the future.")
    if row["checked_on"] < service["assured_date"]:
        raise ValueError(f"{service['name']} was checked later, on {service['assured_date']}.")
    if not change.by:
        raise ValueError("Say who checked it: people read it as the source.")
    return {**row, "phone": number}


def _write(target: Path, kept: dict[str, Row]) -> None:
    target.mkdir(parents=True, exist_ok=True)
    draft = target / f"{FILE}.new"
    with draft.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(kept.values())
    draft.replace(target / FILE)
