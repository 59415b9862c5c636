"""One number for how much a message sounds like a danger, from its words and from its nearest lessons."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

# A cosine nearer by a fifteenth counts as much as odds of e to one by the words.
_NEAR_WEIGHT = 15.0
_LEAST = 1e-4


def odds(shares: NDArray[np.float64], leanings: NDArray[np.float64]) -> NDArray[np.float64]:
    """[texts, kinds] from both halves, on a logarithmic scale. Danger of any kind is what the words' odds are about.

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
