"""The lessons with all that is computed from them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from gateway.safety.classifier import KINDS
from gateway.safety.lessons import Lesson
from gateway.safety.trained import second_reads
from gateway.safety.view import Vectors
from gateway.safety.words import Blocks, WordModel, count, rows_of
from resources_index.encoder.second_reader import Sight
from resources_index.index.vectors import Encode

Look = Callable[[Sequence[str]], Sight]
_TELLING = ("alarm", "near", "buried")
_ONE_IN = (
    4  # of the ordinary messages that the first reader is sure of, for the second one to learn from
)


@dataclass(frozen=True)
class Material:
    """Row by row: lessons, counted words, unit vectors [lessons, width], kinds and weights [lessons]."""

    taught: list[Lesson]
    blocks: Blocks
    vectors: NDArray[np.float32]
    kinds: NDArray[np.int64]
    weights: NDArray[np.float64]

    @classmethod
    def of(cls, taught: list[Lesson], encode: Encode, names: Sequence[str] = KINDS) -> Material:
        texts = [lesson.text for lesson in taught]
        kinds = np.array([names.index(lesson.kind) for lesson in taught])
        weights = np.array([lesson.weight for lesson in taught])
        return cls(taught, count(texts), encode(texts), kinds, weights)

    def part(self, rows: NDArray[np.int64]) -> Material:
        """Some of the rows."""
        taught = [self.taught[row] for row in rows]
        blocks = rows_of(self.blocks, rows)
        return Material(taught, blocks, self.vectors[rows], self.kinds[rows], self.weights[rows])

    def neighbours(self) -> NDArray[np.int64]:
        """Rows that others are compared with: what may tell of danger proves nothing harmless."""
        return np.array([row for row, item in enumerate(self.taught) if item.role != "maybe"])

    def words(self) -> WordModel:
        """The model of their words."""
        return WordModel.fit(self.blocks, self.kinds, self.weights)

    def seen(self) -> Vectors:
        """For `View.fit`."""
        return Vectors(self.vectors, self.kinds, self.weights, self.neighbours())


@dataclass(frozen=True)
class Second:
    """What the second reader learns from: `rows` of all lessons, and those lessons as it sees them.

    `tuned` [rows, kinds]: odds by its tuned half.
    """

    rows: NDArray[np.int64]
    seen: Vectors
    tuned: NDArray[np.float64]

    @classmethod
    def of(cls, material: Material, unsure: NDArray[np.bool_], look: Look) -> Second:
        """All that sounds like danger, what leaves the first reader `unsure` [lessons], and some of the rest.

        It is never asked about what is plain, and to read everything would take many minutes.
        """
        rows = np.array(
            [
                row
                for row, lesson in enumerate(material.taught)
                if (lesson.role in _TELLING or unsure[row] or row % _ONE_IN == 0)
                and second_reads(lesson.text)
            ]
        )
        known = material.part(rows)
        sight = look([lesson.text for lesson in known.taught])
        seen = Vectors(sight.vectors, known.kinds, known.weights, known.neighbours())
        return cls(rows, seen, sight.odds)

    def part(self, chosen: NDArray[np.int64]) -> Vectors:
        """Some of its lessons."""
        seen = self.seen
        compared = np.flatnonzero(np.isin(chosen, seen.compared))
        return Vectors(seen.vectors[chosen], seen.kinds[chosen], seen.weights[chosen], compared)
