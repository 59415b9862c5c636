"""BM25 over the services' own words, for a few candidates at a time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from math import log

from resources_index.search.words import words

_K1 = 1.2
_B = 0.6


class ServiceWords:
    """Word counts of every service; scores only the rows that are asked for.

    A library scores the whole collection for every query. After the hard filters some tens of rows are
    left, and counting on those is a hundred times less work.
    """

    def __init__(self, texts: Sequence[str]) -> None:
        # Many services are worded alike: equal texts share one count.
        counted: dict[str, Counter[str]] = {}
        for text in texts:
            if text not in counted:
                counted[text] = Counter(words(text))
        self._counts = [counted[text] for text in texts]
        self._lengths = [sum(counts.values()) for counts in self._counts]
        self._mean = sum(self._lengths) / max(1, len(self._lengths))
        found_in: Counter[str] = Counter()
        for counts in self._counts:
            found_in.update(counts.keys())
        total = len(self._counts)
        self._rarity = {w: log(1 + (total - n + 0.5) / (n + 0.5)) for w, n in found_in.items()}

    def score(self, asked: Sequence[str], row: int) -> float:
        """BM25 of one row for the query's words."""
        counts = self._counts[row]
        norm = _K1 * (1 - _B + _B * self._lengths[row] / self._mean) if self._mean else _K1
        total = 0.0
        for word in asked:
            often = counts.get(word, 0)
            if often:
                total += self._rarity[word] * often * (_K1 + 1) / (often + norm)
        return total
