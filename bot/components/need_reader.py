"""The needs of a message: the whole of it and each clause, by its nearest examples and by its words."""

from pathlib import Path
from typing import Callable, Dict, List, Sequence, Tuple

import numpy as np

from bot.components.bank import Example
from bot.components.clauses import is_asked_for, split_clauses
from bot.components.nearest import NearestExamples
from bot.components.word_model import WordModel

# Measured on messages by other hands: the two halves err on different messages, and their product is
# right in four to five of a hundred where either alone is wrong; shares from .3 to .5 are alike.
_WORDS_SHARE = 0.5
_LEAST = 1e-4
# Further needs: of the whole message, and of one clause that is sure by itself.
WHOLE_SECOND = 0.3
CLAUSE_ALONE = 0.95
_CLAUSE_DISCOUNT = 0.95
_SPOKEN_AGAINST = 0.04
_OF_TWO, _AGAINST_OF_TWO = 0.9, 0.01
_MOST = 4
_MOST_CLAUSES = 8
# Makes a score of .7 right in about seven of ten messages.
SHARPNESS = 1.6

Encode = Callable[[Sequence[str]], np.ndarray]
Scored = List[Tuple[str, float]]


class NeedReader:
    """Both halves, trained on the same bank."""

    def __init__(self, near: NearestExamples, words: WordModel) -> None:
        if near.labels != words.labels:
            raise ValueError("Both halves must know the same needs: train the bot again.")
        self.needs = near.labels
        self._near = near
        self._words = words

    @classmethod
    def fit(cls, examples: Sequence[Example], vectors: np.ndarray) -> "NeedReader":
        """From the bank and its vectors [examples, dimension]."""
        pairs = [(e.text, need, 1.0 / len(e.needs)) for e in examples for need in e.needs]
        texts, needs, weights = zip(*pairs, strict=True)
        return cls(
            NearestExamples.fit([e.needs for e in examples], vectors),
            WordModel.fit(texts, needs, np.array(weights)),
        )

    def shares(self, texts: Sequence[str], vectors: np.ndarray) -> np.ndarray:
        """[texts, needs], rows sum to one."""
        near = np.log(self._near.shares(vectors) + _LEAST)
        words = np.log(self._words.shares(texts) + _LEAST)
        logits = SHARPNESS * ((1 - _WORDS_SHARE) * near + _WORDS_SHARE * words)
        logits -= logits.max(axis=1, keepdims=True)
        exponents = np.exp(logits)
        return exponents / exponents.sum(axis=1, keepdims=True)

    def read(self, text: str, encode: Encode) -> Tuple[Scored, Scored]:
        """Needs as understood and the three likeliest guesses, each with its score, best first."""
        if not any(letter.isalpha() for letter in text):
            return [], []  # a ZIP code resembles the tax form of that number
        clauses = split_clauses(text)
        asked = [clause for clause in clauses if is_asked_for(clause)]
        # What somebody has already is left out of the whole as well.
        body = ". ".join(asked) if 0 < len(asked) < len(clauses) else text
        parts = [body, *(asked[:_MOST_CLAUSES] if len(asked) > 1 else [])]
        shares = self.shares(parts, encode(parts))
        whole = shares[0]
        needs = [(self.needs[column], score) for column, score in join(whole, shares[1:])]
        guesses = [(self.needs[c], float(whole[c])) for c in np.argsort(-whole)[:3]]
        return needs, guesses

    def save(self, folder: Path) -> None:
        """Two files of plain arrays."""
        self._near.save(folder / "needs.npz")
        np.savez(folder / "words.npz", **self._words.arrays())

    @classmethod
    def load(cls, folder: Path) -> "NeedReader":
        """The inverse of `save`."""
        words = WordModel.from_arrays(dict(np.load(folder / "words.npz")))
        return cls(NearestExamples.load(folder / "needs.npz"), words)


def join(whole: np.ndarray, clauses: np.ndarray) -> List[Tuple[int, float]]:
    """(column, score) of the needs, best first. `whole` [needs]; `clauses` [clauses, needs]."""
    best = int(whole.argmax())
    scores: Dict[int, float] = {best: float(whole[best])}
    for column in np.argsort(-whole)[1:_MOST]:
        if whole[column] >= WHOLE_SECOND:
            scores[int(column)] = float(whole[column])
    # "A walker and somebody for the steps": of two clauses each is likelier to ask for something than of many.
    least, against = (
        (_OF_TWO, _AGAINST_OF_TWO) if len(clauses) == 2 else (CLAUSE_ALONE, _SPOKEN_AGAINST)
    )
    for row in clauses:
        column = int(row.argmax())
        sure = float(row[column])
        # A clause counts when it is sure by itself and the whole message does not speak against it.
        if sure >= least and whole[column] >= against:
            scores[column] = max(scores.get(column, 0.0), sure * _CLAUSE_DISCOUNT)
    return sorted(scores.items(), key=lambda item: (-float(whole[item[0]]), -item[1]))[:_MOST]
