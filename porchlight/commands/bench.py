"""`porchlight bench`: whole turns beside the stock stack, and the search and the crisis check by themselves."""

from __future__ import annotations

from functools import partial
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import Progress, TaskID, TextColumn, TimeElapsedColumn
from rich.table import Table

from gateway.safety import Safety
from porchlight.bench.imports import KINDS_OF_LISTS, measure_import
from porchlight.bench.report import machine, plot, table, write_report
from porchlight.bench.safety import measure_check
from porchlight.bench.search import measure
from porchlight.bench.turn import measure_turns
from porchlight.errors import UserError
from porchlight.settings import Settings
from resources_index.index.manifest import StaleIndexError
from resources_index.places import Places, Resolved

_console = Console(highlight=False)
# A hundredth of all made records is for this county (Los Angeles).
_LARGE_COUNTY = "90012"
_SIZES = "1000,100000,1000000"
_POSTGRES_UP_TO = 100_000
# Of each kind and language: enough for a 95th percentile.
_MOST_CHECKED = 300


def command(
    part: Annotated[str, typer.Argument(help="all, turn, search, safety or import")] = "all",
    turns: Annotated[int, typer.Option(min=10, max=500)] = 60,
    sizes: Annotated[str, typer.Option(help="numbers of services, with commas")] = _SIZES,
    rows: Annotated[int, typer.Option(min=1, help="services of a made list, for import")] = 100_000,
    write: Annotated[
        bool, typer.Option("--write", help="put figures and plot into docs/performance.md")
    ] = False,
) -> None:
    """Print medians and 95th percentiles; believe the ratios, not the times."""
    settings = Settings.read()
    if part in ("all", "search"):
        _search(settings, _numbers(sizes), write)
    if part in ("all", "turn"):
        _turns(settings, turns)
    if part in ("all", "safety"):
        _check(settings)
    if part == "import":
        _imports(settings, rows)


def _numbers(text: str) -> list[int]:
    try:
        return [int(part) for part in text.split(",")]
    except ValueError:
        raise UserError("Sizes are whole numbers with commas: 1000,100000.") from None


def _turns(settings: Settings, turns: int) -> None:
    table = Table(title=f"Whole turns, one user at a time, {turns} each", title_justify="left")
    for column in ("", "median ms", "p95 ms", "times the greeting"):
        table.add_column(column, justify="left" if not column else "right")
    timings = measure_turns(settings, turns)
    greeting = timings[-1].median_ms
    for timing in timings:
        ratio = f"{timing.median_ms / greeting:.2f}"
        table.add_row(timing.name, f"{timing.median_ms:.1f}", f"{timing.p95_ms:.1f}", ratio)
    _console.print(table)


def _check(settings: Settings) -> None:
    safety = Safety.open(settings.data_dir, settings.encoder_dir)
    sets = settings.root / "data" / "evaluation" / "safety"
    table = Table(title="The crisis check, message by message", title_justify="left")
    for column in (
        "",
        "messages",
        "median ms",
        "p95 ms",
        "processor median ms",
        "processor p95 ms",
    ):
        table.add_column(column, justify="left" if not column else "right")
    for check in measure_check(safety, sets, _MOST_CHECKED):
        clock, processor = check.clock, check.processor
        times = (clock.median_ms, clock.p95_ms, processor.median_ms, processor.p95_ms)
        table.add_row(check.name, str(clock.turns), *(f"{ms:.1f}" for ms in times))
    _console.print(table)


def _show(bar: Progress, task: TaskID, number: int) -> None:
    bar.update(task, completed=number)


def _imports(settings: Settings, rows: int) -> None:
    """Import made lists of every form into a folder that goes again."""
    places = Places.load(settings.root / "data" / "places")
    for kind in KINDS_OF_LISTS:
        with Progress(TextColumn("{task.completed:,} records"), TimeElapsedColumn(), console=_console,
                      transient=True) as bar:  # fmt: skip
            task = bar.add_task(kind, total=rows)
            took = measure_import(
                kind, rows, places, settings.root / "data" / "importers", partial(_show, bar, task)
            )
        _console.print(
            f"{kind}: {took.came_in:,} services of {rows:,} in {took.seconds:.0f} s by the clock, "
            f"{took.processor_seconds:.0f} s of the processor, {took.waits:,} waits, at most {took.most_mib:.0f} MiB"
        )


def _search(settings: Settings, sizes: list[int], write: bool) -> None:
    answer = Places.load(settings.root / "data" / "places").resolve(_LARGE_COUNTY)
    if not isinstance(answer, Resolved):
        raise UserError(f"The place {_LARGE_COUNTY} is not known: nothing to measure.")
    measured = []
    try:
        for size in measure(settings.data_dir, answer.place, sizes, _POSTGRES_UP_TO):
            _console.print(f"{size.services:,} services measured")
            measured.append(size)
    except StaleIndexError as error:
        raise UserError(str(error)) from None
    text = f"{machine()}\n\n{table(measured)}"
    _console.print(text, soft_wrap=True)
    if write:
        docs = settings.root / "docs"
        plot(measured, docs / "images" / "search-speed.png")
        write_report(docs / "performance.md", text)
