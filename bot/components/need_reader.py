"""The needs of a message: the main one, and what is asked for beside it."""

from pathlib import Path
from typing import Dict, List, Sequence, Tuple

import numpy as np

from bot.components.bank import Example
from bot.components.further import FurtherNeeds
from bot.components.need_shares import Eyes, NeedShares, Reading, Views

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
        views: Views,
        lessons: Sequence[Example],
        eyes: Eyes,
    ) -> "NeedReader":
        """From the bank as encoders see it, and lessons that are not in it: of one need and of several."""
        further = _learn_further(bank, views, lessons, eyes)
        # Once they have served as lessons they are examples like any other.
        both = views.followed_by(eyes.look([lesson.text for lesson in lessons]))
        return cls(NeedShares.fit([*bank, *lessons], both), further)

    def read(self, text: str, eyes: Eyes) -> Tuple[Scored, Scored]:
        """Needs as understood and the three likeliest guesses, each with its score, best first."""
        if not any(letter.isalpha() for letter in text):
            return [], []  # a ZIP code resembles the tax form of that number
        reading = self._shares.read([text], eyes)[0]
        whole = reading.judged
        needs = [(self.needs[column], score) for column, score in self._asked(reading).items()]
        guesses = [(self.needs[c], float(whole[c])) for c in np.argsort(-whole)[:3]]
        return needs, guesses

    def _asked(self, reading: Reading) -> Dict[int, float]:
        """Score by column, best first."""
        top = reading.top
        # A clause may be surer than the whole message, with all its stories.
        clauses = [row[top] for row in reading.shares[1:] if int(row.argmax()) == top]
        first = max([reading.judged[top], *(c * _CLAUSE_DISCOUNT for c in clauses)])
        chances = sorted(self._further.chances(reading).items(), key=lambda item: -item[1])
        further = [(column, chance) for column, chance in chances if chance >= _ASKED_FOR]
        return {top: float(first), **dict(further[: _MOST - 1])}

    def save(self, folder: Path) -> None:
        """Files of plain arrays."""
        self._shares.save(folder)
        np.savez(folder / "further.npz", **self._further.arrays())

    @classmethod
    def load(cls, folder: Path, with_second: bool = False) -> "NeedReader":
        """The inverse of `save`. `with_second`: whether the large encoder is here with which it was trained."""
        further = FurtherNeeds.from_arrays(dict(np.load(folder / "further.npz")))
        return cls(NeedShares.load(folder, with_second), further)


def _learn_further(
    bank: Sequence[Example], views: Views, lessons: Sequence[Example], eyes: Eyes
) -> FurtherNeeds:
    """Read by halves that know neither the lessons nor what is kept aside of the bank."""
    aside = {
        row for row, example in enumerate(bank) if len(example.needs) > 1 or row % _ONE_OF == 0
    }
    known = [row for row in range(len(bank)) if row not in aside]
    shares = NeedShares.fit([bank[row] for row in known], views.part(known))
    messages = [*lessons, *(bank[row] for row in sorted(aside))]
    readings = shares.read([message.text for message in messages], eyes)
    column = {need: number for number, need in enumerate(shares.needs)}
    return FurtherNeeds.fit(
        readings, [{column[need] for need in message.needs} for message in messages]
    )
