"""Which of our needs a record of another directory answers, by the words of its taxonomy terms and its name."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable
from pathlib import Path

from resources_index.index.needs import need_ids

_MOST_NEEDS = 4


class NeedWords:
    """Words, or their beginnings, and the need that each tells."""

    def __init__(self, rows: Iterable[tuple[str, str]]) -> None:
        self._patterns = [
            (re.compile(rf"\b{re.escape(words.lower())}"), need) for words, need in rows
        ]

    @classmethod
    def read(cls, path: Path) -> NeedWords:
        """Read a table with the columns `words` and `need`. Raises ValueError for an unknown need."""
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = [(row["words"].strip(), row["need"].strip()) for row in csv.DictReader(file)]
        unknown = sorted({need for _, need in rows} - set(need_ids()))
        if unknown:
            raise ValueError(f"{path.name}: {unknown[0]!r} is no need id (see data/needs.csv)")
        return cls([(words, need) for words, need in rows if words])

    def needs_of(self, texts: Iterable[str]) -> tuple[str, ...]:
        """Needs in the order of the texts, the surest text first; at most four."""
        found: dict[str, None] = {}
        for text in texts:
            plain = text.lower().replace("counsell", "counsel")
            found.update(dict.fromkeys(self._of_one(plain)))
        return tuple(found)[:_MOST_NEEDS]

    def _of_one(self, text: str) -> list[str]:
        """Needs as their words come; "financial counseling" is not counseling too."""
        hits = [
            (m.start(), -m.end(), need)
            for pattern, need in self._patterns
            if (m := pattern.search(text))
        ]
        spans = [(start, -end) for start, end, _ in hits]
        return [
            need
            for start, end, need in sorted(hits)
            if not any(
                first <= start and -end <= last and (first, last) != (start, -end)
                for first, last in spans
            )
        ]
