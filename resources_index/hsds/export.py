"""The directory goes out: HSDS CSV tables, or one JSON file that is checked record by record."""

from __future__ import annotations

import csv
import json
from dataclasses import dataclass, field
from pathlib import Path

from jsonschema.protocols import Validator

from resources_index.directory.tables import HsdsTables
from resources_index.hsds.fields import tables as hsds_tables
from resources_index.hsds.records import json_records
from resources_index.hsds.schemas import problems

_MOST_FAULTS = 20


@dataclass
class Exported:
    """How many records went out, and the first faults of those that are not valid."""

    records: int = 0
    invalid: int = 0
    faults: list[str] = field(default_factory=list)


def export_csv(tables: HsdsTables, folder: Path) -> dict[str, int]:
    """Write every table that has rows, with all columns of the specification; returns rows by table."""
    folder.mkdir(parents=True, exist_ok=True)
    counts = {}
    for name, table in hsds_tables().items():
        rows = tables.all(name)
        if not rows:
            continue
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, table.columns, restval="", lineterminator="\n")
            writer.writeheader()
            writer.writerows(rows)
        counts[name] = len(rows)
    return counts


def export_json(tables: HsdsTables, path: Path, validator: Validator) -> Exported:
    """Write `path` as a JSON array, one service a line; each record is validated before it is written."""
    done = Exported()
    with path.open("w", encoding="utf-8") as file:
        file.write("[")
        for record in json_records(tables):
            found = problems(validator, record)
            done.invalid += bool(found)
            done.faults += [f"{record['id']} {fault}" for fault in found][
                : _MOST_FAULTS - len(done.faults)
            ]
            file.write(
                ("," if done.records else "") + "\n" + json.dumps(record, ensure_ascii=False)
            )
            done.records += 1
        file.write("\n]\n")
    return done
