"""What was learnt from lessons: the words of a message, the lessons nearest to it, and a network on its vector.

The three err on different messages: together they find more than any of them, at the same number of false
alarms (docs/safety.md has the figures).
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
from gateway.safety.network import Network
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
class Limits:
    """Heights on the scale of `odds`. Over its kind's `sure` an alarm is raised, over `perhaps` a number is mentioned.

    A rule's alarm on a message that sounds light stands over `floor`.
    """

    sure: Mapping[str, float]
    perhaps: float
    floor: float


@dataclass(frozen=True)
class Trained:
    """One check. `kinds` begins with none."""

    words: WordModel
    near: NearLessons
    network: Network
    kinds: Sequence[str]
    limits: Limits

    @classmethod
    def open(cls, folder: Path, name: str, kinds: Sequence[str], encoder: Encoder) -> Trained:
        """Raises OSError, KeyError or ValueError when it was not trained, or with another encoder or for other kinds."""
        info = json.loads((folder / f"{name}.json").read_text("utf-8"))
        if info["encoder"] != encoder.info.digest:
            raise ValueError("The crisis check was trained with another encoder. Run: make setup")
        arrays = dict(np.load(folder / f"{name}.npz"))
        words = WordModel.from_arrays(arrays, len(kinds))
        limits = Limits(**info["limits"])
        return cls(words, near_from_arrays(arrays), Network.from_arrays(arrays), kinds, limits)

    def scores(self, reading: Reading) -> NDArray[np.float64]:
        """[texts, kinds]: odds of each kind on a logarithmic scale, see `odds`."""
        vectors = reading.vectors
        words = self.words.shares(reading.blocks)
        return odds(words, self.near.leanings(vectors), self.network.shares(vectors))

    def best(self, reading: Reading) -> tuple[str, float]:
        """The kind of alarm that the most alarming text is nearest to, and its odds."""
        scores = self.scores(reading)[:, 1:]
        _, kind = np.unravel_index(scores.argmax(), scores.shape)
        return self.kinds[1 + int(kind)], float(scores.max())


def save_trained(
    folder: Path, name: str, arrays: Mapping[str, Any], info: Mapping[str, object]
) -> None:
    """What `Trained.open` reads."""
    np.savez(folder / f"{name}.npz", **arrays)
    (folder / f"{name}.json").write_text(json.dumps(info, indent=1) + "\n", "utf-8")
