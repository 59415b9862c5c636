"""Collect HSDS rows and write one CSV a table, with stable ids and in a stable order."""

from __future__ import annotations

import csv
import uuid
from collections import defaultdict
from pathlib import Path

NAMESPACE = uuid.UUID("5b1b6c9e-0d0c-4d53-9a53-5f5e2a2d9a11")

COLUMNS: dict[str, tuple[str, ...]] = {
    "organizations": ("id", "name", "description", "website"),
    "services": ("id", "organization_id", "name", "description", "url", "status", "eligibility_description",
                 "minimum_age", "fees_description", "alert", "assured_date", "assurer_email"),
    "phones": ("id", "service_id", "number", "type", "description"),
    "locations": ("id", "location_type", "organization_id", "name", "latitude", "longitude"),
    "service_at_location": ("id", "service_id", "location_id"),
    "addresses": ("id", "location_id", "address_1", "city", "state_province", "postal_code", "country",
                  "address_type"),
    "service_areas": ("id", "service_id", "name", "extent", "extent_type"),
    "schedules": ("id", "service_id", "freq", "byday", "opens_at", "closes_at", "description"),
    "languages": ("id", "service_id", "name", "code"),
    "cost_options": ("id", "service_id", "option"),
    "required_documents": ("id", "service_id", "document"),
    "attributes": ("id", "link_id", "taxonomy_term_id", "link_type", "link_entity", "value"),
    "taxonomy_terms": ("id", "code", "name", "description", "taxonomy"),
    "metadata": ("id", "resource_id", "resource_type", "last_action_date", "last_action_type", "field_name",
                 "previous_value", "replacement_value", "updated_by"),
}  # fmt: skip

# Facts that HSDS has no field for: attributes whose link_type is the name here.
FACTS = {
    "name.es": "the service's name in Spanish",
    "description.es": "the description in Spanish",
    "eligibility.es": "who can get it, in Spanish",
    "cost.es": "what it costs, in Spanish",
    "ask_for.en": "what to say when somebody picks up",
    "ask_for.es": "what to say, in Spanish",
    "urgency": "how soon it helps: immediate, days or weeks",
    "level": "how near it is: local, state or national",
    "trust": "how far its number is trusted: high, medium or low",
    "veteran_only": "only for people who served, and their families",
    "always_open": "open at any hour",
    "hours": "when it is open, in words",
    "program": "the network that it belongs to",
    "through.en": "whose line the number is, where callers are put through from it",
    "through.es": "the same in Spanish",
    "conflict": "sources give other numbers",
}


def stable_id(*parts: str) -> str:
    """The same UUID for the same parts, on every machine."""
    return str(uuid.uuid5(NAMESPACE, "\n".join(parts)))


class Tables:
    """Rows by table; a row with an id that exists is left as it was."""

    def __init__(self) -> None:
        self._rows: dict[str, dict[str, dict[str, str]]] = defaultdict(dict)

    def add(self, table: str, **fields: str) -> str:
        """Add a row and return its id, made from all its fields unless given."""
        unknown = set(fields) - set(COLUMNS[table])
        if unknown:
            raise KeyError(f"{table} has no column {sorted(unknown)}")
        identity = fields.pop("id", None) or stable_id(
            table, *(f"{k}={fields[k]}" for k in sorted(fields))
        )
        self._rows[table].setdefault(identity, {"id": identity, **fields})
        return identity

    def write(self, folder: Path) -> dict[str, int]:
        """Write all tables; returns the number of rows of each."""
        folder.mkdir(parents=True, exist_ok=True)
        for table, columns in COLUMNS.items():
            with (folder / f"{table}.csv").open("w", encoding="utf-8", newline="") as file:
                writer = csv.DictWriter(file, columns, lineterminator="\n")
                writer.writeheader()
                writer.writerows(self._rows[table].values())
        return {table: len(self._rows[table]) for table in COLUMNS}
