"""Questions to ask, by need (data/plan/questions.yml)."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

_FILE = Path(__file__).resolve().parents[2] / "data" / "plan" / "questions.yml"


@dataclass(frozen=True)
class Asked:
    """A question with the id by which it can be hidden or removed."""

    id: str
    text: str


@functools.cache
def _table() -> dict[str, Any]:
    table: dict[str, Any] = yaml.safe_load(_FILE.read_text("utf-8"))
    return table


def questions_for(needs: Sequence[str], kind: str, language: str) -> list[Asked]:
    """Ours for `needs`; `kind` is phone or doctor. What every call asks comes first."""
    column = 1 if language == "es" else 0
    found = []
    if kind == "phone" and needs:
        found = [Asked(f"every.{n}", pair[column]) for n, pair in enumerate(_table()["every_call"])]
    for need in needs:
        pairs = (_table()["needs"].get(need) or {}).get(kind) or ()
        found += [Asked(f"{need}.{kind}.{n}", pair[column]) for n, pair in enumerate(pairs)]
    return found
