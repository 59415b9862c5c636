"""`python -m gateway.safety.train`: train the second half of the crisis check and of the check for scams.

All heights are chosen on held-out folds. Each fold is a stretch of every file: neighbouring lines are mostly by one
hand, so that nobody is judged by what they wrote themselves. Sure and perhaps: the lowest that keep false alarms
on near-misses and on ordinary messages under their shares. The floor, under which a rule's alarm on a
message that sounds light is not believed: so low that few of the genuine alarms of that sort are lost.
"""

from __future__ import annotations

import dataclasses
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from gateway.safety.aps import write_aps_lines
from gateway.safety.classifier import KINDS, SCAM_KINDS
from gateway.safety.lessons import Lesson, lessons, read_scams, scam_lessons
from gateway.safety.light import sounds_light
from gateway.safety.near import NearLessons, near_arrays
from gateway.safety.network import Network
from gateway.safety.normalise import normalise
from gateway.safety.odds import odds
from gateway.safety.rules_table import rules, scam_rules
from gateway.safety.trained import Limits, save_trained
from gateway.safety.words import Blocks, WordModel, count, rows_of
from resources_index.directory import Directory
from resources_index.encoder import Encoder
from resources_index.examples import balanced, read_alarms, read_examples, read_turns
from resources_index.index.vectors import Encode, stored_first

ROOT = Path(__file__).resolve().parents[2]
_MOST_PER_NEED = 400  # of each need and language
_MOST_FOR_SCAMS = 60  # which are further from ordinary requests
_FOLDS = 3
_HEIGHTS = np.arange(-12.0, 13.0, 0.1)
_LOST_IN_LIGHT = 0.08  # of the genuine alarms that the rules found in words that sound light


@dataclass(frozen=True)
class Shares:
    """Of near-misses and of ordinary messages on held-out folds, how many may be taken for a danger."""

    near: float
    ordinary: float


@dataclass(frozen=True)
class Goal:
    """What the heights of a check are chosen for: `sure` by kind."""

    sure: Mapping[str, Shares]
    perhaps: Shares


# Whole files of ordinary messages are held out at once: on sets by other hands about half as many are alarms.
# The most veiled cries are those of suicide, so that its height is the lowest. A third fewer false alarms would cost
# 6 in 1,000 cries for help on those sets: a cry that is missed does more harm than a number that was not needed.
_CRISIS_GOAL = Goal(
    sure={
        "suicide": Shares(0.024, 0.008),
        "medical_emergency": Shares(0.015, 0.0026),
        "abuse_now": Shares(0.015, 0.0024),
        "unsafe_now": Shares(0.015, 0.0021),
    },
    perhaps=Shares(0.10, 0.039),
)
_SCAM_GOAL = Goal(sure={"scam": Shares(0.03, 0.0015)}, perhaps=Shares(0.03, 0.0015))


@dataclass(frozen=True)
class HeldOut:
    """How each lesson [lessons] was judged by what was learnt from others: the highest odds, and of which kind."""

    heights: NDArray[np.float64]
    kinds: NDArray[np.int64]

    def share_over(
        self, taught: Sequence[Lesson], role: str, height: float, kind: int | None = None
    ) -> float:
        """Of the lessons of `role`, how many are judged as high, and to be of `kind`."""
        rows = [row for row, lesson in enumerate(taught) if lesson.role == role]
        over = self.heights[rows] >= height
        if kind is not None:
            over &= self.kinds[rows] == kind
        return float(over.mean()) if rows else 0.0

    def lowest(self, taught: Sequence[Lesson], most: Shares, kind: int | None = None) -> float:
        """The lowest height at which no more than `most` are taken for `kind`, or for any."""
        for height in _HEIGHTS:
            near = self.share_over(taught, "near", height, kind)
            if (
                near <= most.near
                and self.share_over(taught, "ordinary", height, kind) <= most.ordinary
            ):
                return float(height)
        return float(_HEIGHTS[-1])


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
    _train(folder, "crisis", material, KINDS, _CRISIS_GOAL, encoder, _in_danger)
    scams = read_scams(data / "dialogue" / "scams")
    about_scams = scam_lessons(scams, alarms, balanced(examples, _MOST_FOR_SCAMS), turns)
    material = Material.of(about_scams, encode, SCAM_KINDS)
    _train(folder, "scam", material, SCAM_KINDS, _SCAM_GOAL, encoder, scam_rules().catch)
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
    names: Sequence[str],
    goal: Goal,
    encoder: Encoder,
    catches: Callable[[str], bool],
) -> None:
    held_out, taught = _held_out(material), material.taught
    limits = Limits(
        {
            kind: held_out.lowest(taught, most, names.index(kind))
            for kind, most in goal.sure.items()
        },
        held_out.lowest(taught, goal.perhaps),
        _floor(held_out.heights, taught, catches),
    )
    rows = material.neighbours()
    arrays = {
        **_words(material).arrays(),
        **near_arrays(material.vectors[rows], material.kinds[rows]),
        **_network(material).arrays(),
    }
    info = {"encoder": encoder.info.digest, "limits": dataclasses.asdict(limits)}
    save_trained(folder, name, arrays, info)
    sys.stdout.write(f"{name}: {limits}\n")


def _in_danger(normalised: str) -> bool:
    return any(table.catch(normalised) for table in rules())


def _words(material: Material) -> WordModel:
    return WordModel.fit(material.blocks, material.kinds, material.weights)


def _network(material: Material) -> Network:
    return Network.fit(
        material.vectors, material.kinds, material.weights, int(material.kinds.max()) + 1
    )


def _held_out(material: Material) -> HeldOut:
    heights, kinds = np.zeros(len(material.taught)), np.zeros(len(material.taught), np.int64)
    fold = _folds(material.taught)
    for number in range(_FOLDS):
        test = np.flatnonzero(fold == number)
        known, asked = material.part(np.flatnonzero(fold != number)), material.part(test)
        rows = known.neighbours()
        near = NearLessons(known.vectors[rows], known.kinds[rows])
        words, network = _words(known).shares(asked.blocks), _network(known).shares(asked.vectors)
        found = odds(words, near.leanings(asked.vectors), network)
        heights[test], kinds[test] = found[:, 1:].max(axis=1), 1 + found[:, 1:].argmax(axis=1)
    return HeldOut(heights, kinds)


def _folds(taught: Sequence[Lesson]) -> NDArray[np.int64]:
    """The fold of each lesson [lessons]: a stretch of those of its role and kind, in their order; copies go with theirs."""
    own: dict[tuple[str, str], list[str]] = {}
    for lesson in taught:
        if lesson.role != "buried":
            own.setdefault((lesson.role, lesson.kind), []).append(lesson.source)
    fold = {
        source: place * _FOLDS // len(sources)
        for sources in own.values()
        for place, source in enumerate(sources)
    }
    return np.array([fold[lesson.source] for lesson in taught])


def _floor(
    heights: NDArray[np.float64], taught: Sequence[Lesson], catches: Callable[[str], bool]
) -> float:
    """For alarms of the rules that sound light; with none known, lower than any."""
    flat = [normalise(lesson.text) if lesson.role == "alarm" else "" for lesson in taught]
    found = [
        height
        for height, text in zip(heights, flat, strict=True)
        if text and sounds_light(text) and catches(text)
    ]
    return float(np.quantile(found, _LOST_IN_LIGHT)) if found else float(_HEIGHTS[0])


if __name__ == "__main__":
    sys.exit(main())
