"""Which kinds of need a text is about, ranked by the bank of examples.

The mean of the two nearest examples of each kind, joined with BM25 over the examples: measured far
better than comparing with one description of each kind, or with one averaged vector.
"""

from __future__ import annotations

from collections.abc import Sequence

import bm25s
import numpy as np
from numpy.typing import NDArray

from resources_index.search.words import words

_NEAREST = 2
_LEXICAL_WEIGHT = 0.3


class NeedRanker:
    """Holds the examples' vectors and their lexical index."""

    def __init__(
        self,
        needs: Sequence[str],
        example_needs: Sequence[Sequence[str]],
        vectors: NDArray[np.float32],
        texts: Sequence[str],
    ) -> None:
        self.needs = list(needs)
        rows_of: dict[str, list[int]] = {need: [] for need in self.needs}
        for row, named in enumerate(example_needs):
            for need in named:
                if need in rows_of:
                    rows_of[need].append(row)
        self._groups = [np.array(rows_of[need], dtype=np.int64) for need in self.needs]
        self._vectors = vectors
        self._lexical = bm25s.BM25()
        self._lexical.index([words(text) for text in texts], show_progress=False)

    def scores(self, text: str, vector: NDArray[np.float32]) -> NDArray[np.float32]:
        """One score a need, in the order of `needs`; about 0 for nothing in common, higher is better."""
        near = self._vectors @ vector
        semantic = np.array([_mean_of_best(near[group]) for group in self._groups])
        tokens = words(text)
        if not tokens:
            return semantic.astype(np.float32)
        found = self._lexical.get_scores(tokens)
        lexical = np.array([_mean_of_best(found[group]) for group in self._groups])
        return (_standard(semantic) + _LEXICAL_WEIGHT * _standard(lexical)).astype(np.float32)

    def rank(
        self, text: str, vector: NDArray[np.float32], most: int = 3
    ) -> list[tuple[str, float]]:
        """The best needs with their scores. Only those near the best one: most texts have one need."""
        scores = self.scores(text, vector)
        order = np.argsort(-scores)[:most]
        best = float(scores[order[0]])
        return [(self.needs[i], float(scores[i])) for i in order if best - float(scores[i]) < 1.0]


def _mean_of_best(values: NDArray[np.float32]) -> float:
    if len(values) == 0:
        return 0.0
    if len(values) <= _NEAREST:
        return float(values.mean())
    return float(np.partition(values, -_NEAREST)[-_NEAREST:].mean())


def _standard(values: NDArray[np.float64]) -> NDArray[np.float64]:
    spread = values.std()
    if spread == 0:
        return np.zeros_like(values)
    standard: NDArray[np.float64] = (values - values.mean()) / spread
    return standard
