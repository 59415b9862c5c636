"""What was learnt from lessons: the words of a message, and the lessons that are nearest to it.

The two err on different messages. On sets by other hands they find more together than logistic regression
on words and vectors in one, at the same number of false alarms (docs/safety.md has the figures).
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from gateway.safety.near import NearLessons, near_from_arrays
from gateway.safety.odds import odds
from gateway.safety.words import Blocks, WordModel, count
from resources_index.encoder import Encoder


@dataclass(frozen=True)
class Reading:
    """Messages as the trained checks read them: counted words, and sentence vectors [texts, dimension]."""

    blocks: Blocks
    vectors: NDArray[np.float32]

    @classmethod
    def of(cls, texts: Sequence[str], encoder: Encoder) -> Reading:
        """Read once, for every check."""
        return cls(count(texts), encoder.encode(texts))


@dataclass(frozen=True)
class Trained:
    """One check. `kinds` begins with none.

    Both limits are on the scale of `odds`: over `threshold` it raises an alarm by itself, under `floor` it
    takes back the alarm of a rule on a message that sounds light.
    """

    words: WordModel
    near: NearLessons
    kinds: Sequence[str]
    threshold: float
    floor: float = -np.inf

    @classmethod
    def open(cls, folder: Path, name: str, kinds: Sequence[str], encoder: Encoder) -> Trained:
        """Raises OSError or ValueError when it was not trained, or with another encoder or for other kinds."""
        info = json.loads((folder / f"{name}.json").read_text("utf-8"))
        if info["encoder"] != encoder.info.digest:
            raise ValueError("The crisis check was trained with another encoder. Run: make setup")
        arrays = dict(np.load(folder / f"{name}.npz"))
        words = WordModel.from_arrays(arrays, len(kinds))
        near = near_from_arrays(arrays)
        return cls(words, near, kinds, float(info["threshold"]), float(info["floor"]))

    def scores(self, reading: Reading) -> NDArray[np.float64]:
        """[texts, kinds]: odds of each kind on a logarithmic scale, see `odds`."""
        return odds(self.words.shares(reading.blocks), self.near.leanings(reading.vectors))

    def best(self, reading: Reading) -> tuple[str, float]:
        """The kind of alarm that the first text is nearest to, and its odds."""
        scores = self.scores(reading)[0, 1:]
        kind = int(scores.argmax())
        return self.kinds[1 + kind], float(scores[kind])


def save_trained(
    folder: Path, name: str, arrays: Mapping[str, Any], info: Mapping[str, object]
) -> None:
    """What `Trained.open` reads."""
    np.savez(folder / f"{name}.npz", **arrays)
    (folder / f"{name}.json").write_text(json.dumps(info, indent=1) + "\n", "utf-8")
