"""What people call a programme besides its own name (data/also_called.tsv): food stamps, QMB, HICAP."""

from __future__ import annotations

import csv
import functools
from pathlib import Path

ALIASES = Path(__file__).resolve().parents[2] / "data" / "also_called.tsv"


@functools.cache
def _table() -> tuple[tuple[str, str], ...]:
    with ALIASES.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return tuple((row["service"], row["also called"]) for row in rows)


@functools.cache
def also_called(name: str) -> str:
    """The words by which a service of this name is asked for, in English and Spanish; '' for most."""
    return " ".join(words for part, words in _table() if part in name)
