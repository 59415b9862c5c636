"""Whom a record of another directory is for, by the words of its terms and its name."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable
from pathlib import Path


class Audience:
    """Words, or their beginnings, that tell of younger people or of older ones."""

    def __init__(self, younger: Iterable[str], older: Iterable[str]) -> None:
        self._younger, self._older = _pattern(younger), _pattern(older)

    @classmethod
    def read(cls, path: Path) -> Audience:
        """Read a table with the columns `words` and `who` (younger or older)."""
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = [(row["words"].strip(), row["who"].strip()) for row in csv.DictReader(file)]
        return cls(
            (words for words, who in rows if who == "younger"),
            (words for words, who in rows if who == "older"),
        )

    def only_younger(self, texts: Iterable[str]) -> bool:
        """Whether some text tells of younger people and none of older ones, or of adults as such."""
        every = " | ".join(texts).lower()
        return bool(self._younger.search(every)) and not self._older.search(every)

    def older(self, texts: Iterable[str]) -> bool:
        """Whether some text tells of older people, or of adults as such."""
        return self._older.search(" | ".join(texts).lower()) is not None


def _pattern(words: Iterable[str]) -> re.Pattern[str]:
    known = [re.escape(each.lower()) for each in words]
    return re.compile(rf"\b(?:{'|'.join(known)})" if known else r"(?!)")
