"""How likely each need is for a text, by its nearest examples and by its words."""

from pathlib import Path
from typing import Callable, List, NamedTuple, Sequence

import numpy as np

from bot.components.bank import Example
from bot.components.clauses import is_asked_for, split_clauses
from bot.components.nearest import NearestExamples
from bot.components.word_model import WordModel

# Measured on messages by other hands: the two halves err on different messages, and their product is
# right in four to five of a hundred where either alone is wrong; shares from .3 to .5 are alike.
_WORDS_SHARE = 0.5
_LEAST = 1e-4
_MOST_CLAUSES = 8
# Makes a score of .7 right in about seven of ten messages.
SHARPNESS = 1.6

Encode = Callable[[Sequence[str]], np.ndarray]


class Reading(NamedTuple):
    """A message read as a whole (row 0) and clause by clause (the rows after it): `near`, `words` and both in one.

    Each is [1 + clauses, needs], rows sum to one. `vector` [dimension] is of the whole.
    """

    text: str
    vector: np.ndarray
    near: np.ndarray
    words: np.ndarray
    shares: np.ndarray

    @property
    def top(self) -> int:
        """The column of the likeliest need."""
        return int(self.shares[0].argmax())


class NeedShares:
    """Both halves, trained on the same bank."""

    def __init__(self, near: NearestExamples, words: WordModel) -> None:
        if near.labels != words.labels:
            raise ValueError("Both halves must know the same needs: train the bot again.")
        self.needs = near.labels
        self._near = near
        self._words = words

    @classmethod
    def fit(cls, examples: Sequence[Example], vectors: np.ndarray) -> "NeedShares":
        """From examples and their vectors [examples, dimension]."""
        pairs = [(e.text, need, 1.0 / len(e.needs)) for e in examples for need in e.needs]
        texts, needs, weights = zip(*pairs, strict=True)
        return cls(
            NearestExamples.fit([e.needs for e in examples], vectors),
            WordModel.fit(texts, needs, np.array(weights)),
        )

    def read(self, texts: Sequence[str], encode: Encode) -> List[Reading]:
        """Each message and its clauses; what somebody has already is left out of both."""
        parts = [_parts(text) for text in texts]
        flat = [part for own in parts for part in own]
        vectors = encode(flat)
        near, words = self._near.shares(vectors), self._words.shares(flat)
        shares = _together(near, words)
        found, start = [], 0
        for text, own in zip(texts, parts, strict=True):
            rows = slice(start, start + len(own))
            found.append(Reading(text, vectors[start], near[rows], words[rows], shares[rows]))
            start += len(own)
        return found

    def save(self, folder: Path) -> None:
        """Two files of plain arrays."""
        self._near.save(folder / "needs.npz")
        np.savez(folder / "words.npz", **self._words.arrays())

    @classmethod
    def load(cls, folder: Path) -> "NeedShares":
        """The inverse of `save`."""
        words = WordModel.from_arrays(dict(np.load(folder / "words.npz")))
        return cls(NearestExamples.load(folder / "needs.npz"), words)


def _parts(text: str) -> List[str]:
    """What is asked for in all, and each clause of it where it has several."""
    clauses = split_clauses(text)
    asked = [clause for clause in clauses if is_asked_for(clause)]
    body = ". ".join(asked) if 0 < len(asked) < len(clauses) else text
    return [body, *(asked[:_MOST_CLAUSES] if len(asked) > 1 else [])]


def _together(near: np.ndarray, words: np.ndarray) -> np.ndarray:
    """[texts, needs], rows sum to one."""
    logits = (1 - _WORDS_SHARE) * np.log(near + _LEAST) + _WORDS_SHARE * np.log(words + _LEAST)
    logits *= SHARPNESS
    logits -= logits.max(axis=1, keepdims=True)
    exponents = np.exp(logits)
    return exponents / exponents.sum(axis=1, keepdims=True)
