"""A run of words in a message, and what stands around it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from resources_index.places.states import state_code
from resources_index.places.tables import state_names

_INITIAL = 2
_FULL = frozenset(state_names())
# What folding makes of "St.", "Ft.", "Mt.", "Co.", "Twp.", and titles; "Ohio." ends a sentence all the same.
_SHORT = frozenset(
    "saint santa santo fort mount county township ave apt dr mr mrs ms sr sra dra rev prof".split()
)


@dataclass(frozen=True)
class Word:
    """message[start:end], as written and folded."""

    start: int
    end: int
    raw: str
    folded: str

    @property
    def ends_sentence(self) -> bool:
        """Whether its full stop is none of "Calif.", "St." or "N."."""
        short = self.folded in _SHORT or (
            state_code(self.folded) is not None and self.folded not in _FULL
        )
        initials = "." in self.raw[1:-1]
        return self.raw.endswith(".") and len(self.raw) > _INITIAL and not short and not initials


@dataclass(frozen=True)
class Run:
    """`length` words from word `at`, and what stands around them."""

    message: str
    words: Sequence[Word]
    at: int
    length: int

    @property
    def own(self) -> Sequence[Word]:
        """The words themselves."""
        return self.words[self.at : self.at + self.length]

    @property
    def name(self) -> str:
        """Folded."""
        return " ".join(word.folded for word in self.own)

    @property
    def before(self) -> str:
        """The folded word before, or nothing."""
        return self.words[self.at - 1].folded if self.at else ""

    @property
    def before_that(self) -> str:
        """The folded word before the word before, or nothing."""
        return self.words[self.at - 2].folded if self.at > 1 else ""

    @property
    def next(self) -> Word | None:
        """The word right after, with nothing but a space between."""
        end = self.at + self.length
        if end >= len(self.words):
            return None
        word = self.words[end]
        return word if not self.after[: word.start - self.end].strip() else None

    @property
    def after(self) -> str:
        """The rest of the message, with a full stop that belongs to no abbreviation."""
        return self.message[self.end - self.own[-1].ends_sentence :]

    @property
    def parted(self) -> bool:
        """Whether a comma or a dash stands right before."""
        return self.message[: self.start].rstrip()[-1:] in (",", "-")

    @property
    def looks_common(self) -> bool:
        """Whether its last word has a small letter, or a large one only as a sentence, or all of it, does."""
        last = self.own[-1].raw
        before = self.message[: self.start].rstrip()
        begins = self.length == 1 and (not before or before[-1] in ".!?")
        return not last[:1].isupper() or begins or self.message == self.message.upper()

    @property
    def whole(self) -> bool:
        """Whether the message is nothing else."""
        return len(self.words) == self.length

    @property
    def start(self) -> int:
        """Where it begins in the message."""
        return self.own[0].start

    @property
    def end(self) -> int:
        """Where it ends in the message."""
        return self.own[-1].end
