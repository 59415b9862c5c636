"""How likely each need is for a text: logistic regression, nearest examples and the encoder's own head."""

from collections import Counter
from pathlib import Path
from typing import List, Optional, Sequence

import numpy as np

from bot.components.bank import Example
from bot.components.softmax import Softmax

_STRENGTH = 12.0
_NEIGHBOUR_SHARPNESS = 18.0


class NeedScorer:
    """Three views of the same vector; their mean is better than each."""

    def __init__(
        self, regression: Softmax, vectors: np.ndarray, owners: np.ndarray, head: Optional[Softmax]
    ) -> None:
        self._regression = regression
        self._vectors = vectors
        self._owners = owners
        self._head = head

    @property
    def needs(self) -> List[str]:
        """Need ids, in the order of the columns."""
        return self._regression.labels

    @classmethod
    def fit(
        cls, examples: Sequence[Example], vectors: np.ndarray, head: Optional[Softmax]
    ) -> "NeedScorer":
        """A message with two needs teaches both, each with half the weight."""
        rows, labels, weights = [], [], []
        for row, example in enumerate(examples):
            for need in example.needs:
                rows.append(row)
                labels.append(need)
                weights.append(1.0 / len(example.needs))
        # Some needs have more examples than others: half way to giving each need the same say.
        often = Counter(labels)
        balance = np.array([1.0 / np.sqrt(often[label]) for label in labels])
        balance *= len(labels) / balance.sum()
        regression = Softmax.fit(vectors[rows], labels, _STRENGTH, np.array(weights) * balance)
        column = {need: index for index, need in enumerate(regression.labels)}
        owners = np.zeros((len(examples), len(column)), dtype=bool)
        for row, example in enumerate(examples):
            for need in example.needs:
                owners[row, column[need]] = True
        return cls(regression, vectors.astype(np.float32), owners, head)

    def shares(self, vectors: np.ndarray) -> np.ndarray:
        """[rows, needs], rows sum to one."""
        views = [self._regression.shares(vectors), self._nearest(vectors)]
        if self._head is not None:
            order = [self._head.labels.index(need) for need in self.needs]
            # The head was trained with the encoder itself and is the best of the three.
            views += [self._head.shares(vectors)[:, order]] * 2
        return np.mean(views, axis=0)

    def _nearest(self, vectors: np.ndarray) -> np.ndarray:
        """The mean closeness of the two nearest examples of each need, as shares."""
        close = vectors @ self._vectors.T
        result = np.empty((len(vectors), self._owners.shape[1]), dtype=np.float64)
        for column in range(self._owners.shape[1]):
            own = close[:, self._owners[:, column]]
            nearest = np.partition(own, -2, axis=1)[:, -2:] if own.shape[1] > 1 else own
            result[:, column] = nearest.mean(axis=1)
        logits = _NEIGHBOUR_SHARPNESS * result
        logits -= logits.max(axis=1, keepdims=True)
        exponents = np.exp(logits)
        return exponents / exponents.sum(axis=1, keepdims=True)

    def save(self, path: Path) -> None:
        """One file of plain arrays."""
        arrays = {f"regression_{k}": v for k, v in self._regression.arrays().items()}
        if self._head is not None:
            arrays.update({f"head_{k}": v for k, v in self._head.arrays().items()})
        np.savez(path, vectors=self._vectors.astype(np.float16), owners=self._owners, **arrays)

    @classmethod
    def load(cls, path: Path) -> "NeedScorer":
        """The inverse of `save`."""
        arrays = dict(np.load(path))
        parts = {
            name: {k[len(name) + 1 :]: v for k, v in arrays.items() if k.startswith(f"{name}_")}
            for name in ("regression", "head")
        }
        head = Softmax.from_arrays(parts["head"]) if parts["head"] else None
        vectors = arrays["vectors"].astype(np.float32)
        return cls(Softmax.from_arrays(parts["regression"]), vectors, arrays["owners"], head)


def read_head(folder: Path) -> Optional[Softmax]:
    """The head that was trained with the encoder, if there is one."""
    path = folder / "needs_head.npz"
    if not path.exists():
        return None
    arrays = np.load(path)
    return Softmax(arrays["W"], arrays["b"], [str(label) for label in arrays["labels"]])
