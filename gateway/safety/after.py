"""What a turn after a fixed text does, by rules that a person can read (after.yml)."""

from __future__ import annotations

import functools
import re
from pathlib import Path

import yaml

_FILE = Path(__file__).resolve().parent / "after.yml"
# A long message says more than one thing: it is judged by itself.
_MOST_WORDS = 30


def what_follows(kind: str, normalised: str) -> str | None:
    """What `normalised` does after a crisis of `kind` or after "scam", by name (after.yml); None when nothing of it."""
    if len(normalised.split()) > _MOST_WORDS:
        return None
    for name, patterns in _table()[kind].items():
        if any(pattern.search(normalised) for pattern in patterns):
            return name
    return None


@functools.cache
def _table() -> dict[str, dict[str, list[re.Pattern[str]]]]:
    table = yaml.safe_load(_FILE.read_text("utf-8"))
    return {
        kind: {name: [re.compile(line) for line in lines] for name, lines in of_kind.items()}
        for kind, of_kind in table.items()
    }
