"""Whether a message asks for the writer, a parent, a spouse or somebody else, from lessons (data/dialogue/whose).

It stands beside the rules (bot/components/person.py): they know who is named, it knows how people ask for themselves
though somebody is named, and for somebody though nobody is.
"""

from pathlib import Path
from typing import List, NamedTuple, Optional, Sequence

import numpy as np

from bot.components.need_shares import Eyes, Views
from bot.components.second import Seen
from bot.components.softmax import Softmax
from bot.components.word_model import WordModel

LESSONS = Path("data/dialogue/whose")
SELF, PARENT, SPOUSE, OTHER = "self", "parent", "spouse", "other"
_GROUPS = {
    SELF: SELF, "mother": PARENT, "father": PARENT, "parents": PARENT,
    "wife": SPOUSE, "husband": SPOUSE, "partner": SPOUSE,
}  # fmt: skip
# Measured on messages by other hands (data/evaluation/README.md): points for the group that the rules name, from
# 1.5 to 2.5 alike. Half as many where they name nobody and the writer is only supposed.
_RULES, _NOBODY_NAMED = 2.0, 0.5
_WORDS_SHARE = 0.5
_STRENGTH = 20.0
_LEAST = 1e-4


class Lesson(NamedTuple):
    """One first message; `group` is one of the four."""

    group: str
    text: str


def read_whose(folder: Path = LESSONS) -> List[Lesson]:
    """Lines of group, language and text, in a stable order. Raises ValueError for a line of another kind."""
    found = []
    for path in sorted(folder.glob("*.tsv")):
        for line in path.read_text("utf-8").splitlines():
            group, _, text = line.split("\t")
            if group not in (SELF, PARENT, SPOUSE, OTHER):
                raise ValueError(f"{path.name}: no such group: {group}")
            found.append(Lesson(group, text))
    return found


def group_of(about: Optional[str]) -> str:
    """The group of one of the contract's persons; of nobody named the writer's."""
    return SELF if about is None else _GROUPS.get(about, OTHER)


class WhoseReader:
    """By words and by sense; `second` is the sense as the large encoder has it, and may be missing."""

    def __init__(self, words: WordModel, first: Softmax, second: Optional[Softmax] = None) -> None:
        if words.labels != first.labels or (second and second.labels != first.labels):
            raise ValueError("All parts must know the same groups: train the bot again.")
        self._words = words
        self._first = first
        self._second = second

    @classmethod
    def fit(cls, lessons: Sequence[Lesson], views: Views) -> "WhoseReader":
        """From lessons and how their texts are seen."""
        groups, even = [lesson.group for lesson in lessons], np.ones(len(lessons))
        second = None
        if views.seen is not None:
            known = [groups[row] for row in views.seen.rows]
            second = Softmax.fit(views.seen.vectors, known, _STRENGTH, even[views.seen.rows])
        return cls(
            WordModel.fit([lesson.text for lesson in lessons], groups, even),
            Softmax.fit(views.vectors, groups, _STRENGTH, even),
            second,
        )

    def group(self, text: str, rules: Optional[str], eyes: Eyes) -> str:
        """The likeliest group; `rules` is the person whom they name, or None."""
        views = eyes.look([text])
        logs = _WORDS_SHARE * np.log(self._words.shares([text])[0] + _LEAST)
        logs += (1 - _WORDS_SHARE) * self._sense(views.vectors, views.seen)
        by_rules = self._first.labels.index(group_of(rules))
        logs[by_rules] += _RULES * (_NOBODY_NAMED if rules is None else 1.0)
        return str(self._first.labels[int(logs.argmax())])

    def _sense(self, vectors: np.ndarray, seen: Optional[Seen]) -> np.ndarray:
        """Logarithms [groups] of one text: the mean of both encoders where both read it."""
        logs: np.ndarray = np.log(self._first.shares(vectors)[0] + _LEAST)
        if self._second is None or seen is None or not len(seen.rows):
            return logs
        return (logs + np.log(self._second.shares(seen.vectors)[0] + _LEAST)) / 2

    def save(self, folder: Path) -> None:
        """Files of plain arrays."""
        np.savez(folder / "words.npz", **self._words.arrays())
        np.savez(folder / "first.npz", **self._first.arrays())
        if self._second is not None:
            np.savez(folder / "second.npz", **self._second.arrays())

    @classmethod
    def load(cls, folder: Path, with_second: bool = False) -> "WhoseReader":
        """The inverse of `save`. `with_second`: whether the large encoder is here with which it was trained."""
        words = WordModel.from_arrays(dict(np.load(folder / "words.npz")))
        names = ["first", "second"] if with_second else ["first"]
        return cls(words, *(Softmax.from_arrays(dict(np.load(folder / f"{n}.npz"))) for n in names))
