"""Which kinds of need a text is about, ranked by the bank of examples.

The mean of the two nearest examples of each kind, joined with BM25 over the examples: measured far
better than comparing with one description of each kind, or with one averaged vector.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from resources_index.index.words import words
from resources_index.search.lexical import ExampleWords

_LEXICAL_WEIGHT = 0.3


class NeedRanker:
    """Holds the examples' vectors and their lexical index."""

    def __init__(
        self,
        needs: Sequence[str],
        example_needs: Sequence[Sequence[str]],
        near: Callable[[NDArray[np.float32]], NDArray[np.float32]],
        texts: Sequence[str],
        names: Sequence[tuple[str, str]] = (),
    ) -> None:
        """`near` gives the cosine of a vector to each example. `names` are programmes as they are called, each with the need it is there for first of all."""
        self.needs = list(needs)
        self._groups = _Groups(self.needs, example_needs)
        named = [*example_needs, *((need,) for _, need in names)]
        self._lexical_groups = _Groups(self.needs, named)
        self._near = near
        said = [*texts, *(name for name, _ in names)]
        self._lexical = ExampleWords([words(text) for text in said])

    def scores(self, text: str, vector: NDArray[np.float32]) -> NDArray[np.float32]:
        """One score a need, in the order of `needs`; about 0 for nothing in common, higher is better."""
        near = self._near(vector)
        semantic = self._groups.mean_of_best(near)
        tokens = words(text)
        if not tokens:
            return semantic.astype(np.float32)
        lexical = self._lexical_groups.mean_of_best(self._lexical.scores(tokens))
        return (_standard(semantic) + _LEXICAL_WEIGHT * _standard(lexical)).astype(np.float32)

    def rank(
        self, text: str, vector: NDArray[np.float32], most: int = 3
    ) -> list[tuple[str, float]]:
        """The best needs with their scores. Only those near the best one: most texts have one need."""
        scores = self.scores(text, vector)
        order = np.argsort(-scores)[:most]
        best = float(scores[order[0]])
        return [(self.needs[i], float(scores[i])) for i in order if best - float(scores[i]) < 1.0]


class _Groups:
    """Rows by need, laid out so that the best of every need come from a few passes over one array."""

    def __init__(self, needs: Sequence[str], named: Sequence[Sequence[str]]) -> None:
        rows_of: dict[str, list[int]] = {need: [] for need in needs}
        for row, said in enumerate(named):
            for need in said:
                if need in rows_of:
                    rows_of[need].append(row)
        # A need without rows is given one that never exists: its score is 0.
        self._nothing = len(named)
        sizes = [max(1, len(rows)) for rows in rows_of.values()]
        self._rows = np.array([row for rows in rows_of.values() for row in rows or [self._nothing]])
        self._starts = np.concatenate(([0], np.cumsum(sizes)[:-1]))
        self._group = np.repeat(np.arange(len(sizes)), sizes)
        self._alone = np.array(sizes) == 1

    def mean_of_best(self, scores: NDArray[np.float32]) -> NDArray[np.float32]:
        """For each need the mean of its two highest `scores` [rows]; of the one, where there is one."""
        values = np.append(scores, np.float32(0))[self._rows]
        best = np.maximum.reduceat(values, self._starts)
        is_best = values == best[self._group]
        others = np.maximum.reduceat(np.where(is_best, -np.inf, values), self._starts)
        shared = np.add.reduceat(is_best, self._starts) > 1
        second = np.where(shared | self._alone, best, others)
        mean: NDArray[np.float32] = ((best + second) / 2).astype(np.float32)
        return mean


def _standard(values: NDArray[np.float32]) -> NDArray[np.float32]:
    spread = values.std()
    if spread == 0:
        return np.zeros_like(values)
    standard: NDArray[np.float32] = (values - values.mean()) / spread
    return standard
