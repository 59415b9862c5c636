"""`python -m tools.train_places`: learn which of the names in a message is where help is needed.

Reads data/places/lessons/*.txt, each line `words || message`: the words that name the place, or "-" where no
word does. Prints how well each hand's lessons are read by what the other hands' teach, then writes what is
learned from all of them: the weights of clues to data/places/chooser.tsv, and what the encoder's reading of
the words counts to data/places/reading.npz. Some four minutes; the same lessons give the same weights.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from resources_index.encoder.words import WordReader
from resources_index.places import Places
from resources_index.places.reading import FILE, Directions
from tools.where_lessons import BANK, Lesson, read

DATA = Path(__file__).resolve().parents[1] / "data"
PLACES = DATA / "places"
# How strongly large weights are held back: those of clues, and those of the directions, whose vectors are brought
# to one length first. Measured across hands: .03 to .1 are alike, 1 gains half as much; on the test sets .5 to 1 falls nowhere far.
_HOLDING_BACK, _HOLDING_DIRECTIONS, _SEEN_TWICE = 2.0, 0.5, 2

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Learned:
    """Weights of clues, and what the reading counts."""

    weights: dict[str, float]
    directions: Directions


def main() -> int:
    """Print the figures across hands, then write what is learned."""
    places, reader = Places.load(PLACES), WordReader(DATA / "encoder")
    digest = reader.info.digest
    paths = sorted((PLACES / "lessons").glob("*.txt"))
    hands = {path.stem: read(path, places, reader) for path in paths}
    for hand, held in hands.items():
        lost = [lesson.words for lesson in held if not lesson.right]
        if hand != BANK:
            others = [lesson for other, own in hands.items() if other != hand for lesson in own]
            share = _right(learn(others, digest), held) / len(held)
            print(
                f"{hand}: {share:.3f} of {len(held)} by the lessons of the others; not known: {lost}"
            )
    learned = learn([lesson for own in hands.values() for lesson in own], digest)
    lines = [
        f"{weight:.3f}\t{clue}\n"
        for clue, weight in sorted(learned.weights.items())
        if abs(weight) >= 0.0005
    ]
    (PLACES / "chooser.tsv").write_text("".join(lines), "utf-8")
    learned.directions.write(PLACES / FILE)
    return 0


def learn(lessons: Sequence[Lesson], digest: str) -> Learned:
    """Weights of a conditional logit over the rows of each lesson, held back by their squares."""
    lessons = [lesson for lesson in lessons if lesson.right]
    seen = Counter(clue for lesson in lessons for clue in {c for row in lesson.clues for c in row})
    columns = {
        clue: at for at, clue in enumerate(sorted(c for c, n in seen.items() if n >= _SEEN_TWICE))
    }
    rows = _Rows.of(lessons, columns)
    starts = np.searchsorted(rows.group, np.arange(len(lessons)))
    counts = np.array([lesson.weight for lesson in lessons])
    transposed, size = rows.clues.T.tocsr(), len(columns)
    held = np.full(size + rows.vectors.shape[1], _HOLDING_DIRECTIONS)
    held[:size] = _HOLDING_BACK

    def loss(weights: Floats) -> tuple[float, Floats]:
        sums = rows.clues @ weights[:size] + rows.vectors @ weights[size:]
        likely = np.exp(sums - np.maximum.reduceat(sums, starts)[rows.group])
        good = likely * rows.right
        every, fine = np.add.reduceat(likely, starts), np.add.reduceat(good, starts)
        wrong = counts[rows.group] * (likely / every[rows.group] - good / fine[rows.group])
        value = float((counts * np.log(every / fine)).sum() + (held * weights) @ weights / 2)
        slope = np.concatenate([transposed @ wrong, rows.vectors.T @ wrong])
        return value, slope + held * weights

    found = minimize(
        loss, np.zeros(len(held)), jac=True, method="L-BFGS-B", options={"maxiter": 300}
    )
    weights = {clue: float(found.x[at]) for clue, at in columns.items()}
    return Learned(weights, rows.scaling.directions(found.x[size:], digest))


@dataclass(frozen=True)
class _Scaling:
    """Means and spreads [2, width] of the vectors of "none" and of names."""

    means: Floats
    spreads: Floats

    @classmethod
    def of(cls, lessons: Sequence[Lesson]) -> _Scaling:
        none = np.array([lesson.vectors[0] for lesson in lessons], np.float64)
        names = np.concatenate([lesson.vectors[1:] for lesson in lessons]).astype(np.float64)
        root = np.sqrt(none.shape[1])
        return cls(
            np.array([none.mean(0), names.mean(0)]),
            np.array([none.std(0), names.std(0)]) * root,
        )

    def scaled(self, vectors: NDArray[np.float32]) -> Floats:
        """[rows, 2 * width]: "none" fills the first half, names the second."""
        width = vectors.shape[1]
        rows = np.zeros((len(vectors), 2 * width))
        rows[0, :width] = (vectors[0] - self.means[0]) / self.spreads[0]
        rows[1:, width:] = (vectors[1:] - self.means[1]) / self.spreads[1]
        return rows

    def directions(self, weights: Floats, digest: str) -> Directions:
        """What the weights of scaled vectors are for vectors as they come."""
        none, name = weights.reshape(2, -1) / self.spreads
        bias = float(self.means[0] @ none - self.means[1] @ name)
        return Directions(none.astype(np.float32), name.astype(np.float32), bias, digest)


@dataclass(frozen=True)
class _Rows:
    """All rows of all lessons: their clues [rows, clues] of ones, their scaled vectors, which lesson, and whether right."""

    clues: csr_matrix
    vectors: Floats
    group: NDArray[np.int64]
    right: NDArray[np.bool_]
    scaling: _Scaling

    @classmethod
    def of(cls, lessons: Sequence[Lesson], columns: dict[str, int]) -> _Rows:
        indices: list[int] = []
        ends, group, right = [0], [], []
        for number, lesson in enumerate(lessons):
            for row, clues in enumerate(lesson.clues):
                indices += [columns[clue] for clue in clues if clue in columns]
                ends.append(len(indices))
                group.append(number)
                right.append(row in lesson.right)
        shape = (len(group), len(columns))
        matrix = csr_matrix((np.ones(len(indices)), indices, ends), shape=shape)
        scaling = _Scaling.of(lessons)
        vectors = np.concatenate([scaling.scaled(lesson.vectors) for lesson in lessons])
        return cls(matrix, vectors, np.array(group), np.array(right), scaling)


def _right(learned: Learned, lessons: Sequence[Lesson]) -> int:
    """How many lessons are read rightly."""
    weights, given = learned.weights, learned.directions
    count = 0
    for lesson in lessons:
        sums = np.array([sum(weights.get(c, 0.0) for c in row) for row in lesson.clues])
        sums[0] += lesson.vectors[0] @ given.none
        sums[1:] += lesson.vectors[1:] @ given.name + given.bias
        count += int(np.argmax(sums)) in lesson.right
    return count


if __name__ == "__main__":
    sys.exit(main())
