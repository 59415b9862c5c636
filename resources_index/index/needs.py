"""The list of needs with plain names (data/needs.csv)."""

from __future__ import annotations

import csv
import functools
from pathlib import Path

_TABLE = Path(__file__).resolve().parents[2] / "data" / "needs.csv"


@functools.cache
def _table() -> dict[str, dict[str, str]]:
    with _TABLE.open(encoding="utf-8", newline="") as file:
        return {row["need_id"]: row for row in csv.DictReader(file)}


def need_ids() -> list[str]:
    """All need ids, in the order of the table."""
    return list(_table())


def need_name(need: str, language: str) -> str:
    """The plain name of a need; the id itself when it is not in the table."""
    row = _table().get(need)
    return need if row is None else row["name_es" if language == "es" else "name_en"]


def need_meanings() -> dict[str, str]:
    """The definition of each need."""
    return {need: row["meaning"] for need, row in _table().items()}
