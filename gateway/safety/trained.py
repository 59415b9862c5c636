"""What was learnt from lessons: the words of a message, and how encoders see its meaning.

They err on different messages: together they find more than any of them, at the same number of false alarms
(docs/safety.md has the figures). The second reader is an encoder many times as large, with an upper half that was
tuned on our lessons: it is asked only where the first one leaves doubt, so that most checks cost nothing more.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from gateway.safety.language import guess_language
from gateway.safety.normalise import normalise
from gateway.safety.view import View
from gateway.safety.words import Blocks, WordModel, count
from resources_index.encoder import Encoder
from resources_index.encoder.second_reader import SecondReader, Sight

FIRST, SECOND = "first_", "second_"
# On the scale of `odds`: messages between these are read a second time.
UNSURE = (-6.0, 6.0)
# How much the tuned half counts beside the mean of both views: 1 to 3 are alike on sets by other hands.
_TUNED_WEIGHT = 2.0


@dataclass(frozen=True)
class Reading:
    """Messages as the trained checks read them: counted words, and unit vectors [texts, width] of an encoder."""

    texts: Sequence[str]
    blocks: Blocks
    vectors: NDArray[np.float32]
    second: SecondReader | None = None

    @classmethod
    def of(
        cls, texts: Sequence[str], encoder: Encoder, second: SecondReader | None = None
    ) -> Reading:
        """Read once, for every check."""
        return cls(texts, count(texts), encoder.encode(texts), second)

    @property
    def is_read_twice(self) -> bool:
        """Whether there is a second reader that knows the language of every text."""
        return self.second is not None and all(map(second_reads, self.texts))

    @cached_property
    def second_sight(self) -> Sight | None:
        """What the second reader sees; None without one, or where it does not know the language."""
        return self.second.look(self.texts) if self.second and self.is_read_twice else None


def second_reads(text: str) -> bool:
    """Whether `text` is in a language that the second reader knows: it is English only."""
    return guess_language(normalise(text)) != "es"


def is_unsure(odds: NDArray[np.float64]) -> NDArray[np.bool_]:
    """[texts]: which rows of `odds` [texts, kinds] leave doubt whether there is danger."""
    highest = odds[:, 1:].max(axis=1)
    unsure: NDArray[np.bool_] = (highest >= UNSURE[0]) & (highest <= UNSURE[1])
    return unsure


def joined(
    first: NDArray[np.float64], second: NDArray[np.float64], tuned: NDArray[np.float64]
) -> NDArray[np.float64]:
    """What both readers and the tuned half say together, [texts, kinds]."""
    all_three: NDArray[np.float64] = (first + second) / 2 + _TUNED_WEIGHT * tuned
    return all_three


@dataclass(frozen=True)
class Limits:
    """Heights on the scale of `odds`. Over its kind's `sure` an alarm is raised, over `perhaps` a number is mentioned.

    A rule's alarm on a message that sounds light stands over `floor`; under `absurd` any rule's is a mention only.
    """

    sure: Mapping[str, float]
    perhaps: float
    floor: float
    absurd: float | None = None


@dataclass(frozen=True)
class Trained:
    """One check. `kinds` begins with none.

    `limits` are those of both readers, `alone` those of the first one: what it says stands on another scale.
    """

    words: WordModel
    first: View
    second: View | None
    kinds: Sequence[str]
    limits: Limits
    alone: Limits

    @classmethod
    def open(
        cls,
        folder: Path,
        name: str,
        kinds: Sequence[str],
        encoder: Encoder,
        second: SecondReader | None = None,
    ) -> Trained:
        """Without the second reader with which it was trained, it judges by the first one alone.

        Raises OSError, KeyError or ValueError when it was not trained, or with another encoder or for other kinds.
        """
        info = json.loads((folder / f"{name}.json").read_text("utf-8"))
        if info["encoder"] != encoder.info.digest:
            raise ValueError("The crisis check was trained with another encoder. Run: make setup")
        arrays = dict(np.load(folder / f"{name}.npz"))
        words = WordModel.from_arrays(arrays, len(kinds))
        same = second is not None and info["second"] == second.info.digest
        also = View.from_arrays(arrays, SECOND) if same else None
        both, alone = Limits(**info["limits"]), Limits(**info["alone"])
        return cls(words, View.from_arrays(arrays, FIRST), also, kinds, both, alone)

    def limits_for(self, reading: Reading) -> Limits:
        """The heights for these texts: of both readers only where the second one reads them."""
        return self.limits if self.second is not None and reading.is_read_twice else self.alone

    def scores(self, reading: Reading) -> NDArray[np.float64]:
        """[texts, kinds]: odds of each kind on a logarithmic scale, see `odds`."""
        words = self.words.shares(reading.blocks)
        scores = self.first.odds(words, reading.vectors)
        unsure = is_unsure(scores)
        if self.second is None or not unsure.any() or reading.second_sight is None:
            return scores
        sight = reading.second_sight
        also = self.second.odds(words[unsure], sight.vectors[unsure])
        scores[unsure] = joined(scores[unsure], also, sight.odds[unsure])
        return scores

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
