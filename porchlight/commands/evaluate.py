"""`porchlight evaluate`: how well it understands, finds and keeps people safe."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.progress import track
from rich.table import Table

from porchlight.evaluation import understanding as understood
from porchlight.evaluation.acts import act_misses, read_turns
from porchlight.evaluation.scenarios import read_scenarios, replay
from porchlight.evaluation.understanding import Outcome, understand
from porchlight.processes.stack import running_stack
from porchlight.settings import Settings
from resources_index.examples import read_examples
from resources_index.index.needs import need_meanings

_console = Console(highlight=False, width=110)
_SETS = "data/evaluation"
# Thousands of messages in a few minutes: the limits meant for strangers are lifted for ourselves.
_OPEN = {"RATE_LIMIT": "1000000 per minute"}


def command(
    part: Annotated[
        str,
        typer.Argument(
            help="all, understanding, acts, examples, scenarios, search, safety or places"
        ),
    ] = "all",
    messages: Annotated[
        Path | None, typer.Option(help="another labelled set of messages (JSON Lines)")
    ] = None,
    misses: Annotated[bool, typer.Option(help="print every message that went wrong")] = False,
    url: Annotated[str | None, typer.Option(help="a stack that runs already")] = None,
) -> None:
    """Measure against the test sets in data/evaluation, and print tables."""
    settings = Settings.read()
    os.environ.setdefault("ENCODER_DIR", str(settings.encoder_dir))
    offline: dict[str, Callable[[Settings], None]] = {
        "search": _search, "safety": _safety, "places": _places, "examples": _examples,
    }  # fmt: skip
    for name, measure in offline.items():
        if part in ("all", name):
            measure(settings)
    if part not in ("all", "understanding", "acts", "scenarios"):
        return
    if url is not None:
        _online(settings, part, url, messages, misses)
        return
    with running_stack(settings, _OPEN) as stack:
        _online(settings, part, stack.url, messages, misses)


def _online(settings: Settings, part: str, url: str, messages: Path | None, misses: bool) -> None:
    if part in ("all", "understanding"):
        _understanding(settings, url, messages, misses)
    if part in ("all", "acts"):
        _acts(settings, url)
    if part in ("all", "scenarios"):
        _scenarios(settings, url)


def _understanding(settings: Settings, url: str, messages: Path | None, misses: bool) -> None:
    folder = settings.root / _SETS / "understanding"
    for path in [messages] if messages else sorted(folder.glob("*.jsonl")):
        _understanding_of(path, url, misses)


def _understanding_of(path: Path, url: str, misses: bool) -> None:
    labelled = understood.read_labelled(path)
    outcomes = understand(url, track(labelled, path.stem, console=_console))
    title = f"Understanding, {path.stem}: {len(outcomes)} messages"
    table = Table(title=title, title_justify="left")
    for column in ("", "all", "English", "Spanish"):
        table.add_column(column, justify="left" if not column else "right")
    groups = [outcomes, _only(outcomes, "en"), _only(outcomes, "es")]
    for name in understood.need_figures(outcomes):
        if any("needs" in o.label for o in outcomes):
            figures = (understood.need_figures(group)[name] for group in groups)
            table.add_row(name, *(f"{figure:.3f}" for figure in figures))
    for name, right in _FIELDS.items():
        with_label = [[o for o in group if name in o.label] for group in groups]
        if with_label[0]:
            table.add_row(name, *(f"{understood.share(group, right):.3f}" for group in with_label))
    if not any("needs" in o.label for o in outcomes):
        _console.print(table)
        return
    table.add_row("calibration error", f"{understood.calibration_error(outcomes):.3f}", "", "")
    _console.print(table)
    weak = sorted(understood.per_need_f1(outcomes).items(), key=lambda item: item[1])
    _console.print("F1 per need: " + ", ".join(f"{name} {f1:.2f}" for name, f1 in weak))
    if misses:
        _print_misses(outcomes)


_FIELDS: dict[str, Callable[[Outcome], bool]] = {
    "place": understood.place_right,
    "about": understood.person_right,
    "language": lambda o: o.understood.get("language") == o.label["language"],
    "act": lambda o: o.understood.get("act") == o.label["act"],
    "crisis": lambda o: o.understood.get("crisis") == o.label["crisis"],
}


def _only(outcomes: list[Outcome], language: str) -> list[Outcome]:
    return [outcome for outcome in outcomes if outcome.label["language"] == language]


def _print_misses(outcomes: list[Outcome]) -> None:
    for outcome in outcomes:
        wrong = [
            name for name, right in _FIELDS.items() if name in outcome.label and not right(outcome)
        ]
        if outcome.label.get("needs") and not outcome.right_needs & set(outcome.needs[:1]):
            wrong.append("needs")
        if wrong:
            got = {name: outcome.understood.get(name) for name in wrong}
            _console.print(f"{outcome.label['text']!r}\n   wanted {outcome.label}\n   got {got}")


def _acts(settings: Settings, url: str) -> None:
    for path in sorted((settings.root / _SETS / "acts").glob("*.tsv")):
        turns = read_turns(path)
        missed = act_misses(url, track(turns, f"acts, {path.stem}", console=_console))
        _console.print(f"Acts right, {path.name}: {len(turns) - len(missed)} of {len(turns)}")
        for miss in missed:
            _console.print(f"- {miss.message!r}: wanted {miss.label}, got {miss.got}")


def _scenarios(settings: Settings, url: str) -> None:
    scenarios = read_scenarios(settings.root / _SETS / "scenarios")
    failures = [list(replay(url, scenario)) for scenario in track(scenarios, "scenarios")]
    passed = sum(not failed for failed in failures)
    _console.print(f"Scenarios passed: {passed} of {len(scenarios)}")
    for failure in (failure for failed in failures for failure in failed):
        _console.print(
            f"- {failure.scenario}, turn {failure.turn} {failure.said!r}: expected "
            f"{failure.expected}; heard: {failure.heard[:200]!r}"
        )


def _search(settings: Settings) -> None:
    from resources_index.evaluation.search_quality import evaluate  # noqa: PLC0415 (torch)

    for title, rows in evaluate(settings.data_dir):
        table = Table(title=title, title_justify="left")
        for column in rows[0]:
            table.add_column(column)
        for row in rows:
            table.add_row(*row.values())
        _console.print(table)


def _places(settings: Settings) -> None:
    from resources_index.evaluation.places_quality import evaluate_places  # noqa: PLC0415

    for path in sorted((settings.root / _SETS / "places").glob("*.tsv")):
        found = evaluate_places(path, settings.root / "data" / "places")
        kinds = ", ".join(f"{kind} {len(lines)}" for kind, lines in found.misses.items())
        share = found.right / found.total
        _console.print(
            f"Places of {found.total} messages ({path.name}): right {found.right} ({share:.3f}), {kinds}"
        )
        for kind, lines in found.misses.items():
            for line in lines:
                _console.print(f"  {kind}: {line}", markup=False)


def _examples(settings: Settings) -> None:
    """How alike the training examples are, and how far the stock model gets with definitions alone."""
    from resources_index.evaluation.stock_needs import (  # noqa: PLC0415 (torch)
        NEAR_DUPLICATE,
        diversity,
        nearest_definitions,
    )

    found = diversity(read_examples(settings.root / "data" / "dialogue" / "needs"))
    _console.print(
        f"Of {found.examples:,} examples {found.near_duplicates / found.examples:.2%} have another for the same need "
        f"at a cosine of {NEAR_DUPLICATE} or more in the stock model; most in {found.worst_need} ({found.worst_share:.1%})"
    )
    for path in sorted((settings.root / _SETS / "understanding").glob("*.jsonl")):
        labelled = [label for label in understood.read_labelled(path) if label.get("needs")]
        if labelled:
            ranked = nearest_definitions([label["text"] for label in labelled], need_meanings())
            _console.print(f"Nearest definition, {path.stem}: {_first_and_three(labelled, ranked)}")


def _first_and_three(labelled: list[dict[str, Any]], ranked: list[list[str]]) -> str:
    shares = []
    for language in ("en", "es"):
        of_it = [
            (r, {*one["needs"]})
            for one, r in zip(labelled, ranked, strict=True)
            if one["language"] == language
        ]
        first = sum(r[0] in right for r, right in of_it) / max(1, len(of_it))
        three = sum(bool(right & set(r[:3])) for r, right in of_it) / max(1, len(of_it))
        shares.append(f"{language} first need right {first:.3f}, in the first three {three:.3f}")
    return "; ".join(shares)


def _safety(settings: Settings) -> None:
    from gateway.safety.evaluate import evaluate  # noqa: PLC0415 (only when asked for)

    evaluate(settings.data_dir, settings.encoder_dir)
