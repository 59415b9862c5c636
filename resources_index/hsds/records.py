"""Rows of HSDS tables to nested JSON records, one a service, and back to rows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from resources_index.directory.tables import HsdsTables, Row
from resources_index.hsds.fields import MAY_BE_EMPTY, Field, objects

Json = dict[str, Any]
# Lists of a service: the property, the table, and the column that points to the service.
_OF_A_SERVICE = (
    ("phones", "phones", "phone", "service_id"),
    ("schedules", "schedules", "schedule", "service_id"),
    ("service_areas", "service_areas", "service_area", "service_id"),
    ("languages", "languages", "language", "service_id"),
    ("cost_options", "cost_options", "cost_option", "service_id"),
    ("required_documents", "required_documents", "required_document", "service_id"),
    ("metadata", "metadata", "metadata", "resource_id"),
)


def json_records(tables: HsdsTables) -> Iterator[Json]:
    """Every service with what belongs to it: organization, phones, locations, areas, attributes, metadata."""
    organizations = tables.by_id("organizations")
    terms = tables.by_id("taxonomy_terms")
    locations = tables.by_id("locations")
    addresses = tables.grouped("addresses", "location_id")
    places = tables.grouped("service_at_location", "service_id")
    attributes = tables.grouped("attributes", "link_id")
    lists = [(prop, name, tables.grouped(table, key)) for prop, table, name, key in _OF_A_SERVICE]
    for row in tables.all("services"):
        record = to_json("service", row)
        record["organization"] = to_json("organization", organizations[row["organization_id"]])
        for prop, name, grouped in lists:
            if grouped.get(row["id"]):
                record[prop] = [to_json(name, each) for each in grouped[row["id"]]]
        if places.get(row["id"]):
            record["service_at_locations"] = [
                _at_location(link, locations, addresses) for link in places[row["id"]]
            ]
        if attributes.get(row["id"]):
            record["attributes"] = [_attribute(each, terms) for each in attributes[row["id"]]]
        yield record


def rows_of(record: Json) -> Iterator[tuple[str, Row]]:
    """(table, row) of everything in a nested service record; the inverse of `json_records`."""
    yield "services", to_row("service", record)
    if record.get("organization"):
        yield "organizations", to_row("organization", record["organization"])
    for prop, table, name, _ in _OF_A_SERVICE:
        for each in record.get(prop) or ():
            yield table, to_row(name, each)
    for link in record.get("service_at_locations") or ():
        place = link.get("location")
        row = to_row("service_at_location", link)
        # Nested, the place says itself which one it is.
        row["location_id"] = row["location_id"] or str((place or {}).get("id") or "")
        yield "service_at_location", row
        if place:
            yield "locations", to_row("location", place)
            for address in place.get("addresses") or ():
                yield "addresses", to_row("address", address)
    for attribute in record.get("attributes") or ():
        term = attribute.get("taxonomy_term") or {}
        row = to_row("attribute", attribute)
        row["taxonomy_term_id"] = row["taxonomy_term_id"] or str(term.get("id") or "")
        yield "attributes", row
        if term:
            yield "taxonomy_terms", to_row("taxonomy_term", term)


def to_json(name: str, row: Row) -> Json:
    """A row as a JSON object: empty fields left out, numbers as numbers."""
    record: Json = {}
    for field in objects()[name].fields:
        value = row.get(field.name, "")
        if value or (field.required and field.name in MAY_BE_EMPTY):
            record[field.name] = _number(value) if field.kind == "number" else value
    return record


def to_row(name: str, record: Json) -> Row:
    """The fields of a JSON object as strings, in the published order; what is missing is empty."""
    return {field.name: _text(record.get(field.name), field) for field in objects()[name].fields}


def _at_location(link: Row, locations: dict[str, Row], addresses: dict[str, list[Row]]) -> Json:
    record = to_json("service_at_location", link)
    place = to_json("location", locations[link["location_id"]])
    if addresses.get(link["location_id"]):
        place["addresses"] = [to_json("address", row) for row in addresses[link["location_id"]]]
    record["location"] = place
    return record


def _attribute(row: Row, terms: dict[str, Row]) -> Json:
    record = to_json("attribute", row)
    if row.get("taxonomy_term_id") in terms:
        record["taxonomy_term"] = to_json("taxonomy_term", terms[row["taxonomy_term_id"]])
    return record


def _number(text: str) -> int | float:
    value = float(text)
    return int(value) if value.is_integer() and "." not in text else value


def _text(value: Any, field: Field) -> str:
    if value is None:
        return ""
    return f"{value}" if field.kind == "number" else str(value)


def by_table(rows: Iterator[tuple[str, Row]]) -> dict[str, dict[str, Row]]:
    """Rows by table and id."""
    found: dict[str, dict[str, Row]] = defaultdict(dict)
    for table, row in rows:
        found[table][row["id"]] = row
    return dict(found)
