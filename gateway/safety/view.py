"""How one encoder sees a message: the lessons nearest to its vector, and a network on it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from gateway.safety.near import NearLessons, near_arrays, near_from_arrays
from gateway.safety.network import Network
from gateway.safety.odds import odds


@dataclass(frozen=True)
class Vectors:
    """Lessons as one encoder sees them, row by row: unit vectors [lessons, width], kinds and weights [lessons].

    `compared`: the rows that messages are compared with.
    """

    vectors: NDArray[np.float32]
    kinds: NDArray[np.int64]
    weights: NDArray[np.float64]
    compared: NDArray[np.int64]

    def near(self) -> tuple[NDArray[np.float32], NDArray[np.int64]]:
        """Vectors and kinds of the rows that are compared with."""
        return self.vectors[self.compared], self.kinds[self.compared]


@dataclass(frozen=True)
class View:
    """Trained on the vectors of one encoder."""

    near: NearLessons
    network: Network

    @classmethod
    def fit(cls, seen: Vectors) -> View:
        """Trained on `seen`."""
        kinds = int(seen.kinds.max()) + 1
        network = Network.fit(seen.vectors, seen.kinds, seen.weights, kinds)
        return cls(NearLessons(*seen.near()), network)

    def odds(self, words: NDArray[np.float64], vectors: NDArray[np.float32]) -> NDArray[np.float64]:
        """[texts, kinds] from shares by words [texts, kinds] and unit vectors [texts, width], see `odds`."""
        return odds(words, self.near.leanings(vectors), self.network.shares(vectors))

    @classmethod
    def from_arrays(cls, arrays: Mapping[str, Any], mark: str) -> View:
        """The inverse of `view_arrays`."""
        own = {n.removeprefix(mark): a for n, a in arrays.items() if n.startswith(mark)}
        return cls(near_from_arrays(own), Network.from_arrays(own))


def view_arrays(seen: Vectors, mark: str) -> dict[str, Any]:
    """What `View.from_arrays` reads, trained on `seen`: for np.savez, each name with `mark` before it."""
    network = View.fit(seen).network
    own = near_arrays(*seen.near()) | network.arrays()
    return {f"{mark}{name}": value for name, value in own.items()}
