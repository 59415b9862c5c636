"""Of which label a text is, from lessons: by its words, by both encoders, and by what the large one was taught."""

from pathlib import Path
from typing import List, NamedTuple, Optional, Sequence

import numpy as np

from bot.components.need_shares import Eyes, Views
from bot.components.second import Seen
from bot.components.softmax import Softmax
from bot.components.word_model import WordModel

LEAST = 1e-4


class Blend(NamedTuple):
    """Shares of the whole: `words` beside sense, and `taught` beside both encoders where there is such a half."""

    words: float
    taught: float
    strength: float


class LessonReader:
    """`second` is the sense as the large encoder has it, and may be missing."""

    def __init__(
        self, blend: Blend, words: WordModel, first: Softmax, second: Optional[Softmax] = None
    ) -> None:
        if words.labels != first.labels or (second and second.labels != first.labels):
            raise ValueError("All parts must know the same labels: train the bot again.")
        self._blend = blend
        self._words = words
        self._first = first
        self._second = second

    @property
    def labels(self) -> List[str]:
        """In the order of the columns."""
        return self._first.labels

    @classmethod
    def fit(
        cls,
        blend: Blend,
        texts: Sequence[str],
        labels: Sequence[str],
        weights: np.ndarray,
        views: Views,
    ) -> "LessonReader":
        """One label and one weight a text; `views`: how the texts are seen."""
        second = None
        if views.seen is not None:
            known = [labels[row] for row in views.seen.rows]
            second = Softmax.fit(
                views.seen.vectors, known, blend.strength, weights[views.seen.rows]
            )
        return cls(
            blend,
            WordModel.fit(texts, labels, weights),
            Softmax.fit(views.vectors, labels, blend.strength, weights),
            second,
        )

    def logs(self, text: str, eyes: Eyes) -> np.ndarray:
        """How likely each label is [labels], as logarithms whose shares need not sum to one."""
        views = eyes.look([text])
        sense = self._sense(views.vectors, views.seen)
        taught = eyes.taught(text, self.labels) if eyes.taught is not None else None
        if taught is not None:
            sense = (1 - self._blend.taught) * sense + self._blend.taught * np.log(taught + LEAST)
        words = np.log(self._words.shares([text])[0] + LEAST)
        logs: np.ndarray = (1 - self._blend.words) * sense + self._blend.words * words
        return logs

    def _sense(self, vectors: np.ndarray, seen: Optional[Seen]) -> np.ndarray:
        """The mean of both encoders where both read the text."""
        logs: np.ndarray = np.log(self._first.shares(vectors)[0] + LEAST)
        if self._second is None or seen is None or not len(seen.rows):
            return logs
        return (logs + np.log(self._second.shares(seen.vectors)[0] + LEAST)) / 2

    def save(self, folder: Path) -> None:
        """Files of plain arrays."""
        np.savez(folder / "words.npz", **self._words.arrays())
        np.savez(folder / "first.npz", **self._first.arrays())
        if self._second is not None:
            np.savez(folder / "second.npz", **self._second.arrays())

    @classmethod
    def load(cls, blend: Blend, folder: Path, with_second: bool = False) -> "LessonReader":
        """The inverse of `save`. `with_second`: whether the large encoder is here with which it was trained."""
        words = WordModel.from_arrays(dict(np.load(folder / "words.npz")))
        names = ["first", "second"] if with_second else ["first"]
        parts = (Softmax.from_arrays(dict(np.load(folder / f"{name}.npz"))) for name in names)
        return cls(blend, words, *parts)
