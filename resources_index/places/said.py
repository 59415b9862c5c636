"""A message as words, with what parts them: clauses, commas, capitals."""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass

from resources_index.places.fold import fold
from resources_index.places.run import Word

_WORD = re.compile(r"[^\W_][^\W_'’‘ʻ.\-]*(?:['’‘ʻ.\-]+[^\W_]+)*[.'’‘ʻ\-]*")
_TURNS = frozenset("but and pero y because so porque aunque though or o then while".split())
# A comma alone parts less than a full stop does.
NOTHING, COMMA, STOP = "", ",", "."


@dataclass(frozen=True)
class Said:
    """`parted[i]` is what stands between word i - 1 and word i; the first word follows a STOP."""

    message: str
    words: Sequence[Word]
    parted: Sequence[str]

    @classmethod
    def read(cls, message: str) -> Said:
        """The words of a message."""
        words = [
            Word(m.start(), m.end(), m.group(), _folded(m.group())) for m in _WORD.finditer(message)
        ]
        parted = [STOP]
        for before, after in itertools.pairwise(words):
            parted.append(_between(message[before.end : after.start], before))
        return cls(message, words, parted[: len(words)])

    @functools.cached_property
    def style(self) -> str:
        """How the writer uses capitals: for everything, for nothing, or as usual."""
        letters = [word.raw for word in self.words if word.raw[:1].isalpha()]
        if self.message == self.message.upper():
            return "all"
        inner = [raw for raw, gap in zip(letters, self.parted, strict=False) if gap != STOP]
        return (
            "some"
            if any(raw[:1].isupper() and raw not in ("I", "I'm") for raw in inner)
            else "none"
        )

    def clause(self, start: int, end: int) -> tuple[int, int]:
        """The words around words[start:end] up to the next comma, stop, or "but" and "and"."""
        first, last = start, end
        while first > 0 and not self.parted[first] and self.words[first - 1].folded not in _TURNS:
            first -= 1
        while (
            last < len(self.words)
            and not self.parted[last]
            and self.words[last].folded not in _TURNS
        ):
            last += 1
        return first, last

    def sentence(self, start: int, end: int) -> tuple[int, int]:
        """The words around words[start:end] up to the next stop."""
        first, last = start, end
        while first > 0 and self.parted[first] != STOP:
            first -= 1
        while last < len(self.words) and self.parted[last] != STOP:
            last += 1
        return first, last


@functools.lru_cache(maxsize=20_000)
def _folded(raw: str) -> str:
    return fold(raw)


def _between(text: str, before: Word) -> str:
    if before.ends_sentence or any(mark in text for mark in ".;:!?()\n—–"):
        return STOP
    return COMMA if "," in text or " - " in text else NOTHING
