"""Labels from the words and runs of letters of a message: logistic regression on hashed features.

It errs elsewhere than the sentence vectors do: it holds on to the one telling word ("dentures") that a
sentence vector blurs, and misses paraphrases that the vector sees. Hashing needs no table of words, so that
the trained model is plain arrays.
"""

import re
import unicodedata
from typing import List, Sequence

import numpy as np
from scipy.sparse import csr_matrix, hstack
from sklearn.feature_extraction.text import HashingVectorizer
from sklearn.linear_model import SGDClassifier
from sklearn.preprocessing import normalize

_COLUMNS = 2**16
_A_WORD = r"[a-z0-9']+"
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
_MARKS = re.compile(r"[\u0300-\u036f]")
# Between 5e-7 and 3e-5 the strength of regularisation moves the figures by less than a point.
_REGULARISATION = 1e-5
_ROUNDS = 15
_SEED = 7


def _plain(text: str) -> str:
    return _MARKS.sub("", unicodedata.normalize("NFD", text.lower()))


def _counts(texts: Sequence[str]) -> List[csr_matrix]:
    """Words and letters, each [texts, 2**16]: how often, on a logarithmic scale."""
    flat = [_plain(text) for text in texts]
    blocks = [_WORDS.transform(flat), _LETTERS.transform(flat)]
    for block in blocks:
        block.data = 1.0 + np.log(block.data)
    return blocks


def _weighted(blocks: Sequence[csr_matrix], rarity: np.ndarray) -> csr_matrix:
    """[texts, 2 * 2**16]; rare features count more; words and letters have length one each."""
    for block, rare in zip(blocks, np.split(rarity, len(blocks)), strict=True):
        block.data = block.data * rare[block.indices]
    return hstack([normalize(block, copy=False) for block in blocks], format="csr")


class WordModel:
    """Label shares from texts."""

    def __init__(
        self, weights: np.ndarray, bias: np.ndarray, rarity: np.ndarray, labels: Sequence[str]
    ) -> None:
        self.labels: List[str] = list(labels)
        self._weights = weights
        self._bias = bias
        self._rarity = rarity

    @classmethod
    def fit(
        cls, texts: Sequence[str], labels: Sequence[str], sample_weight: np.ndarray
    ) -> "WordModel":
        """One label a text; `sample_weight` [texts]."""
        counts = _counts(texts)
        seen = np.concatenate([np.bincount(c.indices, minlength=_COLUMNS) for c in counts])
        rarity = np.log((1.0 + len(texts)) / (1.0 + seen)) + 1.0
        model = SGDClassifier(
            loss="log_loss", alpha=_REGULARISATION, max_iter=_ROUNDS, tol=None, random_state=_SEED
        )
        model.fit(_weighted(counts, rarity), list(labels), sample_weight=sample_weight)
        weights, bias = model.coef_.T, model.intercept_
        if weights.shape[1] == 1:
            # Of two labels only the second is modelled.
            weights, bias = np.hstack([-weights, weights]), np.concatenate([-bias, bias])
        return cls(
            weights.astype(np.float32),
            bias.astype(np.float32),
            rarity.astype(np.float32),
            [str(label) for label in model.classes_],
        )

    def shares(self, texts: Sequence[str]) -> np.ndarray:
        """[texts, labels], rows sum to one."""
        logits = _weighted(_counts(texts), self._rarity) @ self._weights + self._bias
        chances = 1.0 / (1.0 + np.exp(-np.clip(logits, -40.0, 40.0)))
        return chances / np.maximum(chances.sum(axis=1, keepdims=True), 1e-12)

    def arrays(self) -> dict:
        """For np.savez."""
        return {
            "weights": self._weights.astype(np.float16),
            "bias": self._bias,
            "rarity": self._rarity,
            "labels": np.array(self.labels),
        }

    @classmethod
    def from_arrays(cls, arrays: dict) -> "WordModel":
        """The inverse of `arrays`."""
        labels = [str(label) for label in arrays["labels"]]
        weights = arrays["weights"].astype(np.float32)
        return cls(weights, arrays["bias"], arrays["rarity"], labels)
