"""`python -m gateway.safety.train`: train the second half of the crisis check.

Genuine crises and near-misses are in data/dialogue/crisis; ordinary messages are the bank of needs. A share
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
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedKFold

from gateway.safety.aps import write_aps_lines
from gateway.safety.classifier import KINDS, softmax
from gateway.safety.features import features
from resources_index.directory import Directory
from resources_index.encoder import Encoder
from resources_index.examples import (
    MAYBE_DANGER,
    Alarm,
    Example,
    balanced,
    read_alarms,
    read_examples,
)

ROOT = Path(__file__).resolve().parents[2]
_STRENGTH = 20.0
_ROUNDS = 60
_MOST_PER_NEED = 200  # of each need and language
_FOLDS = 3
_SEED = 5
_FALSE_NEAR, _FALSE_ORDINARY = 0.05, 0.015
_LEAST_THRESHOLD = 0.5
# A need that may tell of danger says little about what is harmless.
_MAYBE_WEIGHT, _ALARM_WEIGHT, _BURIED_WEIGHT = 0.35, 1.6, 1.0
_BURIED_SHARE = 0.6
_SHORT = 140
_JOINS = {"en": (". ", " ", ", ", " and ", " also "), "es": (". ", " ", ", ", " y ")}


@dataclass(frozen=True)
class Lesson:
    """One message to learn from; `role` is alarm, near, buried, ordinary or maybe."""

    text: str
    kind: str
    weight: float
    role: str


def lessons(alarms: Sequence[Alarm], bank: Sequence[Example]) -> list[Lesson]:
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
        weight = _MAYBE_WEIGHT if maybe else 1.0
        found.append(Lesson(example.text, "none", weight, "maybe" if maybe else "ordinary"))
    return found


def _harmless(example: Example) -> bool:
    return len(example.text) < _SHORT and not MAYBE_DANGER & set(example.needs)


def _alarm(alarm: Alarm) -> Lesson:
    if alarm.kind == "none":
        return Lesson(alarm.text, "none", 1.0, "near")
    return Lesson(alarm.text, alarm.kind, _ALARM_WEIGHT, "alarm")


def _buried(alarm: Alarm, ordinary: Sequence[str], chance: random.Random) -> Lesson:
    parts = [alarm.text]
    parts.insert(chance.randint(0, 1), chance.choice(ordinary))
    text = chance.choice(_JOINS[alarm.language]).join(parts)
    return Lesson(text, alarm.kind, _BURIED_WEIGHT, "buried")


def main() -> int:
    """Write $DATA_DIR/safety/crisis.npz, crisis.json and aps.json."""
    encoder = Encoder.load(ROOT / os.environ.get("ENCODER_DIR", "data/encoder"))
    data = ROOT / "data"
    ordinary = balanced(read_examples(data / "dialogue" / "needs"), _MOST_PER_NEED)
    taught = lessons(read_alarms(data / "dialogue" / "crisis"), ordinary)
    texts = [lesson.text for lesson in taught]
    seen = features(texts, encoder.encode(texts))
    labels = np.array([KINDS.index(lesson.kind) for lesson in taught])
    danger = _held_out(seen, labels, taught)
    threshold = _threshold(danger, taught)
    weights, bias = _fit(seen, labels, taught)
    folder = ROOT / os.environ.get("DATA_DIR", "var") / "safety"
    folder.mkdir(parents=True, exist_ok=True)
    np.savez(folder / "crisis.npz", W=weights, b=bias)
    write_aps_lines(Directory.load([data / "directory"]), folder)
    recall = _share_over(danger, taught, "alarm", threshold)
    report = {"encoder": encoder.info.digest, "threshold": threshold, "held_out_recall": recall}
    (folder / "crisis.json").write_text(json.dumps(report, indent=1) + "\n", "utf-8")
    sys.stdout.write(
        f"crisis check: threshold {threshold:.2f}, held-out recall without rules {recall:.3f}\n"
    )
    return 0


def _fit(
    seen: csr_matrix, labels: NDArray[np.int64], taught: Sequence[Lesson]
) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    model = LogisticRegression(C=_STRENGTH, max_iter=_ROUNDS)
    model.fit(seen, labels, sample_weight=[lesson.weight for lesson in taught])
    return model.coef_.T.astype(np.float32), model.intercept_.astype(np.float32)


def _held_out(
    seen: csr_matrix, labels: NDArray[np.int64], taught: Sequence[Lesson]
) -> NDArray[np.float64]:
    danger = np.zeros(len(labels))
    folds = StratifiedKFold(_FOLDS, shuffle=True, random_state=_SEED)
    for train, test in folds.split(np.zeros(len(labels)), labels):
        weights, bias = _fit(seen[train], labels[train], [taught[row] for row in train])
        logits = np.asarray(seen[test] @ weights + bias, dtype=np.float64)
        danger[test] = 1.0 - softmax(logits)[:, 0]
    return danger


def _share_over(
    danger: NDArray[np.float64], taught: Sequence[Lesson], role: str, threshold: float
) -> float:
    rows = [row for row, lesson in enumerate(taught) if lesson.role == role]
    return float((danger[rows] >= threshold).mean()) if rows else 0.0


def _threshold(danger: NDArray[np.float64], taught: Sequence[Lesson]) -> float:
    for threshold in np.arange(_LEAST_THRESHOLD, 0.99, 0.01):
        near = _share_over(danger, taught, "near", threshold)
        ordinary = _share_over(danger, taught, "ordinary", threshold)
        if near <= _FALSE_NEAR and ordinary <= _FALSE_ORDINARY:
            return float(threshold)
    return 0.99


if __name__ == "__main__":
    sys.exit(main())
