"""How one encoder sees the acts: a classifier on sentence vectors and the nearest examples."""

from pathlib import Path
from typing import List, Sequence

import numpy as np

from bot.components.nearest import NearestExamples
from bot.components.softmax import Softmax

_STRENGTH = 40.0
_NEAREST_SHARE = 0.3
LEAST = 1e-4


class ActView:
    """Both are trained on the same turns: they err on different ones."""

    def __init__(self, sense: Softmax, near: NearestExamples) -> None:
        if sense.labels != near.labels:
            raise ValueError("All classifiers must know the same acts: train the bot again.")
        self._sense = sense
        self._near = near

    @property
    def labels(self) -> List[str]:
        """The acts, in the order of the columns."""
        return self._sense.labels

    @classmethod
    def fit(cls, vectors: np.ndarray, acts: Sequence[str], weights: np.ndarray) -> "ActView":
        """`vectors` [turns, dimension]; one act and one weight a turn."""
        return cls(
            Softmax.fit(vectors, acts, _STRENGTH, weights),
            NearestExamples.fit([(act,) for act in acts], vectors),
        )

    def logs(self, vector: np.ndarray) -> np.ndarray:
        """Logarithm of the share of each act [acts], of one turn's `vector` [dimension]."""
        sense = np.log(self._sense.shares(vector[None, :])[0] + LEAST)
        near = np.log(self._near.shares(vector[None, :])[0] + LEAST)
        logs: np.ndarray = (1 - _NEAREST_SHARE) * sense + _NEAREST_SHARE * near
        return logs

    def save(self, folder: Path, name: str) -> None:
        """Two files of plain arrays."""
        np.savez(folder / f"{name}_sense.npz", **self._sense.arrays())
        self._near.save(folder / f"{name}_near.npz")

    @classmethod
    def load(cls, folder: Path, name: str) -> "ActView":
        """The inverse of `save`."""
        return cls(
            Softmax.from_arrays(dict(np.load(folder / f"{name}_sense.npz"))),
            NearestExamples.load(folder / f"{name}_near.npz"),
        )
