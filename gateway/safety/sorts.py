"""What sort of danger a kind of crisis is, so that the fixed text fits: gas, cold, somebody missing."""

from __future__ import annotations

import functools
import re
from pathlib import Path

import yaml

_FILE = Path(__file__).resolve().parent / "sorts.yml"


def sort_of(kind: str, normalised: str) -> str | None:
    """The sort of a crisis of `kind` (sorts.yml) that `normalised` tells of, if it is plain."""
    for sort, patterns in _sorts()[kind].items():
        if any(pattern.search(normalised) for pattern in patterns):
            return sort
    return None


def sorts(kind: str) -> list[str]:
    """All sorts of `kind`, each with texts of its own."""
    return list(_sorts()[kind])


@functools.cache
def _sorts() -> dict[str, dict[str, list[re.Pattern[str]]]]:
    table = yaml.safe_load(_FILE.read_text("utf-8"))
    return {
        kind: {sort: [re.compile(line) for line in lines] for sort, lines in of_kind.items()}
        for kind, of_kind in table.items()
    }
