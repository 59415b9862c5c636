"""The act of a turn by its sentence vector, by its nearest examples and by its words."""

from pathlib import Path
from typing import Dict, List, Optional, Sequence, Tuple

import numpy as np

from bot.components.act_context import weighted
from bot.components.nearest import NearestExamples
from bot.components.softmax import Softmax
from bot.components.word_model import WordModel

# Measured on turns by two other hands (data/evaluation/acts): the three err on different turns. Together .949
# and .947, without the nearest .941 and .942, without the words .934 and .885.
_STRENGTH = 40.0
_WORDS_SHARE = 0.6
_NEAREST_SHARE = 0.3
_LEAST = 1e-4
_MOST = 4


class ActReader:
    """Three classifiers, trained on the same turns."""

    def __init__(self, sense: Softmax, near: NearestExamples, words: WordModel) -> None:
        if not sense.labels == near.labels == words.labels:
            raise ValueError("All classifiers must know the same acts: train the bot again.")
        self._sense = sense
        self._near = near
        self._words = words

    @classmethod
    def fit(
        cls, texts: Sequence[str], vectors: np.ndarray, acts: Sequence[str], weights: np.ndarray
    ) -> "ActReader":
        """`vectors` [texts, dimension]; one act and one weight a text."""
        return cls(
            Softmax.fit(vectors, acts, _STRENGTH, weights),
            NearestExamples.fit([(act,) for act in acts], vectors),
            WordModel.fit(texts, acts, weights),
        )

    def read(
        self, text: str, vector: np.ndarray, weights: Optional[Dict[str, float]] = None
    ) -> List[Tuple[str, float]]:
        """The likeliest acts with their shares, best first. `weights`: as bot/components/act_context.py gives them."""
        sense = np.log(self._sense.shares(vector[None, :])[0] + _LEAST)
        near = np.log(self._near.shares(vector[None, :])[0] + _LEAST)
        words = np.log(self._words.shares([text])[0] + _LEAST)
        meaning = (1 - _NEAREST_SHARE) * sense + _NEAREST_SHARE * near
        shares = np.exp((1 - _WORDS_SHARE) * meaning + _WORDS_SHARE * words)
        shares = weighted(shares, self._sense.labels, weights or {})
        return [(self._sense.labels[i], float(shares[i])) for i in np.argsort(-shares)[:_MOST]]

    def save(self, folder: Path) -> None:
        """Three files of plain arrays."""
        np.savez(folder / "sense.npz", **self._sense.arrays())
        self._near.save(folder / "near.npz")
        np.savez(folder / "words.npz", **self._words.arrays())

    @classmethod
    def load(cls, folder: Path) -> "ActReader":
        """The inverse of `save`."""
        return cls(
            Softmax.from_arrays(dict(np.load(folder / "sense.npz"))),
            NearestExamples.load(folder / "near.npz"),
            WordModel.from_arrays(dict(np.load(folder / "words.npz"))),
        )
