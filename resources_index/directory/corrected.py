"""What persons have corrected, laid over the records: one line a service in zz-corrections/corrections.csv.

A record that was checked later than its correction stays as it is: a newer sheet or release knows better.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable
from pathlib import Path

from resources_index.directory.ids import stable_id

Row = dict[str, str]
Tables = dict[str, dict[str, Row]]
# After all imported lists, whatever their names.
FOLDER, FILE = "zz-corrections", "corrections.csv"
COLUMNS = (
    "service_id",
    "by",
    "checked_on",
    "name",
    "phone",
    "url",
    "hours",
    "cost",
    "eligibility",
    "summary",
    "status",
)
# Columns of a correction, of services, and the fact that says the same in Spanish: it is void when the English changes.
_TEXTS = (("name", "name", "name.es"), ("cost", "fees_description", "cost.es"),
          ("eligibility", "eligibility_description", "eligibility.es"), ("summary", "description", "description.es"))  # fmt: skip

_PHONE = ("id", "location_id", "service_id", "organization_id", "contact_id", "service_at_location_id", "number",
          "extension", "type", "description")  # fmt: skip


def read_corrections(folder: Path) -> dict[str, Row]:
    """Corrections of a folder by service; empty where nobody has corrected anything."""
    path = folder / FILE
    if not path.exists():
        return {}
    with path.open(encoding="utf-8", newline="") as file:
        return {row["service_id"]: row for row in csv.DictReader(file)}


def lay_over(tables: Tables, corrections: dict[str, Row]) -> None:
    """Change `tables` (rows by table and id) in place."""
    services = tables["services"]
    newer = {
        identity: change
        for identity, change in corrections.items()
        if identity in services and services[identity]["assured_date"] <= change["checked_on"]
    }
    if not newer:
        return
    overlay = _Overlay(tables, newer)
    for identity, change in newer.items():
        overlay.correct(identity, change)


class _Overlay:
    """Knows which rows belong to the services that are corrected."""

    def __init__(self, tables: Tables, services: Iterable[str]) -> None:
        self._tables, self._services = tables, frozenset(services)
        self._facts = self._rows("attributes", "link_id", "link_type")
        self._sources = self._rows("metadata", "resource_id", "field_name")
        self._phones = self._rows("phones", "service_id", "id")
        self._schedules = self._rows("schedules", "service_id", "id")

    def correct(self, service: str, change: Row) -> None:
        """One service."""
        row = {**self._tables["services"][service], "assured_date": change["checked_on"]}
        for name in ("url", "status"):
            row[name] = change[name] or row[name]
        for name, column, spanish in _TEXTS:
            if change[name]:
                row[column] = change[name]
                self._drop("attributes", self._facts, service, spanish)
        self._tables["services"][service] = row
        if change["phone"]:
            self._drop("phones", self._phones, service)
            identity = stable_id("phones", service, "corrected")
            self._tables["phones"][identity] = {
                **dict.fromkeys(_PHONE, ""), "id": identity, "service_id": service, "number": change["phone"], "type": "voice",
            }  # fmt: skip
        if change["hours"]:
            self._drop("schedules", self._schedules, service)
            self._drop("attributes", self._facts, service, "always_open")
            self._say(service, "hours", change["hours"])
        self._say(service, "trust", "high")
        self._source(service, change)

    def _source(self, service: str, change: Row) -> None:
        before = self._sources.get((service, "source"), {})
        identity = before.get("id") or stable_id("metadata", service, "source")
        self._tables["metadata"][identity] = {
            "id": identity, "resource_id": service, "resource_type": "service", "field_name": "source",
            "last_action_date": change["checked_on"], "last_action_type": "update",
            "previous_value": before.get("replacement_value", ""), "replacement_value": change["by"],
            "updated_by": "porchlight",
        }  # fmt: skip

    def _say(self, service: str, fact: str, value: str) -> None:
        before = self._facts.get((service, fact), {})
        identity = before.get("id") or stable_id("attributes", service, fact)
        self._tables["attributes"][identity] = {
            "id": identity, "link_id": service, "link_entity": "service", "link_type": fact,
            "taxonomy_term_id": before.get("taxonomy_term_id") or stable_id("fact", fact), "value": value,
        }  # fmt: skip

    def _rows(self, table: str, owner: str, kind: str) -> dict[tuple[str, str], Row]:
        rows = self._tables[table].values()
        return {(row[owner], row[kind]): row for row in rows if row[owner] in self._services}

    def _drop(
        self, table: str, rows: dict[tuple[str, str], Row], service: str, kind: str = ""
    ) -> None:
        for owner, what in [key for key in rows if key[0] == service and kind in ("", key[1])]:
            self._tables[table].pop(rows.pop((owner, what))["id"], None)
