"""Which kinds of need a text is about, ranked by the bank of examples.

The mean of the two nearest examples of each kind, joined with BM25 over the examples: measured far
better than comparing with one description of each kind, or with one averaged vector.
"""

from __future__ import annotations

from collections.abc import Sequence

import bm25s
import numpy as np
from numpy.typing import NDArray

from resources_index.index.flat import inner_products
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
        names: Sequence[tuple[str, str]] = (),
    ) -> None:
        """`names` are programmes as they are called, each with the need it is there for first of all."""
        self.needs = list(needs)
        self._groups = self._rows(example_needs)
        named = [*example_needs, *((need,) for _, need in names)]
        self._lexical_groups = self._rows(named)
        self._vectors = np.array(vectors, dtype=np.float32, order="C")
        self._lexical = bm25s.BM25()
        said = [*texts, *(name for name, _ in names)]
        self._lexical.index([words(text) for text in said], show_progress=False)

    def scores(self, text: str, vector: NDArray[np.float32]) -> NDArray[np.float32]:
        """One score a need, in the order of `needs`; about 0 for nothing in common, higher is better."""
        near = inner_products(self._vectors, vector)
        semantic = np.array([_mean_of_best(near[group]) for group in self._groups])
        tokens = words(text)
        if not tokens:
            return semantic.astype(np.float32)
        found = self._lexical.get_scores(tokens)
        lexical = np.array([_mean_of_best(found[group]) for group in self._lexical_groups])
        return (_standard(semantic) + _LEXICAL_WEIGHT * _standard(lexical)).astype(np.float32)

    def rank(
        self, text: str, vector: NDArray[np.float32], most: int = 3
    ) -> list[tuple[str, float]]:
        """The best needs with their scores. Only those near the best one: most texts have one need."""
        scores = self.scores(text, vector)
        order = np.argsort(-scores)[:most]
        best = float(scores[order[0]])
        return [(self.needs[i], float(scores[i])) for i in order if best - float(scores[i]) < 1.0]

    def _rows(self, named: Sequence[Sequence[str]]) -> list[NDArray[np.int64]]:
        rows_of: dict[str, list[int]] = {need: [] for need in self.needs}
        for row, needs in enumerate(named):
            for need in needs:
                if need in rows_of:
                    rows_of[need].append(row)
        return [np.array(rows_of[need], dtype=np.int64) for need in self.needs]


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
