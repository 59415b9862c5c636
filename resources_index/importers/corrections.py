"""A person corrects one record, or takes a double out: the shipped record stays, ours is laid over it."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from resources_index.directory.tables import HsdsTables, Row
from resources_index.hsds.fields import tables
from resources_index.importers.draft import stable_id
from resources_index.importers.phones import dialled

# After all imported lists, whatever their names.
FOLDER = "zz-corrections"
STATUS = ("active", "inactive", "defunct", "temporarily closed")


@dataclass(frozen=True)
class Correction:
    """What to change; an empty field stays as it is. `by` is said as the source, `checked_on` is an ISO date."""

    service_id: str
    by: str
    checked_on: str
    phone: str = ""
    url: str = ""
    status: str = ""


def correct(change: Correction, folders: list[Path], overlay: Path) -> Row:
    """Write the correction below `overlay` and return the service's row. Raises ValueError with one sentence."""
    now = HsdsTables(folders)
    service = now.by_id("services").get(change.service_id)
    if service is None:
        raise ValueError(f"No service has the id {change.service_id}.")
    number = _checked(change)
    target = overlay / FOLDER
    ours = HsdsTables([target]) if target.exists() else HsdsTables([])
    service = {**service, "assured_date": change.checked_on, "url": change.url or service["url"],
               "status": change.status or service["status"]}  # fmt: skip
    _lay_over(target, ours, "services", service)
    if number:
        phones = [row for row in now.all("phones") if row["service_id"] == change.service_id]
        identity = (
            phones[0]["id"] if phones else stable_id("phones", change.service_id, "corrected")
        )
        row = {"id": identity, "service_id": change.service_id, "number": number, "type": "voice"}
        _lay_over(target, ours, "phones", row)
    for name, value in (("source", change.by), ("trust", "high")):
        _lay_over(target, ours, *_fact(now, change, name, value))
    return service


def _checked(change: Correction) -> str:
    number = dialled(change.phone) if change.phone else ""
    if number is None:
        raise ValueError(f"{change.phone} is not a number that can be dialled.")
    if change.status and change.status not in STATUS:
        raise ValueError(f"{change.status} is none of {', '.join(STATUS)}.")
    if change.url and not re.match(r"https?://\S+\.\S+$", change.url):
        raise ValueError(f"{change.url} does not begin with https:// or http://.")
    try:
        day = date.fromisoformat(change.checked_on)
    except ValueError:
        raise ValueError(f"{change.checked_on} is not YYYY-MM-DD.") from None
    if day > date.today():
        raise ValueError("The day of the check lies in the future.")
    return number


def _fact(now: HsdsTables, change: Correction, name: str, value: str) -> tuple[str, Row]:
    """The row that says the source, or the trust, in the place of the one that said it before."""
    if name == "source":
        rows = [
            r
            for r in now.all("metadata")
            if r["resource_id"] == change.service_id and r["field_name"] == name
        ]
        identity = rows[0]["id"] if rows else stable_id("metadata", change.service_id, name)
        before = rows[0]["replacement_value"] if rows else ""
        return "metadata", {
            "id": identity, "resource_id": change.service_id, "resource_type": "service", "field_name": name,
            "last_action_date": change.checked_on, "last_action_type": "update", "previous_value": before,
            "replacement_value": value, "updated_by": "porchlight",
        }  # fmt: skip
    rows = [
        r
        for r in now.all("attributes")
        if r["link_id"] == change.service_id and r["link_type"] == name
    ]
    identity = rows[0]["id"] if rows else stable_id("attributes", change.service_id, name)
    return "attributes", {
        "id": identity, "link_id": change.service_id, "link_entity": "service", "link_type": name,
        "taxonomy_term_id": stable_id("fact", name), "value": value,
    }  # fmt: skip


def _lay_over(target: Path, ours: HsdsTables, table: str, row: Row) -> None:
    rows = {**ours.by_id(table), row["id"]: row}
    ours.by_id(table)[row["id"]] = row
    target.mkdir(parents=True, exist_ok=True)
    draft = target / f"{table}.new"
    with draft.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, tables()[table].columns, restval="", lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows.values())
    draft.replace(target / f"{table}.csv")
