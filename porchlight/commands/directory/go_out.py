"""The directory goes out, and what it covers."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Annotated

import typer

from porchlight.commands.directory.printing import console
from porchlight.errors import UserError
from porchlight.settings import Settings
from resources_index.directory import Directory
from resources_index.directory.tables import HsdsTables
from resources_index.evaluation.coverage import Coverage
from resources_index.evaluation.coverage_report import KINDS, kind_of, write_report
from resources_index.hsds.export import export_csv, export_json
from resources_index.hsds.schemas import own_validator, published_validator
from resources_index.index.build import directory_folders
from resources_index.places import Places


def export(
    target: Annotated[Path, typer.Argument(help="a folder for hsds-csv, a file for hsds-json")],
    form: Annotated[str, typer.Option("--format", help="hsds-csv or hsds-json")] = "hsds-csv",
    schemas: Annotated[
        Path | None,
        typer.Option(help="a folder with the published HSDS schemas, instead of our own"),
    ] = None,
) -> None:
    """Write the whole directory (shipped and own) as HSDS 3.0, every JSON record validated."""
    tables = HsdsTables(directory_folders(Settings.read().data_dir))
    if form == "hsds-csv":
        for name, count in export_csv(tables, target).items():
            console.print(f"{name}: {count:,}")
        return
    if form != "hsds-json":
        raise UserError("The formats are hsds-csv and hsds-json.")
    validator = (
        own_validator("service") if schemas is None else published_validator("service", schemas)
    )
    done = export_json(tables, target, validator)
    console.print(f"{done.records:,} services written, {done.invalid:,} of them not valid HSDS 3.0")
    if done.invalid:
        raise UserError("Not valid: " + "; ".join(done.faults[:5]))


def coverage(
    write: Annotated[
        Path | None, typer.Option(help="a folder for the report and the matrix")
    ] = None,
) -> None:
    """Say how much of the country the directory answers for, by state and by need."""
    settings = Settings.read()
    places = Places.load(settings.root / "data" / "places")
    counted = Coverage(Directory.load(directory_folders(settings.data_dir)), places)
    states, cells = counted.states(), counted.matrix()
    counties = sum(row.counties for row in states)
    own = sum(row.own_agency for row in states)
    console.print(f"{own:,} of {counties:,} counties have an Area Agency on Aging of their own")
    kinds = Counter(kind_of(cell) for cell in cells)
    for kind, label in KINDS.items():
        console.print(f"{kinds[kind]:,} of {len(cells):,} needs by state answered {label}")
    if write is not None:
        write_report(write, states, cells)
        console.print(f"Written to {write}")
