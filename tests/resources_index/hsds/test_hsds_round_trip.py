"""HSDS 3.0 goes out valid and comes in again without loss."""

from __future__ import annotations

import csv
import json
import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from resources_index.directory.tables import HsdsTables
from resources_index.hsds.export import export_csv, export_json
from resources_index.hsds.fields import Field, objects, tables
from resources_index.hsds.records import by_table, json_records, rows_of
from resources_index.hsds.schemas import own_validator, problems, published_validator

ROOT = Path(__file__).resolve().parents[3]
SHIPPED = ROOT / "data" / "directory"
PUBLISHED = Path(os.environ.get("HSDS_SCHEMAS", ROOT / "var" / "hsds-schemas"))
_LINKED = (
    "phones",
    "service_areas",
    "languages",
    "cost_options",
    "required_documents",
    "schedules",
)


def values(field: Field) -> st.SearchStrategy[str]:
    if field.kind == "uuid":
        return st.uuids().map(str)
    if field.kind == "enum":
        return st.sampled_from(field.values)
    if field.kind == "number":
        return st.integers(0, 120).map(str)
    if field.kind in ("uri", "email", "date-time"):
        given_as = {
            "uri": "https://a.example/x?y=1",
            "email": "a@b.example",
            "date-time": "2026-11-01T00:00:00Z",
        }
        return st.just(given_as[field.kind])
    text = st.text(st.characters(blacklist_categories=("Cs", "Cc")), min_size=1, max_size=30)
    return text | st.sampled_from(['He said "hi", twice', "línea;dos", " spaced ", "a,b"])


def row(table: str, **fixed: str) -> st.SearchStrategy[dict[str, str]]:
    fields = {f.name: values(f) for f in tables()[table].fields if f.name not in fixed}
    required = {f.name for f in tables()[table].fields if f.required or f.name in fixed}
    optional = {name: st.just("") | each for name, each in fields.items() if name not in required}
    needed = {name: each for name, each in fields.items() if name in required}
    return st.fixed_dictionaries({**needed, **optional}).map(lambda made: {**made, **fixed})


@st.composite
def directories(draw: st.DrawFn) -> dict[str, list[dict[str, str]]]:
    owner = draw(row("organizations"))
    service = draw(row("services", organization_id=owner["id"]))
    place = draw(row("locations"))
    made = {
        "organizations": [owner],
        "services": [service],
        "locations": [place],
        "addresses": [draw(row("addresses", location_id=place["id"]))],
        "service_at_location": [
            draw(row("service_at_location", service_id=service["id"], location_id=place["id"]))
        ],
        "metadata": [draw(row("metadata", resource_id=service["id"], resource_type="service"))],
    }
    for table in _LINKED:
        made[table] = draw(
            st.lists(row(table, service_id=service["id"]), max_size=2, unique_by=lambda r: r["id"])
        )
    term = draw(row("taxonomy_terms"))
    made["taxonomy_terms"] = [term]
    made["attributes"] = [
        draw(
            row(
                "attributes",
                link_id=service["id"],
                link_entity="service",
                taxonomy_term_id=term["id"],
            )
        )
    ]
    return made


def write(folder: Path, made: dict[str, list[dict[str, str]]]) -> HsdsTables:
    folder.mkdir(parents=True, exist_ok=True)
    for table, rows in made.items():
        with (folder / f"{table}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, tables()[table].columns, restval="")
            writer.writeheader()
            writer.writerows(rows)
    return HsdsTables([folder])


def full(made: dict[str, list[dict[str, str]]]) -> dict[str, dict[str, dict[str, str]]]:
    return {
        table: {r["id"]: {c: r.get(c, "") for c in tables()[table].columns} for r in rows}
        for table, rows in made.items()
        if rows
    }


@settings(
    max_examples=60,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
    deadline=None,
)
@given(made=directories())
def test_csv_goes_out_and_in_without_loss(
    tmp_path_factory: pytest.TempPathFactory, made: dict[str, list[dict[str, str]]]
) -> None:
    folder = tmp_path_factory.mktemp("hsds")
    export_csv(write(folder / "in", made), folder / "out")
    again = HsdsTables([folder / "out"])
    assert {name: again.by_id(name) for name in again.names()} == full(made)


@settings(
    max_examples=60,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
    deadline=None,
)
@given(made=directories())
def test_json_goes_out_valid_and_in_without_loss(
    tmp_path_factory: pytest.TempPathFactory, made: dict[str, list[dict[str, str]]]
) -> None:
    folder = tmp_path_factory.mktemp("hsds")
    source = write(folder / "in", made)
    done = export_json(source, folder / "out.json", own_validator("service"))
    assert done.faults == []
    records = json.loads((folder / "out.json").read_text("utf-8"))
    assert by_table(pair for record in records for pair in rows_of(record)) == full(made)


def test_what_is_not_hsds_is_named_with_its_field() -> None:
    faults = problems(
        own_validator("service"), {"id": "x", "name": "Rides", "status": "open", "colour": "red"}
    )
    assert len(faults) == 3
    assert any("status" in fault for fault in faults)
    assert any("colour" in fault for fault in faults)


def test_every_shipped_table_has_the_columns_of_the_specification() -> None:
    for path in SHIPPED.glob("*.csv"):
        with path.open(encoding="utf-8", newline="") as file:
            columns = next(csv.reader(file))
        assert set(columns) <= set(tables()[path.stem].columns), path.name


def test_shipped_records_are_valid() -> None:
    validator = own_validator("service")
    records = list(json_records(HsdsTables([SHIPPED])))
    assert len(records) > 4_000
    for record in records[::20]:
        assert problems(validator, record) == []


@pytest.mark.skipif(
    not PUBLISHED.is_dir(), reason="HSDS_SCHEMAS names no folder with the published schemas"
)
def test_our_field_tables_and_records_agree_with_the_published_schemas() -> None:
    for name, table in objects().items():
        published = json.loads((PUBLISHED / f"{name}.json").read_text("utf-8"))
        inside = {
            key
            for key, value in published["properties"].items()
            if value.get("type") not in ("array", None)
        }
        assert set(table.columns) == inside, name
        assert {f.name for f in table.fields if f.required} == set(published.get("required", ())), (
            name
        )
    validator = published_validator("service", PUBLISHED)
    for record in list(json_records(HsdsTables([SHIPPED])))[::20]:
        assert problems(validator, record) == []
