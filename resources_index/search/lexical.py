"""BM25 over all examples at once. Over the services' own words: resources_index.index.postings."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from math import log

import numpy as np
from numpy.typing import NDArray

# The usual ones.
_EXAMPLE_K1 = 1.5
_EXAMPLE_B = 0.75


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
