"""BM25: over the services' own words for a few candidates, over all examples at once."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from math import log

import numpy as np
from numpy.typing import NDArray

from resources_index.search.words import words

_K1 = 1.2
_B = 0.6
# The usual ones, for the examples.
_EXAMPLE_K1 = 1.5
_EXAMPLE_B = 0.75


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


class ExampleWords:
    """BM25 of every example at once, from one short list a word.

    The figures are those of the library bm25s (a test holds them to it), which brings 70 MB of compiler along.
    """

    def __init__(self, texts: Sequence[Sequence[str]]) -> None:
        self._rows = len(texts)
        lengths = np.array([len(text) for text in texts], dtype=np.float64)
        norms = _EXAMPLE_K1 * (1 - _EXAMPLE_B + _EXAMPLE_B * lengths / max(lengths.mean(), 1e-9))
        found: dict[str, dict[int, int]] = defaultdict(dict)
        for row, text in enumerate(texts):
            for word, often in Counter(text).items():
                found[word][row] = often
        self._lists: dict[str, tuple[NDArray[np.int32], NDArray[np.float32]]] = {}
        for word, counts in found.items():
            rows = np.fromiter(counts.keys(), dtype=np.int32, count=len(counts))
            times = np.fromiter(counts.values(), dtype=np.float64, count=len(counts))
            rarity = log(1 + (self._rows - len(counts) + 0.5) / (len(counts) + 0.5))
            self._lists[word] = (rows, (rarity * times / (times + norms[rows])).astype(np.float32))

    def scores(self, asked: Sequence[str]) -> NDArray[np.float32]:
        """One score an example [rows]; a word that is asked twice counts twice."""
        totals = np.zeros(self._rows, dtype=np.float32)
        for word in asked:
            rows, weights = self._lists.get(word, (_NONE, _NOTHING))
            totals[rows] += weights
        return totals


_NONE = np.empty(0, dtype=np.int32)
_NOTHING = np.empty(0, dtype=np.float32)
