"""Lessons in where help is needed, as `tools.train_places` learns from them: clues and vectors of each name, and which may be chosen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from resources_index.encoder.words import WordReader
from resources_index.places import Ambiguous, Answer, Places, Resolved
from resources_index.places.clues import Clues
from resources_index.places.named import Named
from resources_index.places.reading import vectors_of
from resources_index.places.said import Said

_MARK = " || "
# Lessons that were taken from the bank of needs and labelled by the rules of old, read where they disagreed.
BANK = "bank"
# What a hand counts: less for the bank, and for lessons that are hard on purpose (many places, oftener none than people write).
_WEIGHTS = {BANK: 0.5, "six": 0.3}
_SHORT = 4  # words: such a message may be the answer to "what ZIP code or town?"
_MOSTLY = 0.55


@dataclass(frozen=True)
class Lesson:
    """A message with the clues and vectors [rows, width] of "none" and of each name; `right` are the rows that may be chosen."""

    words: str
    message: str
    clues: Sequence[Sequence[str]]
    vectors: NDArray[np.float32]
    right: frozenset[int]
    weight: float


def read(path: Path, places: Places, reader: WordReader) -> list[Lesson]:
    """The lessons of one hand."""
    weight = _WEIGHTS.get(path.stem, 1.0)
    lines = path.read_text("utf-8").splitlines()
    return [_lesson(*line.split(_MARK, 1), places, reader, weight) for line in lines]


def _lesson(words: str, message: str, places: Places, reader: WordReader, weight: float) -> Lesson:
    said = Said.read(message)
    names = places.names(said)
    asked = len(said.words) <= _SHORT
    clues = Clues(places.tables)
    rows = [clues.of_none(said, names, asked), *clues.of(said, names, asked)]
    right = {0} if words == "-" else _named_by(words, message, names, places)
    return Lesson(words, message, rows, vectors_of(said, names, reader), frozenset(right), weight)


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
