"""One number for how much a message sounds like a danger, from three views of it."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

_Array = NDArray[np.float64]

# A cosine nearer by a fifteenth counts as much as odds of e to one by the words.
_NEAR_WEIGHT = 15.0
# Neither words nor network are ever surer than this: one of them alone proves nothing.
_LEAST_BY_WORDS, _LEAST_BY_NETWORK = 1e-4, 1e-3


def odds(words: _Array, leanings: _Array, network: _Array) -> _Array:
    """[texts, kinds] on a logarithmic scale, from shares by words, leanings to lessons, and shares by the network.

    The kinds share one danger, so that a message between two kinds is not less alarming for it.
    """
    nearest = leanings[:, 1:].max(axis=1, keepdims=True)
    general = _of_danger(words, _LEAST_BY_WORDS) + _of_danger(network, _LEAST_BY_NETWORK)
    lag = _of_kind(words, _LEAST_BY_WORDS) + _of_kind(network, _LEAST_BY_NETWORK)
    lag += _NEAR_WEIGHT * (leanings - nearest)
    lag -= lag[:, 1:].max(axis=1, keepdims=True)
    scores: _Array = general + _NEAR_WEIGHT * nearest + lag
    return scores


def _of_danger(shares: _Array, least: float) -> _Array:
    danger = 1.0 - shares[:, [0]]
    found: _Array = np.log((danger + least) / (1.0 - danger + least))
    return found


def _of_kind(shares: _Array, least: float) -> _Array:
    """How far each kind is behind the likeliest danger."""
    found: _Array = np.log(shares + least) - np.log(shares[:, 1:] + least).max(
        axis=1, keepdims=True
    )
    return found
