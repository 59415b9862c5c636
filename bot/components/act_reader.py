"""The act of a turn by how two encoders see it and by its words."""

from pathlib import Path
from typing import Dict, List, Optional, Sequence, Tuple

import numpy as np

from bot.components.act_context import weighted
from bot.components.act_view import LEAST, ActView
from bot.components.second import Seen
from bot.components.word_model import WordModel

# Measured on turns by other hands (data/evaluation/acts): shares of the words from .4 to .6 are alike.
_WORDS_SHARE, _WORDS_BESIDE_TWO = 0.6, 0.5
_MOST = 4
_FIRST, _SECOND = "first", "second"


class ActReader:
    """Trained on the same turns; `second` reads English and may be missing."""

    def __init__(self, first: ActView, words: WordModel, second: Optional[ActView] = None) -> None:
        if first.labels != words.labels or (second and second.labels != first.labels):
            raise ValueError("All classifiers must know the same acts: train the bot again.")
        self._first = first
        self._words = words
        self._second = second

    @classmethod
    def fit(
        cls,
        texts: Sequence[str],
        vectors: np.ndarray,
        acts: Sequence[str],
        weights: np.ndarray,
        seen: Optional[Seen] = None,
    ) -> "ActReader":
        """`vectors` [texts, dimension]; one act and one weight a text; `seen`: those that the large encoder reads."""
        second = None
        if seen is not None:
            known = [acts[row] for row in seen.rows]
            second = ActView.fit(seen.vectors, known, weights[seen.rows])
        first = ActView.fit(vectors, acts, weights)
        return cls(first, WordModel.fit(texts, acts, weights), second)

    def read(
        self,
        text: str,
        vector: np.ndarray,
        weights: Optional[Dict[str, float]] = None,
        seen: Optional[np.ndarray] = None,
    ) -> List[Tuple[str, float]]:
        """The likeliest acts with their shares, best first.

        `weights`: as bot/components/act_context.py gives them. `seen`: the large encoder's vector, where it reads `text`.
        """
        meaning, share = self._first.logs(vector), _WORDS_SHARE
        if self._second is not None and seen is not None:
            meaning = (meaning + self._second.logs(seen)) / 2
            share = _WORDS_BESIDE_TWO
        words = np.log(self._words.shares([text])[0] + LEAST)
        shares = np.exp((1 - share) * meaning + share * words)
        shares = weighted(shares, self._first.labels, weights or {})
        return [(self._first.labels[i], float(shares[i])) for i in np.argsort(-shares)[:_MOST]]

    def save(self, folder: Path) -> None:
        """Files of plain arrays."""
        self._first.save(folder, _FIRST)
        np.savez(folder / "words.npz", **self._words.arrays())
        if self._second is not None:
            self._second.save(folder, _SECOND)

    @classmethod
    def load(cls, folder: Path, with_second: bool = False) -> "ActReader":
        """The inverse of `save`. `with_second`: whether the large encoder is here with which it was trained."""
        return cls(
            ActView.load(folder, _FIRST),
            WordModel.from_arrays(dict(np.load(folder / "words.npz"))),
            ActView.load(folder, _SECOND) if with_second else None,
        )
