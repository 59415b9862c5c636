"""The trained half of the crisis check: logistic regression on sentence vectors."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from gateway.safety.normalise import clauses
from resources_index.encoder import Encoder

KINDS = ("none", "suicide", "medical_emergency", "abuse_now", "unsafe_now")


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

    def classify(self, text: str) -> str | None:
        """The kind of crisis when it is likelier than the threshold, in the whole or in a clause."""
        parts = [text, *clauses(text)[:6]]
        chances = probabilities(self._encoder.encode(parts), self._weights, self._bias)
        danger = 1.0 - chances[:, 0]
        # A clause alone has lost its context ("my phone died"): it must be surer than the whole.
        danger[1:] -= 0.1
        row = int(danger.argmax())
        if danger[row] < self._threshold:
            return None
        return KINDS[1 + int(chances[row, 1:].argmax())]


def probabilities(
    vectors: NDArray[np.float32], weights: NDArray[np.float32], bias: NDArray[np.float32]
) -> NDArray[np.float64]:
    """Softmax over KINDS: [rows, 5] from unit vectors [rows, dimension]."""
    logits = (vectors @ weights + bias).astype(np.float64)
    logits -= logits.max(axis=1, keepdims=True)
    shares = np.exp(logits)
    chances: NDArray[np.float64] = shares / shares.sum(axis=1, keepdims=True)
    return chances
