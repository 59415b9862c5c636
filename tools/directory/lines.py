"""The line of each state that knows its area agencies, for agencies whose own number no source gives."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from tools.directory.content import Kind, Text

_TRUST = {"high": 0, "medium": 1, "low": 2}


@dataclass(frozen=True)
class Line:
    """A number (ten digits), whose it is, and its source."""

    name: Text
    phone: str
    source: str
    trust: str


ELDERCARE = Line(Text("the Eldercare Locator", "el Eldercare Locator"), "8006771116",
                 "national help lines, gathered November 2026", "high")  # fmt: skip


def state_lines(rows: Iterable[dict[str, str]]) -> dict[str, Line]:
    """The best state-wide aging line of each state; numbers of low trust are left out."""
    best: dict[str, tuple[int, Line]] = {}
    for row in rows:
        wide = row["kind"] in ("ADRC", "SUA") and not row["counties"] and row["phone10"]
        if not wide or row["confidence"] == "low":
            continue
        # An entry line is meant for callers; a state office may be a switchboard.
        rank = _TRUST[row["confidence"]] + (0 if row["kind"] == "ADRC" else 2)
        line = Line(Text("the state's aging line", "la línea estatal para mayores"), row["phone10"], row["source"],
                    row["confidence"])  # fmt: skip
        if row["state"] not in best or rank < best[row["state"]][0]:
            best[row["state"]] = (rank, line)
    return {state: line for state, (_, line) in best.items()}


def through(kind: Kind, line: Line, agency: str) -> Kind:
    """`kind` as it is reached through another's line: the caller asks to be put through to `agency`."""
    summary = Text(f"{kind.summary.en} This is {line.name.en}: ask for the agency by name.",
                   f"{kind.summary.es} Este número es {line.name.es}: pida la agencia por su nombre.")  # fmt: skip
    ask = Text(f"Please connect me to {agency}.", f"Por favor, comuníqueme con {agency}.")
    return replace(kind, summary=summary, ask=ask)
