"""How much nearer a message is to known cries for help than to known harmless messages."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

_NEIGHBOURS = 2
_NONE = 0


class NearLessons:
    """Unit vectors of the lessons [lessons, dimension] with the column of DANGERS of each."""

    def __init__(self, vectors: NDArray[np.float32], kinds: NDArray[np.int64]) -> None:
        # What all messages share says nothing.
        self._centre = vectors.mean(axis=0)
        order = np.argsort(kinds, kind="stable")
        self._kinds = kinds[order]
        self._vectors = self._centred(vectors[order])

    def leanings(self, vectors: NDArray[np.float32]) -> NDArray[np.float64]:
        """[texts, kinds]: the mean cosine to the two nearest lessons of each kind, less that of `none`."""
        close = self._centred(vectors) @ self._vectors.T
        found = np.empty((len(vectors), self._kinds[-1] + 1))
        for kind in range(found.shape[1]):
            low, high = np.searchsorted(self._kinds, [kind, kind + 1])
            own = close[:, low:high]
            found[:, kind] = np.partition(own, -_NEIGHBOURS, axis=1)[:, -_NEIGHBOURS:].mean(axis=1)
        leanings: NDArray[np.float64] = found - found[:, [_NONE]]
        return leanings

    def _centred(self, vectors: NDArray[np.float32]) -> NDArray[np.float32]:
        moved = vectors - self._centre
        unit: NDArray[np.float32] = moved / np.linalg.norm(moved, axis=1, keepdims=True)
        return unit.astype(np.float32)


def near_arrays(vectors: NDArray[np.float32], kinds: NDArray[np.int64]) -> dict[str, Any]:
    """For np.savez."""
    return {"lessons": vectors.astype(np.float16), "kinds": kinds.astype(np.int64)}


def near_from_arrays(arrays: Mapping[str, Any]) -> NearLessons:
    """The inverse of `near_arrays`."""
    return NearLessons(arrays["lessons"].astype(np.float32), arrays["kinds"].astype(np.int64))
