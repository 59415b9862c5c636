"""`porchlight bench`: whole turns beside the stock stack, and the search by itself."""

from __future__ import annotations

from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from porchlight.bench.report import machine, plot, table, write_report
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


def command(
    part: Annotated[str, typer.Argument(help="all, turn or search")] = "all",
    turns: Annotated[int, typer.Option(min=10, max=500)] = 60,
    sizes: Annotated[str, typer.Option(help="numbers of services, with commas")] = _SIZES,
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
