"""`porchlight bench`: whole turns beside the stock stack, and the search by itself."""

from __future__ import annotations

import time
from typing import Annotated

import numpy as np
import typer
from rich.console import Console
from rich.table import Table

from porchlight.bench.turn import QUESTIONS, measure_turns
from porchlight.errors import UserError
from porchlight.settings import Settings
from resources_index.index.manifest import StaleIndexError
from resources_index.places import Places, Resolved
from resources_index.search import Query, Search

_console = Console(highlight=False)


def command(
    part: Annotated[str, typer.Argument(help="all, turn or search")] = "all",
    turns: Annotated[int, typer.Option(min=10, max=500)] = 60,
) -> None:
    """Print medians and 95th percentiles; believe the ratios, not the times."""
    settings = Settings.read()
    if part in ("all", "search"):
        _search(settings)
    if part in ("all", "turn"):
        _turns(settings, turns)


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


def _search(settings: Settings) -> None:
    try:
        search = Search.open(settings.data_dir)
    except StaleIndexError as error:
        raise UserError(str(error)) from None
    answer = Places.load(settings.root / "data" / "places").resolve("45402")
    place = answer.place if isinstance(answer, Resolved) else None
    encode, find = [], []
    for round_number in range(60):
        # A new ending each time: an identical text would be answered from memory.
        text = f"{QUESTIONS[round_number % len(QUESTIONS)]} {round_number}"
        begun = time.perf_counter()
        search.rank_needs(text)
        middle = time.perf_counter()
        search.find(Query(text, place=place))
        encode.append((middle - begun) * 1000)
        find.append((time.perf_counter() - middle) * 1000)
    for name, times in (("encode and rank needs", encode[5:]), ("find, encoded already", find[5:])):
        median, p95 = np.percentile(times, [50, 95])
        _console.print(
            f"{name}: median {median:.1f} ms, p95 {p95:.1f} ms ({len(search.directory.services):,} services)"
        )
