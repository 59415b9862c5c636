"""Kinds of danger, or of a scam, from the words and runs of letters of a message: logistic regression on hashed features.

Words and runs of letters know that "wont wake" and "woke up" are far apart, where sentence vectors blur them.
Hashing needs no table of words, so that the trained model is plain arrays.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, hstack
from sklearn.feature_extraction.text import HashingVectorizer
from sklearn.linear_model import SGDClassifier
from sklearn.preprocessing import normalize

from gateway.safety.normalise import normalise

_COLUMNS = 2**16
_A_WORD = r"[a-z0-9ñ']+"
_WORDS = HashingVectorizer(
    ngram_range=(1, 2),
    n_features=_COLUMNS,
    token_pattern=_A_WORD,
    alternate_sign=False,
    norm=None,
)
_LETTERS = HashingVectorizer(
    analyzer="char_wb", ngram_range=(3, 5), n_features=_COLUMNS, alternate_sign=False, norm=None
)
_REGULARISATION = 1e-5
_ROUNDS = 15
_SEED = 7

Blocks = list[csr_matrix]


class WordModel:
    """Shares of the kinds, none first; weights [2 * 2**16, kinds], bias [kinds], rarity [2 * 2**16]."""

    def __init__(
        self,
        weights: NDArray[np.float32],
        bias: NDArray[np.float32],
        rarity: NDArray[np.float32],
    ) -> None:
        self._weights = weights
        self._bias = bias
        self._rarity = rarity

    @classmethod
    def fit(
        cls, blocks: Blocks, kinds: NDArray[np.int64], weight: NDArray[np.float64]
    ) -> WordModel:
        """From `count(texts)`, the column of the kind of each text and how much it counts."""
        seen = np.concatenate([np.bincount(b.indices, minlength=_COLUMNS) for b in blocks])
        rarity = (np.log((1.0 + len(kinds)) / (1.0 + seen)) + 1.0).astype(np.float32)
        model = SGDClassifier(
            loss="log_loss", alpha=_REGULARISATION, max_iter=_ROUNDS, tol=None, random_state=_SEED
        )
        model.fit(_weighted(blocks, rarity), kinds, sample_weight=weight)
        weights, bias = model.coef_, model.intercept_
        if len(weights) == 1:
            # Of two labels only the second is modelled.
            weights, bias = np.vstack([-weights, weights]), np.concatenate([-bias, bias])
        return cls(weights.T.astype(np.float32), bias.astype(np.float32), rarity)

    def shares(self, blocks: Blocks) -> NDArray[np.float64]:
        """[texts, kinds], rows sum to one."""
        logits = _weighted(blocks, self._rarity) @ self._weights + self._bias
        chances = 1.0 / (1.0 + np.exp(-np.clip(np.asarray(logits, np.float64), -40.0, 40.0)))
        shares: NDArray[np.float64] = chances / chances.sum(axis=1, keepdims=True)
        return shares

    def arrays(self) -> dict[str, Any]:
        """For np.savez."""
        return {"weights": self._weights, "bias": self._bias, "rarity": self._rarity}

    @classmethod
    def from_arrays(cls, arrays: Mapping[str, Any], kinds: int) -> WordModel:
        """The inverse of `arrays`. Raises ValueError when they were made for another number of kinds."""
        if arrays["weights"].shape != (2 * _COLUMNS, kinds):
            raise ValueError("The crisis check was trained for other kinds. Run: make setup")
        return cls(arrays["weights"], arrays["bias"], arrays["rarity"])


def count(texts: Sequence[str]) -> Blocks:
    """Words and letters, each [texts, 2**16]: how often, on a logarithmic scale."""
    flat = [normalise(text) for text in texts]
    blocks = [csr_matrix(_WORDS.transform(flat)), csr_matrix(_LETTERS.transform(flat))]
    for block in blocks:
        block.data = 1.0 + np.log(block.data)
    return blocks


def rows_of(blocks: Blocks, rows: NDArray[np.int64]) -> Blocks:
    """Some of the texts."""
    return [block[rows] for block in blocks]


def _weighted(blocks: Blocks, rarity: NDArray[np.float32]) -> csr_matrix:
    """[texts, 2 * 2**16]; rare features count more; words and letters have length one each."""
    parts = []
    for block, rare in zip(blocks, np.split(rarity, len(blocks)), strict=True):
        scaled = block.copy()
        scaled.data = scaled.data * rare[scaled.indices]
        parts.append(normalize(scaled, copy=False))
    return csr_matrix(hstack(parts, format="csr"))
