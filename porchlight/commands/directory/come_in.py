"""Lists come in, and out again when they were wrong."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Annotated

import typer
from rich.progress import Progress, TextColumn, TimeElapsedColumn

from porchlight.commands.directory.printing import BUILD, console
from porchlight.errors import UserError
from porchlight.settings import Settings
from resources_index.importers import lists as own_lists
from resources_index.importers.formats import FORMATS, ImportOptions, folder_name, run_import
from resources_index.importers.report import Report
from resources_index.importers.sheet_columns import write_template
from resources_index.places import Places


def import_(
    kind: Annotated[str, typer.Argument(metavar="FORMAT", help="one of: " + ", ".join(FORMATS))],
    path: Annotated[Path, typer.Argument(exists=True)],
    dry_run: Annotated[bool, typer.Option(help="say what would happen, change nothing")] = False,
    source: Annotated[
        str, typer.Option(help="the name of the list; people read it as the source of HSDS records")
    ] = "",
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
    fewer: Annotated[
        bool, typer.Option(help="the list has become much shorter, and that is meant")
    ] = False,
    show: Annotated[int, typer.Option(help="how many findings of each kind to print")] = 50,
    report: Annotated[
        Path | None, typer.Option(help="write all findings to this file (CSV), for Excel")
    ] = None,
) -> None:
    """Import a list into this installation's own directory: all of it, or nothing."""
    settings = Settings.read()
    places = Places.load(settings.root / "data" / "places")
    tables = settings.root / "data" / "importers"
    options = ImportOptions(words or tables / "need_words.csv", tables / "audience.csv", source, zips, checked_on,
                            state and state.upper(), area, leave_out_bad, dry_run, fewer)  # fmt: skip
    with Progress(
        TextColumn("{task.completed:,} records"),
        TimeElapsedColumn(),
        console=console,
        transient=True,
    ) as bar:
        task = bar.add_task("import", total=None)
        try:
            done = run_import(kind, path, settings.data_dir / "directory", places, options,
                              lambda number: bar.update(task, completed=number))  # fmt: skip
        except (ValueError, OSError) as error:
            raise UserError(str(error)) from error
    _print(done, show)
    if report is not None:
        _write(done, report)
    if done.blocked and not dry_run:
        raise UserError("Nothing was imported: mend the lines above and try again.")
    if done.imported:
        console.print(f"The list is called {folder_name(kind, path, source)}. {BUILD}")


def _print(report: Report, most: int) -> None:
    counts = {"rejected": report.rejected, "left out": report.left_out, "warning": report.warnings}
    for kind, found in counts.items():
        for finding in found[:most]:
            console.print(f"{kind}: {finding}")
        if len(found) > most:
            console.print(
                f"… and {len(found) - most:,} more {kind} (--show {len(found)}, or --report FILE)"
            )
    console.print(report.summary())


def _write(report: Report, path: Path) -> None:
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(("kind", "file", "line", "column", "what"))
        for kind, finding in report.all():
            writer.writerow((kind, finding.file, finding.line, finding.field, finding.reason))
    console.print(f"All findings are in {path}.")


def template(path: Annotated[Path, typer.Argument(help="where to write the empty sheet")]) -> None:
    """Write an empty sheet to fill in: CSV, or Excel with an explanation when its name ends in .xlsx."""
    if path.exists():
        raise UserError(f"{path} is there already: choose another name, so that nothing is lost.")
    write_template(path)
    console.print(f"Fill in {path}, one service a line. See docs/directory.md.")


def lists() -> None:
    """Which lists this installation has imported, and what an undo would bring back."""
    there = own_lists.installed(Settings.read().data_dir / "directory")
    for each in there:
        back = f"{each.before:,} services" if each.before else "nothing"
        console.print(
            f"{each.name}: {each.services:,} services, imported {each.changed_on}; before that {back}"
        )
    if not there:
        console.print("No list has been imported yet.")


def undo(name: Annotated[str, typer.Argument(help="as `directory lists` prints it")]) -> None:
    """Go back to before the last import or removal of a list; once more goes forth again."""
    try:
        count = own_lists.undo(name, Settings.read().data_dir / "directory")
    except ValueError as error:
        raise UserError(str(error)) from None
    console.print(f"{name} has {count:,} services now. {BUILD}")


def remove(name: Annotated[str, typer.Argument(help="as `directory lists` prints it")]) -> None:
    """Take a list out, all of its services; `directory undo` brings it back."""
    try:
        count = own_lists.remove(name, Settings.read().data_dir / "directory")
    except ValueError as error:
        raise UserError(str(error)) from None
    console.print(f"{count:,} services are out. {BUILD}")
