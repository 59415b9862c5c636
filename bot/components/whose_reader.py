"""Whether a message asks for the writer, a parent, a spouse or somebody else, from lessons (data/dialogue/whose).

It stands beside the rules (bot/components/person.py): they know who is named, it knows how people ask for themselves
though somebody is named, and for somebody though nobody is.
"""

from pathlib import Path
from typing import List, NamedTuple, Optional, Sequence

import numpy as np

from bot.components.lesson_reader import Blend, LessonReader
from bot.components.need_shares import Eyes, Views

LESSONS = Path("data/dialogue/whose")
SELF, PARENT, SPOUSE, OTHER = "self", "parent", "spouse", "other"
_GROUPS = {
    SELF: SELF, "mother": PARENT, "father": PARENT, "parents": PARENT,
    "wife": SPOUSE, "husband": SPOUSE, "partner": SPOUSE,
}  # fmt: skip
# Measured on messages by other hands (data/evaluation/README.md): points for the group that the rules name, from
# 1.5 and 2 alike. Half as many where they name nobody and the writer is only supposed.
_RULES, _NOBODY_NAMED = 1.5, 0.5
_BLEND = Blend(words=0.35, taught=0.7, strength=20.0)


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
    """What was learned, and what the rules say beside it."""

    def __init__(self, learned: LessonReader) -> None:
        self._learned = learned

    @classmethod
    def fit(cls, lessons: Sequence[Lesson], views: Views) -> "WhoseReader":
        """From lessons and how their texts are seen."""
        texts, groups = [lesson.text for lesson in lessons], [lesson.group for lesson in lessons]
        return cls(LessonReader.fit(_BLEND, texts, groups, np.ones(len(texts)), views))

    def group(self, text: str, rules: Optional[str], eyes: Eyes) -> str:
        """The likeliest group; `rules` is the person whom they name, or None."""
        logs = self._learned.logs(text, eyes)
        by_rules = self._learned.labels.index(group_of(rules))
        logs[by_rules] += _RULES * (_NOBODY_NAMED if rules is None else 1.0)
        return self._learned.labels[int(logs.argmax())]

    def save(self, folder: Path) -> None:
        """Files of plain arrays."""
        self._learned.save(folder)

    @classmethod
    def load(cls, folder: Path, with_second: bool = False) -> "WhoseReader":
        """The inverse of `save`. `with_second`: whether the large encoder is here with which it was trained."""
        return cls(LessonReader.load(_BLEND, folder, with_second))
