"""`python -m tools.train_places`: learn which of the names in a message is where help is needed.

Reads data/places/lessons/*.txt, each line `words || message`: the words that name the place, or "-" where no
word does. Prints how well each hand's lessons are read by what the other hands' teach, then writes the
weights learned from all of them to data/places/chooser.tsv. A minute; the same lessons give the same weights.
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

from resources_index.places import Ambiguous, Answer, Places, Resolved
from resources_index.places.clues import Clues
from resources_index.places.named import Named
from resources_index.places.said import Said

PLACES = Path(__file__).resolve().parents[1] / "data" / "places"
_MARK = " || "
# Lessons that were taken from the bank of needs and labelled by the rules of old, read where they disagreed.
_BANK = "bank"
_WEIGHT_OF_THE_BANK = 0.5
_HOLDING_BACK, _SEEN_TWICE = 2.0, 2
_SHORT = 4  # words: such a message may be the answer to "what ZIP code or town?"
_MOSTLY = 0.55


@dataclass(frozen=True)
class Lesson:
    """A message with the clues of "none" and of each name; `right` are the rows that may be chosen."""

    words: str
    message: str
    clues: Sequence[Sequence[str]]
    right: frozenset[int]
    weight: float


def main() -> int:
    """Print the figures across hands, then write the weights."""
    places = Places.load(PLACES)
    hands = {path.stem: read(path, places) for path in sorted((PLACES / "lessons").glob("*.txt"))}
    for hand, held in hands.items():
        lost = [lesson.words for lesson in held if not lesson.right]
        if hand != _BANK:
            others = [lesson for other, own in hands.items() if other != hand for lesson in own]
            share = _right(learn(others), held) / len(held)
            print(
                f"{hand}: {share:.3f} of {len(held)} by the lessons of the others; not known: {lost}"
            )
    weights = learn([lesson for own in hands.values() for lesson in own])
    lines = [
        f"{weight:.3f}\t{clue}\n"
        for clue, weight in sorted(weights.items())
        if abs(weight) >= 0.0005
    ]
    (PLACES / "chooser.tsv").write_text("".join(lines), "utf-8")
    return 0


def read(path: Path, places: Places) -> list[Lesson]:
    """The lessons of one hand."""
    weight = _WEIGHT_OF_THE_BANK if path.stem == _BANK else 1.0
    lines = path.read_text("utf-8").splitlines()
    return [_lesson(*line.split(_MARK, 1), places, weight) for line in lines]


def _lesson(words: str, message: str, places: Places, weight: float) -> Lesson:
    said = Said.read(message)
    names = places.names(said)
    asked = len(said.words) <= _SHORT
    clues = Clues(places.tables)
    rows = [clues.of_none(said, names, asked), *clues.of(said, names, asked)]
    right = {0} if words == "-" else _named_by(words, message, names, places)
    return Lesson(words, message, rows, frozenset(right), weight)


def _named_by(words: str, message: str, names: Sequence[Named], places: Places) -> set[int]:
    """The rows of the names that lie on `words` and mean the same; where only the state beside it says which, any."""
    meant = places.resolve(words)
    right: set[int] = set()
    at = message.find(words)
    while at >= 0:
        for row, name in enumerate(names, 1):
            start, end = name.run.start, name.run.end
            shared = min(end, at + len(words)) - max(start, at)
            same = _labels(name.answer) == _labels(meant)
            close = shared / max(end - start, len(words)) >= _MOSTLY
            if shared > 0 and (same or (close and not isinstance(meant, Resolved))):
                right.add(row)
        at = message.find(words, at + 1)
    return right


def _labels(answer: Answer) -> list[str]:
    if isinstance(answer, Resolved):
        return [answer.place.label]
    return [place.label for place in answer.choices] if isinstance(answer, Ambiguous) else []


def learn(lessons: Sequence[Lesson]) -> dict[str, float]:
    """Weights of a conditional logit over the rows of each lesson, held back by their squares."""
    lessons = [lesson for lesson in lessons if lesson.right]
    seen = Counter(clue for lesson in lessons for clue in {c for row in lesson.clues for c in row})
    columns = {
        clue: at for at, clue in enumerate(sorted(c for c, n in seen.items() if n >= _SEEN_TWICE))
    }
    matrix, group, right = _matrix(lessons, columns)
    starts = np.searchsorted(group, np.arange(len(lessons)))
    counts = np.array([lesson.weight for lesson in lessons])
    transposed = matrix.T.tocsr()

    def loss(weights: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        sums = matrix @ weights
        likely = np.exp(sums - np.maximum.reduceat(sums, starts)[group])
        good = likely * right
        every, fine = np.add.reduceat(likely, starts), np.add.reduceat(good, starts)
        wrong = counts[group] * (likely / every[group] - good / fine[group])
        value = float((counts * np.log(every / fine)).sum() + _HOLDING_BACK / 2 * weights @ weights)
        return value, transposed @ wrong + _HOLDING_BACK * weights

    found = minimize(
        loss, np.zeros(len(columns)), jac=True, method="L-BFGS-B", options={"maxiter": 300}
    )
    return {clue: float(found.x[at]) for clue, at in columns.items()}


def _matrix(
    lessons: Sequence[Lesson], columns: dict[str, int]
) -> tuple[csr_matrix, NDArray[np.int64], NDArray[np.bool_]]:
    """[rows, clues] of ones; for each row its lesson, and whether it may be chosen."""
    indices: list[int] = []
    ends, group, right = [0], [], []
    for number, lesson in enumerate(lessons):
        for row, clues in enumerate(lesson.clues):
            indices += [columns[clue] for clue in clues if clue in columns]
            ends.append(len(indices))
            group.append(number)
            right.append(row in lesson.right)
    matrix = csr_matrix((np.ones(len(indices)), indices, ends), shape=(len(group), len(columns)))
    return matrix, np.array(group), np.array(right)


def _right(weights: dict[str, float], lessons: Sequence[Lesson]) -> int:
    """How many lessons are read rightly."""
    sums = [[sum(weights.get(c, 0.0) for c in row) for row in lesson.clues] for lesson in lessons]
    return sum(
        int(np.argmax(each)) in lesson.right for each, lesson in zip(sums, lessons, strict=True)
    )


if __name__ == "__main__":
    sys.exit(main())
