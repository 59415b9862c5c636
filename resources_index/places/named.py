"""A run of words that names a place, whether it is meant or not.

How a run names it: "zip", "state", "code" (a state's letters), "exact", "county", "vague", "quarter", "misspelt",
"beside" (with its state), "beside_word" (with a state that is also a word: "mom or"), "beside_misspelt",
"beside_slip" (misspelt, with such a state), "in_state" (its state stands elsewhere in the message).
"""

from __future__ import annotations

from dataclasses import dataclass

from resources_index.places.answers import Answer
from resources_index.places.run import Run


@dataclass(frozen=True)
class Named:
    """A run of words, the place that it names, and how."""

    run: Run
    answer: Answer
    how: str

    @property
    def first(self) -> int:
        """Its first word."""
        return self.run.at

    @property
    def last(self) -> int:
        """The word after its last."""
        return self.run.at + self.run.length

    def overlaps(self, other: Named) -> bool:
        """Whether they share a word."""
        return self.first < other.last and other.first < self.last

    def covers(self, other: Named) -> bool:
        """Whether the other is a part of it."""
        inside = self.first <= other.first and other.last <= self.last
        return inside and self.run.length > other.run.length
