"""JSON schemas for HSDS objects: our own, made from the field tables, or a folder of published ones."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator, FormatChecker
from jsonschema.protocols import Validator
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012

from resources_index.hsds.fields import MAY_BE_EMPTY, Field, nested, objects

_LISTS = frozenset(["organization", "location", "taxonomy_term"])


@cache
def own_validator(name: str) -> Validator:
    """A validator of one kind of object that knows every field and no other."""
    definitions = {each: _schema(each) for each in objects()}
    schema = {"$ref": f"#/$defs/{name}", "$defs": definitions}
    return Draft202012Validator(schema, format_checker=FormatChecker())


def published_validator(name: str, folder: Path) -> Validator:
    """A validator from a folder that holds the published `service.json` and those beside it."""
    registry: Registry[Any] = Registry()
    for path in sorted(folder.glob("*.json")):
        contents = json.loads(path.read_text("utf-8"))
        resource = Resource.from_contents(contents, default_specification=DRAFT202012)
        registry = registry.with_resource(path.name, resource)
    schema = {"$ref": f"{name}.json"}
    return Draft202012Validator(schema, registry=registry, format_checker=FormatChecker())


def problems(validator: Validator, record: dict[str, Any]) -> list[str]:
    """Each fault as "field: what", in the order of the fields; empty for a valid record."""
    errors = sorted(validator.iter_errors(record), key=lambda error: list(map(str, error.path)))
    return [f"{'.'.join(map(str, error.path)) or '(record)'}: {error.message}" for error in errors]


def _schema(name: str) -> dict[str, Any]:
    table = objects()[name]
    properties = {field.name: _type(field) for field in table.fields}
    for prop, inner in nested(name).items():
        reference = {"$ref": f"#/$defs/{inner}"}
        single = prop in _LISTS
        properties[prop] = reference if single else {"type": "array", "items": reference}
    required = [field.name for field in table.fields if field.required]
    return {"type": "object", "properties": properties, "required": required, "additionalProperties": False}  # fmt: skip


def _type(field: Field) -> dict[str, Any]:
    if field.kind == "enum":
        return {"type": "string", "enum": list(field.values)}
    if field.kind == "number":
        return {"type": "number"}
    if field.kind in ("uuid", "uri", "email", "date-time"):
        return {"type": "string", "format": field.kind}
    filled = field.required and field.name not in MAY_BE_EMPTY
    return {"type": "string", "minLength": 1} if filled else {"type": "string"}
