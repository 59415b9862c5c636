"""How likely each need is for a text, by its nearest examples and by its words."""

from pathlib import Path
from typing import List, NamedTuple, Optional, Sequence

import numpy as np

from bot.components.bank import Example
from bot.components.clauses import is_asked_for, split_clauses
from bot.components.encoder import Encode
from bot.components.nearest import NearestExamples
from bot.components.second import See, Seen, Taught, joined
from bot.components.word_model import WordModel

# Measured on messages by other hands: the two halves err on different messages, and their product is
# right in four to five of a hundred where either alone is wrong; shares from .3 to .5 are alike.
_WORDS_SHARE = 0.5
# Of the whole message beside both halves, where there is one: .2 and .3 are alike. It has learned the bank, so it judges
# nothing that is trained on the bank.
_TAUGHT_SHARE = 0.25
_LEAST = 1e-4
_MOST_CLAUSES = 8
# Makes a score of .7 right in about seven of ten messages.
SHARPNESS = 1.6


class Views(NamedTuple):
    """How texts are seen: unit `vectors` [texts, dimension] of our encoder, and what the large one reads of them."""

    vectors: np.ndarray
    seen: Optional[Seen] = None

    def part(self, rows: Sequence[int]) -> "Views":
        """Of some of the texts, in their order."""
        return Views(self.vectors[rows], None if self.seen is None else self.seen.part(rows))

    def followed_by(self, more: "Views") -> "Views":
        """Of these texts and those after them."""
        seen = None
        if self.seen is not None and more.seen is not None:
            seen = joined([self.seen, more.seen], [len(self.vectors), len(more.vectors)])
        return Views(np.vstack([self.vectors, more.vectors]), seen)


class Eyes(NamedTuple):
    """Our encoder, and the large one where it could be fetched, with the half of it that was taught."""

    encode: Encode
    see: Optional[See] = None
    taught: Optional[Taught] = None

    def look(self, texts: Sequence[str]) -> Views:
        """With both."""
        return Views(self.encode(texts), None if self.see is None else self.see(texts))


class Reading(NamedTuple):
    """A message read as a whole (row 0) and clause by clause (the rows after it): `near`, `words` and both in one.

    Each is [1 + clauses, needs], rows sum to one. `vector` [dimension] is of the whole, and so is `judged` [needs]: its row of
    `shares` with what the taught half of the large encoder says.
    """

    text: str
    vector: np.ndarray
    near: np.ndarray
    words: np.ndarray
    shares: np.ndarray
    judged: np.ndarray

    @property
    def top(self) -> int:
        """The column of the likeliest need."""
        return int(self.judged.argmax())


class NeedShares:
    """Both halves, trained on the same bank. `second`: the nearest examples as the large encoder sees them."""

    def __init__(
        self, near: NearestExamples, words: WordModel, second: Optional[NearestExamples] = None
    ) -> None:
        if near.labels != words.labels or (second and second.labels != near.labels):
            raise ValueError("All parts must know the same needs: train the bot again.")
        self.needs = near.labels
        self._near = near
        self._words = words
        self._second = second

    @classmethod
    def fit(cls, examples: Sequence[Example], views: Views) -> "NeedShares":
        """From examples and how they are seen."""
        pairs = [(e.text, need, 1.0 / len(e.needs)) for e in examples for need in e.needs]
        texts, needs, weights = zip(*pairs, strict=True)
        second = None
        if views.seen is not None:
            known = [examples[row].needs for row in views.seen.rows]
            second = NearestExamples.fit(known, views.seen.vectors)
        near = NearestExamples.fit([e.needs for e in examples], views.vectors)
        return cls(near, WordModel.fit(texts, needs, np.array(weights)), second)

    def read(self, texts: Sequence[str], eyes: Eyes) -> List[Reading]:
        """Each message and its clauses; what somebody has already is left out of both."""
        parts = [_parts(text) for text in texts]
        flat = [part for own in parts for part in own]
        vectors = eyes.encode(flat)
        near, words = self._near.shares(vectors), self._words.shares(flat)
        if self._second is not None and eyes.see is not None:
            wholes = np.cumsum([0, *(len(own) for own in parts[:-1])])
            near = self._seen_twice(near, wholes, eyes.see([own[0] for own in parts]))
        shares = _together(near, words)
        found, start = [], 0
        for text, own in zip(texts, parts, strict=True):
            rows = slice(start, start + len(own))
            judged = self._judged(own[0], shares[start], eyes)
            found.append(
                Reading(text, vectors[start], near[rows], words[rows], shares[rows], judged)
            )
            start += len(own)
        return found

    def _judged(self, text: str, shares: np.ndarray, eyes: Eyes) -> np.ndarray:
        taught = None if eyes.taught is None else eyes.taught(text, self.needs)
        if taught is None:
            return shares
        logits = (1 - _TAUGHT_SHARE) * np.log(shares + _LEAST)
        return _softmax(logits + _TAUGHT_SHARE * np.log(taught + _LEAST))

    def _seen_twice(self, near: np.ndarray, wholes: np.ndarray, seen: Seen) -> np.ndarray:
        """`near` [parts, needs] with what both encoders say of the whole messages, in rows `wholes`.

        Of their clauses too it gained nothing more (data/evaluation/understanding) and would cost as much again for each.
        """
        if len(seen.rows):
            rows = wholes[seen.rows]
            both = np.sqrt(near[rows] * self._second.shares(seen.vectors))
            near[rows] = both / both.sum(axis=1, keepdims=True)
        return near

    def save(self, folder: Path) -> None:
        """Files of plain arrays."""
        self._near.save(folder / "needs.npz")
        if self._second is not None:
            self._second.save(folder / "second.npz")
        np.savez(folder / "words.npz", **self._words.arrays())

    @classmethod
    def load(cls, folder: Path, with_second: bool = False) -> "NeedShares":
        """The inverse of `save`. `with_second`: whether the large encoder is here with which it was trained."""
        words = WordModel.from_arrays(dict(np.load(folder / "words.npz")))
        second = NearestExamples.load(folder / "second.npz") if with_second else None
        return cls(NearestExamples.load(folder / "needs.npz"), words, second)


def _parts(text: str) -> List[str]:
    """What is asked for in all, and each clause of it where it has several."""
    clauses = split_clauses(text)
    asked = [clause for clause in clauses if is_asked_for(clause)]
    body = ". ".join(asked) if 0 < len(asked) < len(clauses) else text
    return [body, *(asked[:_MOST_CLAUSES] if len(asked) > 1 else [])]


def _together(near: np.ndarray, words: np.ndarray) -> np.ndarray:
    """[texts, needs], rows sum to one."""
    logits = (1 - _WORDS_SHARE) * np.log(near + _LEAST) + _WORDS_SHARE * np.log(words + _LEAST)
    return _softmax(logits * SHARPNESS)


def _softmax(logits: np.ndarray) -> np.ndarray:
    """Over the last axis."""
    exponents = np.exp(logits - logits.max(axis=-1, keepdims=True))
    shares: np.ndarray = exponents / exponents.sum(axis=-1, keepdims=True)
    return shares
