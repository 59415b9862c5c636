"""Build what the processes need: each step once, and again only when its inputs change."""

from __future__ import annotations

import hashlib
import subprocess
import time
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console

from porchlight.errors import UserError
from porchlight.settings import Settings

_console = Console(highlight=False)


@dataclass(frozen=True)
class Step:
    """A thing to build: by which command, from which files, ending in which stamp."""

    title: str
    stamp: str
    inputs: tuple[str, ...]
    command: tuple[str, ...]
    advice: str
    needed: bool = True  # else the rest goes on without it, and it is tried again next time


def steps(settings: Settings) -> list[Step]:
    """In the order in which they need each other."""
    ours = str(settings.root / ".venv" / "bin" / "python")
    island = str(settings.root / ".venv-rasa" / "bin" / "python")
    encoder = str(settings.encoder_dir.relative_to(settings.root))
    second = str(settings.data_dir / "second_reader" / "encoder.json")
    return [
        Step(
            "search index",
            "index.stamp",
            ("data/directory", "data/needs.csv", "data/dialogue/needs", encoder, "resources_index"),
            (ours, "-m", "porchlight", "index", "build"),
            "The index could not be built: mend what the log names, then run this again.",
        ),
        Step(
            "second reader (fetches 395 MB, keeps 255)",
            "second.stamp",
            ("data/second_reader", "resources_index/encoder"),
            (ours, "-m", "resources_index.encoder.second"),
            "The second reader could not be fetched: all works without it, with more false alarms and misunderstandings.",
            needed=False,
        ),
        Step(
            "crisis check",
            "safety.stamp",
            (
                "data/dialogue/crisis",
                "data/dialogue/scams",
                "data/dialogue/needs",
                "data/dialogue/acts",
                "data/dialogue/said",
                "data/directory",
                encoder,
                second,
                "gateway/safety",
            ),
            (ours, "-m", "gateway.safety.train"),
            "The crisis check could not be trained: mend what the log names, then run this again.",
        ),
        Step(
            "trained bot",
            "bot.stamp",
            ("config.yml", "bot", "data/dialogue", "data/needs.csv", encoder, second),
            (island, "-m", "bot.train", "--out", str(settings.data_dir / "models")),
            "The bot could not be trained: mend what the log names, then run this again.",
        ),
    ]


def set_up(settings: Settings) -> None:
    """Raises UserError with what to do when a step fails."""
    stamps = settings.data_dir / "stamps"
    stamps.mkdir(parents=True, exist_ok=True)
    for step in steps(settings):
        _do(step, settings, stamps / step.stamp)


def _do(step: Step, settings: Settings, stamp: Path) -> None:
    made_from = digest_of(settings.root / name for name in step.inputs)
    if stamp.exists() and stamp.read_text("utf-8") == made_from:
        return
    _console.print(f"\\[set-up] {step.title} …")
    begun = time.monotonic()
    log = settings.data_dir / "logs" / "setup.log"
    log.parent.mkdir(parents=True, exist_ok=True)
    with log.open("ab") as file:
        result = subprocess.run(
            step.command,
            cwd=settings.root,
            env=settings.environment(),
            stdout=file,
            stderr=subprocess.STDOUT,
            check=False,
        )
    if result.returncode != 0 and step.needed:
        raise UserError(f"{step.advice} The log is {log}.")
    if result.returncode != 0:
        _console.print(f"\\[set-up] {step.advice}")
        return
    stamp.write_text(made_from, "utf-8")
    _console.print(f"\\[set-up] {step.title}: done in {time.monotonic() - begun:.0f} s")


def digest_of(paths: Iterable[Path]) -> str:
    """One digest over files and folders, by name and content."""
    total = hashlib.sha256()
    for path in paths:
        files = sorted(path.rglob("*")) if path.is_dir() else [path]
        for file in files:
            if file.is_file() and file.suffix != ".pyc":
                total.update(str(file.relative_to(path.parent)).encode())
                total.update(file.read_bytes())
    return total.hexdigest()
