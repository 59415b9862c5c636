"""How likely each need is for a text: how close its two nearest examples are.

Measured on messages by other hands against logistic regression on the same vectors, its mixtures with this,
one to eight neighbours, and the head that the encoder is trained with: the two nearest examples won in both
languages. The vectors are centred first: what all messages share says nothing. All examples count: lending only
90 of each need cost two points in English.
"""

from pathlib import Path
from typing import List, Sequence

import numpy as np

from bot.components.bank import Example

_NEIGHBOURS = 2
# Chosen so that a score of .7 is right in about seven of ten messages.
SHARPNESS = 23.0


class NeedScorer:
    """Example vectors with the needs that they ask for."""

    def __init__(
        self, needs: Sequence[str], vectors: np.ndarray, owners: np.ndarray, centre: np.ndarray
    ) -> None:
        self.needs: List[str] = list(needs)
        self._vectors = vectors
        self._owners = owners
        self._centre = centre

    @classmethod
    def fit(cls, examples: Sequence[Example], vectors: np.ndarray) -> "NeedScorer":
        """From the bank and its vectors [examples, dimension]."""
        needs = sorted({need for example in examples for need in example.needs})
        owners = np.zeros((len(examples), len(needs)), dtype=bool)
        for row, example in enumerate(examples):
            for need in example.needs:
                owners[row, needs.index(need)] = True
        kept = vectors.astype(np.float32)
        centre = kept.mean(axis=0)
        return cls(needs, _centred(kept, centre), owners, centre)

    def shares(self, vectors: np.ndarray) -> np.ndarray:
        """[rows, needs], rows sum to one."""
        close = _centred(vectors, self._centre) @ self._vectors.T
        nearest = np.empty((len(vectors), len(self.needs)), dtype=np.float64)
        for column in range(len(self.needs)):
            own = close[:, self._owners[:, column]]
            if own.shape[1] > _NEIGHBOURS:
                own = np.partition(own, -_NEIGHBOURS, axis=1)[:, -_NEIGHBOURS:]
            nearest[:, column] = own.mean(axis=1)
        logits = SHARPNESS * nearest
        logits -= logits.max(axis=1, keepdims=True)
        exponents = np.exp(logits)
        return exponents / exponents.sum(axis=1, keepdims=True)

    def save(self, path: Path) -> None:
        """One file of plain arrays."""
        np.savez(
            path,
            needs=np.array(self.needs),
            vectors=self._vectors.astype(np.float16),
            owners=self._owners,
            centre=self._centre,
        )

    @classmethod
    def load(cls, path: Path) -> "NeedScorer":
        """The inverse of `save`."""
        arrays = np.load(path)
        needs = [str(need) for need in arrays["needs"]]
        return cls(needs, arrays["vectors"].astype(np.float32), arrays["owners"], arrays["centre"])


def _centred(vectors: np.ndarray, centre: np.ndarray) -> np.ndarray:
    moved = vectors - centre
    return moved / np.linalg.norm(moved, axis=1, keepdims=True)
