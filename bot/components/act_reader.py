"""The act of a turn by its words, by how two encoders see it, and by how the half sees it that was taught talks."""

from pathlib import Path
from typing import Dict, List, NamedTuple, Optional, Sequence, Tuple

import numpy as np

from bot.components.act_context import weighted
from bot.components.act_view import LEAST, ActView
from bot.components.second import Seen
from bot.components.word_model import WordModel

# Measured on turns by other hands (data/evaluation/acts): shares of the words from .4 to .6 are alike.
_WORDS_SHARE, _WORDS_BESIDE_TWO = 0.6, 0.5
# Beside the two encoders; from .3 to .6 alike.
_TAUGHT_SHARE = 0.4
_MOST = 4
_FIRST, _SECOND, _TAUGHT = "first", "second", "taught"


class Large(NamedTuple):
    """A turn as the large encoder sees it, and as its taught half does: unit vectors [width]."""

    whole: np.ndarray
    taught: np.ndarray


class ActReader:
    """Trained on the same turns; `second` and `taught` read English and may both be missing."""

    def __init__(
        self,
        first: ActView,
        words: WordModel,
        second: Optional[ActView] = None,
        taught: Optional[ActView] = None,
    ) -> None:
        if any(part and part.labels != first.labels for part in (words, second, taught)):
            raise ValueError("All classifiers must know the same acts: train the bot again.")
        self._first = first
        self._words = words
        self._second = second
        self._taught = taught

    @classmethod
    def fit(
        cls,
        texts: Sequence[str],
        vectors: np.ndarray,
        acts: Sequence[str],
        weights: np.ndarray,
        seen: Optional[Seen] = None,
        taught: Optional[ActView] = None,
    ) -> "ActReader":
        """`vectors` [texts, dimension]; one act and one weight a text; `seen`: those that the large encoder reads.

        `taught`: what was learned already from how its taught half sees them.
        """
        second = None if seen is None else view_of(seen, acts, weights)
        first = ActView.fit(vectors, acts, weights)
        return cls(first, WordModel.fit(texts, acts, weights), second, taught)

    def read(
        self,
        text: str,
        vector: np.ndarray,
        weights: Optional[Dict[str, float]] = None,
        large: Optional[Large] = None,
    ) -> List[Tuple[str, float]]:
        """The likeliest acts with their shares, best first.

        `weights`: as bot/components/act_context.py gives them. `large`: where the large encoder reads `text`.
        """
        meaning, share = self._first.logs(vector), _WORDS_SHARE
        if self._second is not None and large is not None:
            meaning = (meaning + self._second.logs(large.whole)) / 2
            share = _WORDS_BESIDE_TWO
        if self._taught is not None and large is not None:
            taught = self._taught.logs(large.taught)
            meaning = (1 - _TAUGHT_SHARE) * meaning + _TAUGHT_SHARE * taught
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
        if self._taught is not None:
            self._taught.save(folder, _TAUGHT)

    @classmethod
    def load(cls, folder: Path, with_second: bool = False) -> "ActReader":
        """The inverse of `save`. `with_second`: whether the large encoder is here with which it was trained."""
        return cls(
            ActView.load(folder, _FIRST),
            WordModel.from_arrays(dict(np.load(folder / "words.npz"))),
            *(ActView.load(folder, name) for name in (_SECOND, _TAUGHT) if with_second),
        )


def view_of(seen: Seen, acts: Sequence[str], weights: np.ndarray) -> ActView:
    """Learned from those of several turns that are `seen`; one act and one weight for each of them all."""
    return ActView.fit(seen.vectors, [acts[row] for row in seen.rows], weights[seen.rows])
