"""`python -m gateway.safety.train`: train the second half of the crisis check.

Genuine crises and near-misses are in data/dialogue/crisis; ordinary messages are the bank of needs and the
turns of conversations ("no, I don't want that" must not sound like a farewell). A share
of the alarms is seen once more before or after an ordinary request, since that is how they are often sent.
The threshold is chosen on held-out folds: the lowest that keeps false alarms on near-misses and on ordinary
messages under their limits. Missing a cry for help is worse than one kind text too many.
"""

from __future__ import annotations

import json
import os
import random
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sklearn.model_selection import StratifiedGroupKFold

from gateway.safety.aps import write_aps_lines
from gateway.safety.classifier import KINDS, odds
from gateway.safety.near import NearLessons, near_arrays
from gateway.safety.words import Blocks, WordModel, count, rows_of
from resources_index.directory import Directory
from resources_index.encoder import Encoder
from resources_index.examples import (
    MAYBE_DANGER,
    Alarm,
    Example,
    balanced,
    read_alarms,
    read_examples,
    read_turns,
)
from resources_index.index.vectors import Encode, stored_first

ROOT = Path(__file__).resolve().parents[2]
_MOST_PER_NEED = 200  # of each need and language
_FOLDS = 3
_SEED = 5
_FALSE_NEAR, _FALSE_ORDINARY = 0.05, 0.012
_THRESHOLDS = np.arange(-2.0, 8.0, 0.1)
# A need that may tell of danger says little about what is harmless.
_MAYBE_WEIGHT, _ALARM_WEIGHT, _BURIED_WEIGHT = 0.35, 1.6, 1.0
_BURIED_SHARE = 0.6
_SHORT = 140
_JOINS = {"en": (". ", " ", ", ", " and ", " also "), "es": (". ", " ", ", ", " y ")}


@dataclass(frozen=True)
class Lesson:
    """One message to learn from; `role` is alarm, near, buried, ordinary or maybe.

    Lessons that were made of the same message have the same `source`.
    """

    text: str
    kind: str
    weight: float
    role: str
    source: str


def lessons(
    alarms: Sequence[Alarm], bank: Sequence[Example], turns: Sequence[str] = ()
) -> list[Lesson]:
    """All that there is to learn from, in a stable order."""
    chance = random.Random(_SEED)
    found = [_alarm(alarm) for alarm in alarms]
    short = {
        language: [e.text for e in bank if e.language == language and _harmless(e)]
        for language in _JOINS
    }
    for alarm in alarms:
        if chance.random() < _BURIED_SHARE:
            found.append(_buried(alarm, short[alarm.language], chance))
    for example in bank:
        maybe = bool(MAYBE_DANGER & set(example.needs))
        weight, role = (_MAYBE_WEIGHT, "maybe") if maybe else (1.0, "ordinary")
        found.append(Lesson(example.text, "none", weight, role, example.text))
    return found + [Lesson(turn, "none", 1.0, "ordinary", turn) for turn in turns]


def _harmless(example: Example) -> bool:
    return len(example.text) < _SHORT and not MAYBE_DANGER & set(example.needs)


def _alarm(alarm: Alarm) -> Lesson:
    if alarm.kind == "none":
        return Lesson(alarm.text, "none", 1.0, "near", alarm.text)
    return Lesson(alarm.text, alarm.kind, _ALARM_WEIGHT, "alarm", alarm.text)


def _buried(alarm: Alarm, ordinary: Sequence[str], chance: random.Random) -> Lesson:
    parts = [alarm.text]
    parts.insert(chance.randint(0, 1), chance.choice(ordinary))
    text = chance.choice(_JOINS[alarm.language]).join(parts)
    return Lesson(text, alarm.kind, _BURIED_WEIGHT, "buried", alarm.text)


@dataclass(frozen=True)
class Material:
    """The lessons with all that is computed from them, row by row."""

    taught: list[Lesson]
    blocks: Blocks
    vectors: NDArray[np.float32]
    kinds: NDArray[np.int64]
    weights: NDArray[np.float64]

    @classmethod
    def of(cls, taught: list[Lesson], encode: Encode) -> Material:
        texts = [lesson.text for lesson in taught]
        kinds = np.array([KINDS.index(lesson.kind) for lesson in taught])
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


def main() -> int:
    """Write $DATA_DIR/safety/crisis.npz, crisis.json and aps.json."""
    encoder = Encoder.load(ROOT / os.environ.get("ENCODER_DIR", "data/encoder"))
    data = ROOT / "data"
    data_dir = ROOT / os.environ.get("DATA_DIR", "var")
    encode = stored_first(data_dir / "index", "examples", encoder.info.digest, encoder.encode)
    bank = balanced(read_examples(data / "dialogue" / "needs"), _MOST_PER_NEED)
    turns = read_turns(data / "dialogue" / "acts")
    taught = lessons(read_alarms(data / "dialogue" / "crisis"), bank, turns)
    material = Material.of(taught, encode)
    held_out = _held_out(material)
    threshold = _threshold(held_out, material.taught)
    words, rows = _words(material), material.neighbours()
    folder = data_dir / "safety"
    folder.mkdir(parents=True, exist_ok=True)
    near = near_arrays(material.vectors[rows], material.kinds[rows])
    np.savez(folder / "crisis.npz", **words.arrays(), **near)
    write_aps_lines(Directory.load([data / "directory"]), folder)
    recall = _share_over(held_out, material.taught, "alarm", threshold)
    report = {"encoder": encoder.info.digest, "threshold": threshold, "held_out_recall": recall}
    (folder / "crisis.json").write_text(json.dumps(report, indent=1) + "\n", "utf-8")
    sys.stdout.write(
        f"crisis check: threshold {threshold:.2f}, held-out recall without rules {recall:.3f}\n"
    )
    return 0


def _words(material: Material) -> WordModel:
    return WordModel.fit(material.blocks, material.kinds, material.weights)


def _held_out(material: Material) -> NDArray[np.float64]:
    """The highest odds of danger of each lesson [lessons], judged by what was learnt from the others.

    All lessons that were made of one message are in the same fold.
    """
    danger = np.zeros(len(material.taught))
    sources = [lesson.source for lesson in material.taught]
    folds = StratifiedGroupKFold(_FOLDS, shuffle=True, random_state=_SEED)
    for train, test in folds.split(danger, material.kinds, sources):
        known, asked = material.part(train), material.part(test)
        rows = known.neighbours()
        near = NearLessons(known.vectors[rows], known.kinds[rows])
        shares = _words(known).shares(asked.blocks)
        danger[test] = odds(shares, near.leanings(asked.vectors))[:, 1:].max(axis=1)
    return danger


def _share_over(
    danger: NDArray[np.float64], taught: Sequence[Lesson], role: str, threshold: float
) -> float:
    rows = [row for row, lesson in enumerate(taught) if lesson.role == role]
    return float((danger[rows] >= threshold).mean()) if rows else 0.0


def _threshold(danger: NDArray[np.float64], taught: Sequence[Lesson]) -> float:
    for threshold in _THRESHOLDS:
        near = _share_over(danger, taught, "near", threshold)
        ordinary = _share_over(danger, taught, "ordinary", threshold)
        if near <= _FALSE_NEAR and ordinary <= _FALSE_ORDINARY:
            return float(threshold)
    return float(_THRESHOLDS[-1])


if __name__ == "__main__":
    sys.exit(main())
