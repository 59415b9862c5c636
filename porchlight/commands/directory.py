"""`porchlight directory`: import lists, check the records, export them, say what they cover."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import Progress, TextColumn, TimeElapsedColumn

from porchlight.errors import UserError
from porchlight.settings import Settings
from resources_index.directory import Directory
from resources_index.directory.check import findings
from resources_index.directory.tables import HsdsTables
from resources_index.evaluation.coverage import Coverage
from resources_index.evaluation.coverage_report import KINDS, kind_of, write_report
from resources_index.hsds.export import export_csv, export_json
from resources_index.hsds.schemas import own_validator, published_validator
from resources_index.importers.corrections import STATUS, Correction
from resources_index.importers.corrections import correct as change_record
from resources_index.importers.formats import FORMATS, ImportOptions, run_import
from resources_index.importers.sheet_columns import write_template
from resources_index.index.build import directory_folders
from resources_index.places import Places

app = typer.Typer(help="The directory of services.", no_args_is_help=True)
_console = Console(highlight=False)


@app.command("import")
def import_(
    kind: Annotated[str, typer.Argument(metavar="FORMAT", help="one of: " + ", ".join(FORMATS))],
    path: Annotated[Path, typer.Argument(exists=True)],
    dry_run: Annotated[bool, typer.Option(help="say what would happen, change nothing")] = False,
    source: Annotated[str, typer.Option(help="whose list it is; people read it")] = "",
    zips: Annotated[
        Path | None, typer.Option(exists=True, help="CMS table of the ZIPs served")
    ] = None,
    checked_on: Annotated[str, typer.Option(help="YYYY-MM-DD, for records without a date")] = "",
    state: Annotated[
        str | None, typer.Option(help="two letters, for counties without a state")
    ] = None,
    area: Annotated[
        str,
        typer.Option(help="HSDS: whom it is for where a service says no place, such as Illinois"),
    ] = "",
    words: Annotated[
        Path | None, typer.Option(exists=True, help="your table of words and needs")
    ] = None,
    leave_out_bad: Annotated[
        bool, typer.Option(help="HSDS: import the good records all the same")
    ] = False,
    show: Annotated[int, typer.Option(help="how many findings to print")] = 20,
) -> None:
    """Import a list into this installation's own directory: all of it, or nothing."""
    settings = Settings.read()
    places = Places.load(settings.root / "data" / "places")
    tables = settings.root / "data" / "importers"
    options = ImportOptions(words or tables / "need_words.csv", tables / "audience.csv", source, zips, checked_on,
                            state and state.upper(), area, leave_out_bad, dry_run)  # fmt: skip
    with Progress(
        TextColumn("{task.completed:,} records"), TimeElapsedColumn(), console=_console
    ) as bar:
        task = bar.add_task("import", total=None)
        try:
            report = run_import(kind, path, settings.data_dir / "directory", places, options,
                                lambda number: bar.update(task, completed=number))  # fmt: skip
        except (ValueError, OSError, UnicodeDecodeError) as error:
            raise UserError(str(error)) from error
    lists = {"rejected": report.rejected, "left out": report.left_out, "warning": report.warnings}
    for label, findings_ in lists.items():
        for finding in findings_[:show]:
            _console.print(f"{label}: {finding}")
    _console.print(report.summary())
    if report.rejected and not report.imported and not dry_run:
        raise UserError("Nothing was imported: mend the lines above and try again.")
    if report.imported:
        _console.print("Now run: porchlight index build")


@app.command()
def template(path: Annotated[Path, typer.Argument(help="where to write the empty sheet")]) -> None:
    """Write an empty sheet to fill in: CSV, or Excel with an explanation when its name ends in .xlsx."""
    write_template(path)
    _console.print(f"Fill in {path}, one service a line. See docs/directory.md.")


@app.command()
def check(
    show: Annotated[int, typer.Option(help="how many of each kind to print")] = 5,
    kind: Annotated[str, typer.Option(help="only this kind, all of it")] = "",
) -> None:
    """List stale, conflicting, double and unreachable records; a person decides (see: directory correct)."""
    directory = Directory.load(directory_folders(Settings.read().data_dir))
    seen: Counter[str] = Counter()
    for finding in findings(directory):
        seen[finding.kind] += 1
        if kind == finding.kind or (not kind and seen[finding.kind] <= show):
            _console.print(
                f"{finding.kind}: {finding.what}  {' '.join(finding.ids)}", soft_wrap=True
            )
    totals = ", ".join(f"{count:,} {name}" for name, count in seen.most_common())
    _console.print(f"{len(directory.services):,} services; {totals or 'nothing to look at'}")


@app.command()
def correct(
    service_id: Annotated[str, typer.Argument(help="as `directory check` prints it")],
    by: Annotated[str, typer.Option(help="who checked it; people read it as the source")],
    checked_on: Annotated[str, typer.Option(help="the day of the check, YYYY-MM-DD")],
    phone: Annotated[str, typer.Option(help="the right number")] = "",
    url: Annotated[str, typer.Option(help="the right web address")] = "",
    status: Annotated[str, typer.Option(help=", ".join(STATUS))] = "",
) -> None:
    """Correct one record, confirm it as it is, or take a double out (--status inactive)."""
    data_dir = Settings.read().data_dir
    change = Correction(service_id, by, checked_on, phone, url, status)
    try:
        row = change_record(change, directory_folders(data_dir), data_dir / "directory")
    except ValueError as error:
        raise UserError(str(error)) from None
    _console.print(f"{row['name']}: {row['status']}, checked {row['assured_date']}")
    _console.print("Now run: porchlight index build")


@app.command()
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
            _console.print(f"{name}: {count:,}")
        return
    if form != "hsds-json":
        raise UserError("The formats are hsds-csv and hsds-json.")
    validator = (
        own_validator("service") if schemas is None else published_validator("service", schemas)
    )
    done = export_json(tables, target, validator)
    _console.print(
        f"{done.records:,} services written, {done.invalid:,} of them not valid HSDS 3.0"
    )
    if done.invalid:
        raise UserError("Not valid: " + "; ".join(done.faults[:5]))


@app.command()
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
    _console.print(f"{own:,} of {counties:,} counties have an Area Agency on Aging of their own")
    kinds = Counter(kind_of(cell) for cell in cells)
    for kind, label in KINDS.items():
        _console.print(f"{kinds[kind]:,} of {len(cells):,} needs by state answered {label}")
    if write is not None:
        write_report(write, states, cells)
        _console.print(f"Written to {write}")
