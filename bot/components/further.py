"""Which needs a message asks for beside its main one.

"My brother used the power of attorney to empty her account" asks one thing and mentions three. Two signs decide
together: how a further need stands in the whole and in the clauses, and whether the message sounds like several
requests ("also", "plus", "2)", a question after a full stop), whatever they are.
"""

from typing import Dict, List, Sequence, Set

import numpy as np

from bot.components.need_shares import Reading
from bot.components.softmax import Softmax
from bot.components.word_model import WordModel

_ONE, _SEVERAL = "one", "several"
_ASKED, _MENTIONED = "asked", "mentioned"
_LIKELIEST = 5  # of the whole, beside the first
_MANY_CLAUSES = 6
_LEAST = 1e-4
_FOLDS = 5
_SEED = 1
# Sentence vectors are of length one and need little regularisation; the few signs of a need are standardised.
_SENSE_STRENGTH, _SIGNS_STRENGTH = 40.0, 0.05


class FurtherNeeds:
    """Logistic regression over the signs of each likely need."""

    def __init__(
        self, words: WordModel, sense: Softmax, signs: Softmax, mean: np.ndarray, spread: np.ndarray
    ) -> None:
        self._words = words
        self._sense = sense
        self._signs = signs
        self._mean = mean
        self._spread = spread

    @classmethod
    def fit(cls, readings: Sequence[Reading], asked: Sequence[Set[int]]) -> "FurtherNeeds":
        """`asked`: the columns of the needs of each message, which the readings must not have been trained on."""
        several = np.array([_SEVERAL if len(columns) > 1 else _ONE for columns in asked])
        halves = _outside_folds(readings, several)
        rows, labels = [], []
        for reading, columns, sounds in zip(readings, asked, halves, strict=True):
            if reading.top not in columns:
                continue  # whether the others are further ones says nothing where the first is wrong
            likely = _likely(reading)
            rows.append(_signs(reading, likely, sounds))
            labels += [_ASKED if column in columns else _MENTIONED for column in likely]
        signs = np.vstack(rows)
        mean, spread = signs.mean(axis=0), signs.std(axis=0) + 1e-6
        chosen = Softmax.fit((signs - mean) / spread, labels, _SIGNS_STRENGTH, np.ones(len(labels)))
        return cls(*_sounds_like(readings, several), chosen, mean, spread)

    def chances(self, reading: Reading) -> Dict[int, float]:
        """How likely each of the likeliest needs beside the first is asked for, by column."""
        likely = _likely(reading)
        sounds = _how_many([reading], self._words, self._sense)[0]
        signs = (_signs(reading, likely, sounds) - self._mean) / self._spread
        shares = self._signs.shares(signs)[:, self._signs.labels.index(_ASKED)]
        return dict(zip(likely, map(float, shares), strict=True))

    def arrays(self) -> dict:
        """For np.savez."""
        parts = {"words": self._words, "sense": self._sense, "signs": self._signs}
        named = {f"{part}_{k}": v for part, one in parts.items() for k, v in one.arrays().items()}
        return {**named, "mean": self._mean, "spread": self._spread}

    @classmethod
    def from_arrays(cls, arrays: dict) -> "FurtherNeeds":
        """The inverse of `arrays`."""

        def part(name: str) -> dict:
            return {k[len(name) + 1 :]: v for k, v in arrays.items() if k.startswith(f"{name}_")}

        return cls(
            WordModel.from_arrays(part("words")),
            Softmax.from_arrays(part("sense")),
            Softmax.from_arrays(part("signs")),
            arrays["mean"],
            arrays["spread"],
        )


def _likely(reading: Reading) -> List[int]:
    """The needs that may be further ones: the likeliest of the whole, and what a clause is most about."""
    order = [int(column) for column in np.argsort(-reading.shares[0])]
    of_clauses = [int(row.argmax()) for row in reading.shares[1:]]
    found = dict.fromkeys(order[1 : 1 + _LIKELIEST] + of_clauses)
    return [column for column in found if column != reading.top]


def _signs(reading: Reading, columns: Sequence[int], sounds: np.ndarray) -> np.ndarray:
    """[columns, signs]; `sounds` [2] is how much the message sounds like several requests."""
    shares, near, words = (
        np.log(np.maximum(part, _LEAST)) for part in (reading.shares, reading.near, reading.words)
    )
    whole, top = shares[0], reading.top
    order = list(np.argsort(-whole))
    length = np.log(1.0 + len(reading.text.split()))
    of_all = [whole[top], whole[order[1]], length, min(len(shares) - 1, _MANY_CLAUSES), *sounds]
    return np.array(
        [
            [
                whole[column],
                whole[column] - whole[top],
                order.index(column),
                near[0, column],
                words[0, column],
                *of_all,
                *_clause_signs(shares[1:], near[1:], words[1:], column, top),
            ]
            for column in columns
        ]
    )


def _clause_signs(
    shares: np.ndarray, near: np.ndarray, words: np.ndarray, column: int, top: int
) -> List[float]:
    """How the clauses speak of a need; each array is [clauses, needs], logarithms."""
    if not len(shares):
        return [0.0] * 8
    best = int(shares[:, column].argmax())
    firsts = shares.argmax(axis=1)
    return [
        shares[best, column],
        shares[best, column] - np.delete(shares[best], column).max(),
        near[:, column].max(),
        words[:, column].max(),
        float(firsts[best] == column),
        float(best != shares[:, top].argmax()),
        shares[best, top],
        float((firsts == column).sum()),
    ]


def _sounds_like(readings: Sequence[Reading], several: np.ndarray) -> "tuple[WordModel, Softmax]":
    even = np.ones(len(several))
    words = WordModel.fit([reading.text for reading in readings], list(several), even)
    vectors = np.stack([reading.vector for reading in readings])
    return words, Softmax.fit(vectors, list(several), _SENSE_STRENGTH, even)


def _how_many(readings: Sequence[Reading], words: WordModel, sense: Softmax) -> np.ndarray:
    """[readings, 2]: log odds of several requests, by the words and by the sense."""
    by_words = words.shares([reading.text for reading in readings])
    by_sense = sense.shares(np.stack([reading.vector for reading in readings]))
    chances = np.stack(
        [by_words[:, words.labels.index(_SEVERAL)], by_sense[:, sense.labels.index(_SEVERAL)]],
        axis=1,
    )
    chances = np.clip(chances, 1e-3, 1 - 1e-3)
    return np.log(chances / (1 - chances))


def _outside_folds(readings: Sequence[Reading], several: np.ndarray) -> np.ndarray:
    """As `_how_many`, for each message by models that have not seen it."""
    fold = np.random.default_rng(_SEED).integers(_FOLDS, size=len(readings))
    found = np.zeros((len(readings), 2))
    for number in range(_FOLDS):
        outside = [r for r, f in zip(readings, fold, strict=True) if f != number]
        models = _sounds_like(outside, several[fold != number])
        inside = [r for r, f in zip(readings, fold, strict=True) if f == number]
        found[fold == number] = _how_many(inside, *models)
    return found
