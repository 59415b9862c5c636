"""HSDS JSON as directories give it out: services in an array, in pages, alone, one a line, or within organizations."""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO

import ijson

from resources_index.directory.tables import Row
from resources_index.hsds.records import rows_of

JSON_FILES = frozenset([".json", ".jsonl", ".ndjson"])
# Where pages keep their services.
_PAGES = frozenset(["contents", "services", "data", "results", "items"])
_OF_A_SERVICE = frozenset(["id", "name", "organization", "organization_id"])
# What an own id begins with where a service has none: no link of the package can mean it.
NO_ID = "no id: "
_OWNERS = ("service", "location", "organization", "contact", "service_at_location")

Rows = list[tuple[str, Row]]


class NotReadError(ValueError):
    """A record that is no service: `number` is its place in the file, from 1."""

    def __init__(self, number: int, reason: str) -> None:
        super().__init__(reason)
        self.number = number


def json_rows(path: Path) -> Iterator[tuple[int, Rows | NotReadError]]:
    """(number, rows of a service) for each record, one by one. Raises ValueError for what is no JSON of services."""
    with path.open("rb") as file:
        try:
            prefix = _prefix(file)
            found = ijson.items(_rewound(file), prefix, use_float=True, multiple_values=True)
            for number, record in enumerate(found, start=1):
                for service in _services_of(record):
                    yield number, _read(number, service)
        except ijson.JSONError as error:
            what = str(error).splitlines()[0]
            raise ValueError(
                f"{path.name} cannot be read as HSDS JSON, a list of services: {what}"
            ) from error


def _rewound(file: BinaryIO) -> BinaryIO:
    """At the beginning, after a mark of the byte order."""
    file.seek(0)
    if file.read(len(codecs.BOM_UTF8)) != codecs.BOM_UTF8:
        file.seek(0)
    return file


def _prefix(file: BinaryIO) -> str:
    """Where the services are, in ijson's way of naming it: "" for services that stand alone."""
    for prefix, event, value in ijson.parse(_rewound(file), multiple_values=True):
        if prefix == "" and event == "start_array":
            return "item"
        if prefix == "" and event == "map_key":
            if value in _PAGES:
                return f"{value}.item"
            if value in _OF_A_SERVICE:
                return ""
    return "contents.item"


def _services_of(record: Any) -> Iterator[Any]:
    """The record itself, or the services of an organization that nests them."""
    nested = record.get("services") if isinstance(record, dict) else None
    if not isinstance(nested, list) or "organization" in record:
        yield record
        return
    owner = {name: value for name, value in record.items() if name != "services"}
    for service in nested:
        named = isinstance(service, dict) and service.get("organization")
        yield {**service, "organization": named or owner} if isinstance(service, dict) else service


def _read(number: int, record: Any) -> Rows | NotReadError:
    if not isinstance(record, dict):
        return NotReadError(number, "is no service")
    try:
        return list(_rows(number, record))
    except (AttributeError, TypeError, KeyError) as error:
        return NotReadError(number, f"has not the shape of a service: {error}")


def _rows(number: int, record: dict[str, Any]) -> Iterator[tuple[str, Row]]:
    """Rows of a nested service: ids and links are filled in where nesting alone said them."""
    owner = record.get("organization") or {}
    service = _id(record) or f"{NO_ID}{_id(owner)} {record.get('name') or number}"
    organization = _id(owner) or f"of {service}"
    place = ""
    for position, (table, row) in enumerate(rows_of(record)):
        if table == "services":
            row["id"] = service
            row["organization_id"] = row["organization_id"] or (organization if owner else "")
        elif table == "organizations":
            row["id"] = organization
        elif table == "locations":
            place = row["id"]
        elif table == "addresses":
            row["location_id"] = row["location_id"] or place
        elif table == "attributes":
            row["link_id"] = row["link_id"] or service
        elif table == "metadata":
            row["resource_id"] = row["resource_id"] or service
        elif "service_id" in row and not _is_of_another(table, row):
            row["service_id"] = service
        row["id"] = row["id"] or f"{service} {position}"
        yield table, row
    for each in record.get("service_at_locations") or ():
        yield from _phones_of_place(each, service)
    yield from _contacts(record, owner)


def _is_of_another(table: str, row: Row) -> bool:
    """Whether a row says itself whose it is."""
    owners = _OWNERS if table == "phones" else ("service",)
    return any(row[f"{owner}_id"] for owner in owners)


def _phones_of_place(link: dict[str, Any], service: str) -> Iterator[tuple[str, Row]]:
    """Numbers of the place itself, and of the service at that place."""
    place = link.get("location") or {}
    owned = [("location_id", _id(place), place), ("service_id", service, link)]
    for column, owner, holder in owned:
        for phone in holder.get("phones") or ():
            row = {name: str(phone.get(name) or "") for name in ("number", "type", "contact_id")}
            yield "phones", {**row, "id": _id(phone) or f"{owner} {row['number']}", column: owner}


def _contacts(service: dict[str, Any], owner: dict[str, Any]) -> Iterator[tuple[str, Row]]:
    """Contact persons wherever they are nested: only their names, so that no text shows them."""
    links = service.get("service_at_locations") or ()
    places = [link.get("location") or {} for link in links] + list(owner.get("locations") or ())
    for holder in (service, owner, *links, *places):
        for contact in holder.get("contacts") or ():
            name = str(contact.get("name") or "")
            yield "contacts", {"id": _id(contact) or name, "name": name}


def _id(record: dict[str, Any]) -> str:
    return str(record.get("id") or "")
