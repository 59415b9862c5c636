"""The trained half of the crisis check: the words of a message, and the lessons that are nearest to it.

The two err on different messages. On sets by other hands they find more together than logistic regression
on words and vectors in one, at the same number of false alarms (docs/safety.md has the figures).
"""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from gateway.safety.near import NearLessons, near_from_arrays
from gateway.safety.normalise import clauses
from gateway.safety.words import WordModel, count
from resources_index.encoder import Encoder
from resources_index.examples import DANGERS

KINDS = DANGERS
# A cosine nearer by a tenth counts as much as odds of e to one by the words.
_NEAR_WEIGHT = 10.0
_LEAST = 1e-4
_MOST_CLAUSES = 3
# A clause alone has lost its context ("my phone died"): it must be surer than the whole.
CLAUSE_DOUBT = 3.0
_LONG_WORDS = 12  # shorter messages are judged as a whole only


class CrisisClassifier:
    """Arrays from `python -m gateway.safety.train`, and the encoder they were trained with."""

    def __init__(
        self, words: WordModel, near: NearLessons, threshold: float, encoder: Encoder
    ) -> None:
        self._words = words
        self._near = near
        self._threshold = threshold
        self._encoder = encoder

    @classmethod
    def open(cls, folder: Path, encoder_dir: Path) -> CrisisClassifier:
        """Raises OSError or ValueError when it was not trained, or with another encoder."""
        info = json.loads((folder / "crisis.json").read_text("utf-8"))
        encoder = Encoder.load(encoder_dir)
        if info["encoder"] != encoder.info.digest:
            raise ValueError("The crisis check was trained with another encoder. Run: make setup")
        arrays = dict(np.load(folder / "crisis.npz"))
        words, near = WordModel.from_arrays(arrays), near_from_arrays(arrays)
        return cls(words, near, float(info["threshold"]), encoder)

    def scores(self, texts: list[str]) -> NDArray[np.float64]:
        """[texts, kinds]: odds of each kind on a logarithmic scale, see `odds`."""
        leanings = self._near.leanings(self._encoder.encode(texts))
        return odds(self._words.shares(count(texts)), leanings)

    def classify(self, text: str) -> str | None:
        """The kind of crisis when its odds are over the threshold, in the whole or in a clause."""
        long = len(text.split()) > _LONG_WORDS
        parts = [text, *(clauses(text)[:_MOST_CLAUSES] if long else [])]
        scores = self.scores(parts)
        scores[1:] -= CLAUSE_DOUBT
        row, kind = np.unravel_index(int(scores[:, 1:].argmax()), scores[:, 1:].shape)
        return KINDS[1 + int(kind)] if scores[row, 1 + int(kind)] >= self._threshold else None


def odds(shares: NDArray[np.float64], leanings: NDArray[np.float64]) -> NDArray[np.float64]:
    """[texts, kinds] from both halves. Danger of any kind is what the words' odds are about.

    The kinds share one danger, so that a message between two kinds is not less alarming for it.
    """
    danger = 1.0 - shares[:, [0]]
    general = np.log((danger + _LEAST) / (1.0 - danger + _LEAST))
    kind = np.log(shares + _LEAST) - np.log(shares[:, 1:] + _LEAST).max(axis=1, keepdims=True)
    nearest = leanings[:, 1:].max(axis=1, keepdims=True)
    lag = kind + _NEAR_WEIGHT * (leanings - nearest)
    lag -= lag[:, 1:].max(axis=1, keepdims=True)
    scores: NDArray[np.float64] = general + _NEAR_WEIGHT * nearest + lag
    return scores
