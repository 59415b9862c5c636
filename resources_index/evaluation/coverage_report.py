"""The coverage as pages to commit: a report by state in Markdown, a matrix of needs and states in CSV."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from dataclasses import asdict, fields
from pathlib import Path

from resources_index.evaluation.coverage import PROGRAMS, Cell, StateCoverage
from resources_index.places.tables import state_label

KINDS = {"local": "by local services", "agency": "by a local agency's help line", "state": "by a state office",
         "nation": "by a national program", "net": "by the Eldercare Locator and 211 only"}  # fmt: skip
_HEAD = """# What the directory covers

Made by `porchlight directory coverage --write docs/coverage`; do not edit by hand.

A word names the trust of the best number that the state has of its own (*high*: seen on an official page; *medium*: a good
second source; *low*: shown as "call first", with another line beside it). *national*: the state has none in any source, a
national line of the program answers. A dash: nothing of this program; the Eldercare Locator answers.

"""
_MATRIX_HEAD = """
## Needs by state

Every one of the {cells:,} cells is in [matrix.csv](matrix.csv): in how many counties a local service answers, which state
office, which national program, and why where it is only that.

| need | local services | local agency's help line | state office only | national only | Eldercare Locator and 211 only |
|---|---|---|---|---|---|
"""


def write_report(folder: Path, states: Sequence[StateCoverage], cells: Sequence[Cell]) -> None:
    """Write `README.md` and `matrix.csv` into `folder`, made when missing."""
    folder.mkdir(parents=True, exist_ok=True)
    page = _HEAD + _by_state(states) + _MATRIX_HEAD.format(cells=len(cells)) + _by_need(cells)
    (folder / "README.md").write_text(page, "utf-8")
    with (folder / "matrix.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, [f.name for f in fields(Cell)], lineterminator="\n")
        writer.writeheader()
        writer.writerows(asdict(cell) for cell in cells)


def _by_state(states: Sequence[StateCoverage]) -> str:
    counties = sum(row.counties for row in states)
    own = sum(row.own_agency for row in states)
    lines = [
        f"Of {counties:,} counties {own:,} ({own / counties:.0%}) have an Area Agency on Aging of their own in the "
        "directory; in the others the line of the state answers.\n",
        "| state | counties | own agency | " + " | ".join(PROGRAMS[1:]) + " |",
        "|---|---|---|" + "---|" * len(PROGRAMS[1:]),
    ]
    for row in states:
        trust = " | ".join(row.trust[program] or "–" for program in PROGRAMS[1:])
        share = f"{row.own_agency / row.counties:.0%}" if row.counties else "–"
        lines.append(f"| {state_label(row.state)} | {row.counties} | {share} | {trust} |")
    return "\n".join(lines) + "\n"


def _by_need(cells: Sequence[Cell]) -> str:
    lines = []
    for need in dict.fromkeys(cell.need for cell in cells):
        kinds = [kind_of(cell) for cell in cells if cell.need == need]
        counts = " | ".join(str(kinds.count(kind)) for kind in KINDS)
        lines.append(f"| {need} | {counts} |")
    return "\n".join(lines) + "\n"


def kind_of(cell: Cell) -> str:
    """The nearest kind of answer, one of KINDS."""
    if cell.local_counties:
        return "local"
    if cell.agency_counties:
        return "agency"
    if cell.state_service:
        return "state"
    return "nation" if cell.national_service else "net"
