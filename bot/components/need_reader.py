"""The needs of a message: the main one, and what is asked for beside it."""

from pathlib import Path
from typing import Dict, List, Sequence, Tuple

import numpy as np

from bot.components.bank import Example
from bot.components.further import FurtherNeeds
from bot.components.need_shares import Encode, NeedShares, Reading

# A further need is said to be asked for from this chance on: .55 to .65 are alike on sets by other hands.
_ASKED_FOR = 0.6
_MOST = 4
_CLAUSE_DISCOUNT = 0.95
# Of the examples with one need so many are kept aside to learn from what is only mentioned.
_ONE_OF = 7

Scored = List[Tuple[str, float]]


class NeedReader:
    """How likely each need is, and whether it is asked for."""

    def __init__(self, shares: NeedShares, further: FurtherNeeds) -> None:
        self.needs = shares.needs
        self._shares = shares
        self._further = further

    @classmethod
    def fit(
        cls,
        bank: Sequence[Example],
        vectors: np.ndarray,
        lessons: Sequence[Example],
        encode: Encode,
    ) -> "NeedReader":
        """From the bank with its vectors [examples, dimension], and lessons that are not in it: of one need and of several."""
        further = _learn_further(bank, vectors, lessons, encode)
        # Once they have served as lessons they are examples like any other.
        more = encode([lesson.text for lesson in lessons])
        return cls(NeedShares.fit([*bank, *lessons], np.vstack([vectors, more])), further)

    def read(self, text: str, encode: Encode) -> Tuple[Scored, Scored]:
        """Needs as understood and the three likeliest guesses, each with its score, best first."""
        if not any(letter.isalpha() for letter in text):
            return [], []  # a ZIP code resembles the tax form of that number
        reading = self._shares.read([text], encode)[0]
        whole = reading.shares[0]
        needs = [(self.needs[column], score) for column, score in self._asked(reading).items()]
        guesses = [(self.needs[c], float(whole[c])) for c in np.argsort(-whole)[:3]]
        return needs, guesses

    def _asked(self, reading: Reading) -> Dict[int, float]:
        """Score by column, best first."""
        top = reading.top
        # A clause may be surer than the whole message, with all its stories.
        clauses = [row[top] for row in reading.shares[1:] if int(row.argmax()) == top]
        first = max([reading.shares[0, top], *(c * _CLAUSE_DISCOUNT for c in clauses)])
        chances = sorted(self._further.chances(reading).items(), key=lambda item: -item[1])
        further = [(column, chance) for column, chance in chances if chance >= _ASKED_FOR]
        return {top: float(first), **dict(further[: _MOST - 1])}

    def save(self, folder: Path) -> None:
        """Files of plain arrays."""
        self._shares.save(folder)
        np.savez(folder / "further.npz", **self._further.arrays())

    @classmethod
    def load(cls, folder: Path) -> "NeedReader":
        """The inverse of `save`."""
        further = FurtherNeeds.from_arrays(dict(np.load(folder / "further.npz")))
        return cls(NeedShares.load(folder), further)


def _learn_further(
    bank: Sequence[Example], vectors: np.ndarray, lessons: Sequence[Example], encode: Encode
) -> FurtherNeeds:
    """Read by halves that know neither the lessons nor what is kept aside of the bank."""
    aside = {
        row for row, example in enumerate(bank) if len(example.needs) > 1 or row % _ONE_OF == 0
    }
    known = [row for row in range(len(bank)) if row not in aside]
    shares = NeedShares.fit([bank[row] for row in known], vectors[known])
    messages = [*lessons, *(bank[row] for row in sorted(aside))]
    readings = shares.read([message.text for message in messages], encode)
    column = {need: number for number, need in enumerate(shares.needs)}
    return FurtherNeeds.fit(
        readings, [{column[need] for need in message.needs} for message in messages]
    )
