"""`python -m gateway.safety.train`: train the second half of the crisis check and of the check for scams.

Both limits are chosen on held-out folds. The threshold: the lowest that keeps false alarms on near-misses
and on ordinary messages under their shares. The floor, under which a rule's alarm on a message that sounds
light is taken back: so low that next to none of the genuine alarms of that sort are lost. Missing a cry for help is worse than one
kind text too many.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sklearn.model_selection import StratifiedGroupKFold

from gateway.safety.aps import write_aps_lines
from gateway.safety.classifier import KINDS, SCAM_KINDS
from gateway.safety.lessons import Lesson, lessons, read_scams, scam_lessons
from gateway.safety.light import sounds_light
from gateway.safety.near import NearLessons, near_arrays
from gateway.safety.normalise import normalise
from gateway.safety.odds import odds
from gateway.safety.rules_table import rules, scam_rules
from gateway.safety.trained import save_trained
from gateway.safety.words import Blocks, WordModel, count, rows_of
from resources_index.directory import Directory
from resources_index.encoder import Encoder
from resources_index.examples import balanced, read_alarms, read_examples, read_turns
from resources_index.index.vectors import Encode, stored_first

ROOT = Path(__file__).resolve().parents[2]
_MOST_PER_NEED = 400  # of each need and language
_MOST_FOR_SCAMS = 60  # which are further from ordinary requests
_FOLDS = 3
_SEED = 5
_THRESHOLDS = np.arange(-8.0, 9.0, 0.1)
_LOST_BY_FLOOR = 0.02  # of the genuine alarms that the rules found and that sound light


@dataclass(frozen=True)
class Limits:
    """Shares of near-misses and of ordinary messages that may raise a false alarm on held-out folds."""

    near: float
    ordinary: float


_CRISIS_LIMITS, _SCAM_LIMITS = Limits(0.05, 0.012), Limits(0.03, 0.0015)


@dataclass(frozen=True)
class Material:
    """The lessons with all that is computed from them, row by row."""

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


def main() -> int:
    """Write crisis.npz, scam.npz, a .json beside each, and aps.json to $DATA_DIR/safety."""
    encoder = Encoder.load(ROOT / os.environ.get("ENCODER_DIR", "data/encoder"))
    data = ROOT / "data"
    data_dir = ROOT / os.environ.get("DATA_DIR", "var")
    stored = stored_first(data_dir / "index", "examples", encoder.info.digest, encoder.encode)
    encode = _once(stored)
    examples = read_examples(data / "dialogue" / "needs")
    turns = read_turns(data / "dialogue" / "acts")
    alarms = read_alarms(data / "dialogue" / "crisis")
    folder = data_dir / "safety"
    folder.mkdir(parents=True, exist_ok=True)
    about_danger = lessons(alarms, balanced(examples, _MOST_PER_NEED), turns)
    material = Material.of(about_danger, encode)
    _train(folder, "crisis", material, _CRISIS_LIMITS, encoder, _in_danger)
    scams = read_scams(data / "dialogue" / "scams")
    about_scams = scam_lessons(scams, alarms, balanced(examples, _MOST_FOR_SCAMS), turns)
    material = Material.of(about_scams, encode, SCAM_KINDS)
    _train(folder, "scam", material, _SCAM_LIMITS, encoder, scam_rules().catch)
    write_aps_lines(Directory.load([data / "directory"]), folder)
    return 0


def _once(encode: Encode) -> Encode:
    """The same vectors, each text encoded once: both checks learn from the same messages."""
    known: dict[str, NDArray[np.float32]] = {}

    def encode_new(texts: Sequence[str]) -> NDArray[np.float32]:
        fresh = list(dict.fromkeys(text for text in texts if text not in known))
        if fresh:
            known.update(zip(fresh, encode(fresh), strict=True))
        return np.stack([known[text] for text in texts])

    return encode_new


def _train(
    folder: Path,
    name: str,
    material: Material,
    limits: Limits,
    encoder: Encoder,
    catches: Callable[[str], bool],
) -> None:
    held_out = _held_out(material)
    threshold = _threshold(held_out, material.taught, limits)
    recall = _share_over(held_out, material.taught, "alarm", threshold)
    floor = _floor(held_out, material.taught, catches)
    words, rows = _words(material), material.neighbours()
    arrays = {**words.arrays(), **near_arrays(material.vectors[rows], material.kinds[rows])}
    info = {"encoder": encoder.info.digest, "threshold": threshold, "floor": floor}
    save_trained(folder, name, arrays, info)
    sys.stdout.write(
        f"{name}: threshold {threshold:.2f}, floor {floor:.2f}, held-out recall without rules {recall:.3f}\n"
    )


def _in_danger(normalised: str) -> bool:
    return any(table.catch(normalised) for table in rules())


def _words(material: Material) -> WordModel:
    return WordModel.fit(material.blocks, material.kinds, material.weights)


def _held_out(material: Material) -> NDArray[np.float64]:
    """The highest odds of each lesson [lessons], judged by what was learnt from the others.

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


def _threshold(danger: NDArray[np.float64], taught: Sequence[Lesson], limits: Limits) -> float:
    for threshold in _THRESHOLDS:
        near = _share_over(danger, taught, "near", threshold)
        ordinary = _share_over(danger, taught, "ordinary", threshold)
        if near <= limits.near and ordinary <= limits.ordinary:
            return float(threshold)
    return float(_THRESHOLDS[-1])


def _floor(
    danger: NDArray[np.float64], taught: Sequence[Lesson], catches: Callable[[str], bool]
) -> float:
    flat = {
        row: normalise(lesson.text) for row, lesson in enumerate(taught) if lesson.role == "alarm"
    }
    found = [danger[row] for row, text in flat.items() if sounds_light(text) and catches(text)]
    return float(np.quantile(found, _LOST_BY_FLOOR)) if found else float(_THRESHOLDS[0])


if __name__ == "__main__":
    sys.exit(main())
