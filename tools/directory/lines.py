"""The line of each state that knows its area agencies, for agencies whose own number no source gives."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from tools.directory.content import Kind, Text

_TRUST = {"high": 0, "medium": 1, "low": 2}


@dataclass(frozen=True)
class Line:
    """A number (ten digits), whose it is in a sentence, its source, and the name that stands beside the number."""

    name: Text
    phone: str
    source: str
    trust: str
    label: Text


ELDERCARE = Line(Text("the Eldercare Locator", "el Eldercare Locator"), "8006771116",
                 "national help lines, gathered November 2026", "high",
                 Text("Eldercare Locator", "Eldercare Locator"))  # fmt: skip


# Connecticut's five agencies answer one number for their state: the Medicare counseling that they give together.
_SHARED = {("CT", "CHOICES (CT SHIP)"): Text("CHOICES, the line of the state's five agencies",
                                             "CHOICES, la línea de las cinco agencias del estado")}  # fmt: skip


def state_lines(
    rows: Iterable[dict[str, str]], programs: Iterable[dict[str, str]] = ()
) -> dict[str, Line]:
    """The best state-wide aging line of each state; numbers of low trust are left out."""
    best: dict[str, tuple[int, Line]] = {}
    for row in rows:
        wide = row["kind"] in ("ADRC", "SUA") and not row["counties"] and row["phone10"]
        if not wide or row["confidence"] == "low":
            continue
        # An entry line is meant for callers; a state office may be a switchboard.
        rank = _TRUST[row["confidence"]] + (0 if row["kind"] == "ADRC" else 2)
        line = Line(Text("the state's aging line", "la línea estatal para mayores"), row["phone10"], row["source"],
                    row["confidence"], Text("State aging line", "Línea estatal para mayores"))  # fmt: skip
        if row["state"] not in best or rank < best[row["state"]][0]:
            best[row["state"]] = (rank, line)
    lines = {state: line for state, (_, line) in best.items()}
    for row in programs:
        name = _SHARED.get((row["state"], row["program"]))
        if name is not None:
            source = f"checked against {row['checked_against']}"
            lines.setdefault(
                row["state"], Line(name, row["phone10"], source, "high", Text("CHOICES", "CHOICES"))
            )
    return lines


def states_with_ombudsman(
    network: Iterable[dict[str, str]],
    contacts: Iterable[dict[str, str]],
    local_office: Callable[[str, str], tuple[str, ...]],
) -> set[str]:
    """States whose ombudsman answers a number of the whole state; an office of one island does not count."""
    rows = [
        row
        for row in contacts
        if (row.get("kind") or row.get("type")) == "LTC_OMBUDSMAN" and row["phone10"]
    ]
    local = {
        row["phone10"]
        for row in rows
        if local_office(row["state"], row.get("contact") or row.get("name") or "")
    }
    own = {row["state"] for row in rows if row["phone10"] not in local}
    whole = (
        row
        for row in network
        if row["kind"] == "OMBUDSMAN" and row["phone10"] and not row["counties"]
    )
    return own | {row["state"] for row in whole}


def page_only(kind: Kind) -> Kind:
    """`kind` of an office whose number no source gives: said as it is, with its page."""
    summary = Text("The state office on aging. We know no phone number for it; its page names the agency for your county.",
                   "La oficina del estado para personas mayores. No conocemos su teléfono; su página dice cuál agencia atiende "
                   "su condado.")  # fmt: skip
    return replace(kind, summary=summary, ask=Text("Look at the page.", "Vea la página."))


def through(kind: Kind, line: Line, agency: str) -> Kind:
    """`kind` as it is reached through another's line: the caller asks to be put through to `agency`."""
    summary = Text(f"{kind.summary.en} This is {line.name.en}: ask for the agency by name.",
                   f"{kind.summary.es} Este número es {line.name.es}: pida la agencia por su nombre.")  # fmt: skip
    ask = Text(f"Please connect me to {agency}. {kind.ask.en}",
               f"Por favor, comuníqueme con {agency}. {kind.ask.es}")  # fmt: skip
    return replace(kind, summary=summary, ask=ask)
