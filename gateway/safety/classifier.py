"""The trained half of the crisis check: logistic regression on words, letters and sentence vectors."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from gateway.safety.features import features
from gateway.safety.normalise import clauses
from resources_index.encoder import Encoder
from resources_index.examples import DANGERS

KINDS = DANGERS
_MOST_CLAUSES = 3
_CLAUSE_DOUBT = 0.35
_LONG_WORDS = 12  # shorter messages are judged as a whole only


class CrisisClassifier:
    """Weights from `python -m gateway.safety.train`, and the encoder they were trained with."""

    def __init__(
        self,
        weights: NDArray[np.float32],
        bias: NDArray[np.float32],
        threshold: float,
        encoder: Encoder,
    ) -> None:
        self._weights = weights
        self._bias = bias
        self._threshold = threshold
        self._encoder = encoder

    @classmethod
    def open(cls, folder: Path, encoder_dir: Path) -> CrisisClassifier:
        """Raises OSError or ValueError when it was not trained, or with another encoder."""
        info = json.loads((folder / "crisis.json").read_text("utf-8"))
        encoder = Encoder.load(encoder_dir)
        if info["encoder"] != encoder.info.digest:
            raise ValueError("The crisis check was trained with another encoder. Run: make setup")
        arrays = np.load(folder / "crisis.npz")
        return cls(arrays["W"], arrays["b"], float(info["threshold"]), encoder)

    def probabilities(self, texts: list[str]) -> NDArray[np.float64]:
        """Of each kind: [texts, kinds], rows sum to one."""
        seen = features(texts, self._encoder.encode(texts))
        return softmax(np.asarray(seen @ self._weights + self._bias, dtype=np.float64))

    def classify(self, text: str) -> str | None:
        """The kind of crisis when it is likelier than the threshold, in the whole or in a clause."""
        long = len(text.split()) > _LONG_WORDS
        parts = [text, *(clauses(text)[:_MOST_CLAUSES] if long else [])]
        chances = self.probabilities(parts)
        danger = 1.0 - chances[:, 0]
        # A clause alone has lost its context ("my phone died"): it must be surer than the whole.
        danger[1:] -= _CLAUSE_DOUBT
        row = int(danger.argmax())
        if danger[row] < self._threshold:
            return None
        return KINDS[1 + int(chances[row, 1:].argmax())]


def softmax(logits: NDArray[np.float64]) -> NDArray[np.float64]:
    """Row by row: [rows, kinds]."""
    shares = np.exp(logits - logits.max(axis=1, keepdims=True))
    chances: NDArray[np.float64] = shares / shares.sum(axis=1, keepdims=True)
    return chances
