"""Logistic regression kept as two plain arrays: no pickles, and fast to apply."""

from typing import List, Sequence

import numpy as np
from sklearn.linear_model import LogisticRegression


class Softmax:
    """Class shares from vectors: [rows, classes]."""

    def __init__(self, weights: np.ndarray, bias: np.ndarray, labels: Sequence[str]) -> None:
        self.weights = weights
        self.bias = bias
        self.labels: List[str] = list(labels)

    @classmethod
    def fit(
        cls, vectors: np.ndarray, labels: Sequence[str], strength: float, sample_weight: np.ndarray
    ) -> "Softmax":
        """`strength` is the inverse of regularisation; unit vectors need a large one."""
        model = LogisticRegression(C=strength, max_iter=400)
        model.fit(vectors, labels, sample_weight=sample_weight)
        weights, bias = model.coef_.T, model.intercept_
        if weights.shape[1] == 1:
            weights = np.hstack([-weights / 2, weights / 2])
            bias = np.array([-bias[0] / 2, bias[0] / 2])
        return cls(weights.astype(np.float32), bias.astype(np.float32), model.classes_)

    def shares(self, vectors: np.ndarray) -> np.ndarray:
        """Rows sum to one."""
        logits = vectors @ self.weights + self.bias
        logits -= logits.max(axis=1, keepdims=True)
        exponents = np.exp(logits)
        return exponents / exponents.sum(axis=1, keepdims=True)

    def arrays(self) -> dict:
        """For np.savez."""
        return {"weights": self.weights, "bias": self.bias, "labels": np.array(self.labels)}

    @classmethod
    def from_arrays(cls, arrays: dict) -> "Softmax":
        """The inverse of `arrays`."""
        return cls(arrays["weights"], arrays["bias"], [str(label) for label in arrays["labels"]])
