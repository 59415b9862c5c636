"""How likely each label is for a text: how close its two nearest examples are.

For needs, measured on messages by other hands against logistic regression on the same vectors, its mixtures with this,
one to eight neighbours, and the head that the encoder is trained with: the two nearest examples won in both
languages. The vectors are centred first: what all messages share says nothing. All examples count: lending only
90 of each need cost two points in English.
"""

from pathlib import Path
from typing import List, Sequence

import numpy as np

_NEIGHBOURS = 2
# Chosen so that a score of .7 is right in about seven of ten messages.
SHARPNESS = 23.0


class NearestExamples:
    """Example vectors with their labels: needs, or kinds of turn."""

    def __init__(
        self, labels: Sequence[str], vectors: np.ndarray, owners: np.ndarray, centre: np.ndarray
    ) -> None:
        self.labels: List[str] = list(labels)
        self._vectors = vectors
        self._owners = owners
        self._centre = centre

    @classmethod
    def fit(cls, labels_of: Sequence[Sequence[str]], vectors: np.ndarray) -> "NearestExamples":
        """From the labels of each example and the examples' vectors [examples, dimension]."""
        labels = sorted({label for own in labels_of for label in own})
        owners = np.zeros((len(labels_of), len(labels)), dtype=bool)
        for row, own in enumerate(labels_of):
            for label in own:
                owners[row, labels.index(label)] = True
        kept = vectors.astype(np.float32)
        centre = kept.mean(axis=0)
        return cls(labels, _centred(kept, centre), owners, centre)

    def shares(self, vectors: np.ndarray) -> np.ndarray:
        """[rows, labels], rows sum to one."""
        close = _centred(vectors, self._centre) @ self._vectors.T
        nearest = np.empty((len(vectors), len(self.labels)), dtype=np.float64)
        for column in range(len(self.labels)):
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
            labels=np.array(self.labels),
            vectors=self._vectors.astype(np.float16),
            owners=self._owners,
            centre=self._centre,
        )

    @classmethod
    def load(cls, path: Path) -> "NearestExamples":
        """The inverse of `save`."""
        arrays = np.load(path)
        labels = [str(label) for label in arrays["labels"]]
        return cls(labels, arrays["vectors"].astype(np.float32), arrays["owners"], arrays["centre"])


def _centred(vectors: np.ndarray, centre: np.ndarray) -> np.ndarray:
    moved = vectors - centre
    return moved / np.linalg.norm(moved, axis=1, keepdims=True)
