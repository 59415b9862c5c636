"""How far the sentence, as the encoder reads it, speaks for each name being where help is needed.

The words around a name say what it is to the writer, home or birthplace or a hospital far away, in more ways than a list
of words can hold. A name is the mean vector of its words where they stand, "none" that of all words; one learned
direction for each adds to the chooser's clues.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from resources_index.encoder.words import WordReader
from resources_index.places.named import Named
from resources_index.places.said import Said

FILE = "reading.npz"


@dataclass(frozen=True)
class Directions:
    """`none` and `name` [width]: what their vectors are weighed with; `bias` is added for a name.

    `digest` is that of the encoder they were learned with.
    """

    none: NDArray[np.float32]
    name: NDArray[np.float32]
    bias: float
    digest: str

    @classmethod
    def read(cls, path: Path) -> Directions:
        """What `write` wrote."""
        with np.load(path) as file:
            return cls(file["none"], file["name"], float(file["bias"]), str(file["digest"]))

    def write(self, path: Path) -> None:
        """To a file of some 3 KB."""
        np.savez(path, none=self.none, name=self.name, bias=self.bias, digest=self.digest)


class Reading:
    """Reads names in their sentences; safe to use from several threads."""

    def __init__(self, directions: Directions, reader: WordReader) -> None:
        self._directions, self._reader = directions, reader

    def worths(self, said: Said, names: Sequence[Named]) -> list[float]:
        """For each name how much more the sentence speaks for it than for none, in nats."""
        if not names:
            return []
        vectors, given = vectors_of(said, names, self._reader), self._directions
        none = float(vectors[0] @ given.none)
        return [float(worth) + given.bias - none for worth in vectors[1:] @ given.name]


def vectors_of(said: Said, names: Sequence[Named], reader: WordReader) -> NDArray[np.float32]:
    """[1 + names, width]: of the whole message, then of each name in it."""
    return reader.vectors(said.message, [(name.run.start, name.run.end) for name in names])
