"""Heights of a check, chosen on held-out folds.

Each fold is a stretch of every file: neighbouring lines are mostly by one hand, so that nobody is judged by what
they wrote themselves. Sure and perhaps: the lowest that keep false alarms on near-misses and on ordinary messages
under their shares. The floor, under which a rule's alarm on a message that sounds light is not believed: so low
that few of the genuine alarms of that sort are lost.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from gateway.safety.lessons import Lesson
from gateway.safety.light import sounds_light
from gateway.safety.material import Material, Second
from gateway.safety.normalise import normalise
from gateway.safety.trained import Limits, is_unsure, joined
from gateway.safety.view import View

_FOLDS = 3
_HEIGHTS = np.arange(-12.0, 13.0, 0.1)
_LOST_IN_LIGHT = 0.08  # of the genuine alarms that the rules found in words that sound light


@dataclass(frozen=True)
class Shares:
    """Of near-misses and of ordinary messages on held-out folds, how many may be taken for a danger."""

    near: float
    ordinary: float


@dataclass(frozen=True)
class Goal:
    """What the heights of a check are chosen for: `sure` by kind."""

    sure: Mapping[str, Shares]
    perhaps: Shares


@dataclass(frozen=True)
class HeldOut:
    """How each lesson [lessons] was judged by what was learnt from others: the highest odds, and of which kind."""

    heights: NDArray[np.float64]
    kinds: NDArray[np.int64]

    def share_over(
        self, taught: Sequence[Lesson], role: str, height: float, kind: int | None = None
    ) -> float:
        """Of the lessons of `role`, how many are judged as high, and to be of `kind`."""
        rows = [row for row, lesson in enumerate(taught) if lesson.role == role]
        over = self.heights[rows] >= height
        if kind is not None:
            over &= self.kinds[rows] == kind
        return float(over.mean()) if rows else 0.0

    def lowest(self, taught: Sequence[Lesson], most: Shares, kind: int | None = None) -> float:
        """The lowest height at which no more than `most` are taken for `kind`, or for any."""
        for height in _HEIGHTS:
            near = self.share_over(taught, "near", height, kind)
            if (
                near <= most.near
                and self.share_over(taught, "ordinary", height, kind) <= most.ordinary
            ):
                return float(height)
        return float(_HEIGHTS[-1])


@dataclass(frozen=True)
class Folds:
    """How each lesson was judged by what was learnt from the other folds.

    `fold` [lessons]; `words` and `first` [lessons, kinds]: shares by words, and odds by the first reader.
    """

    fold: NDArray[np.int64]
    words: NDArray[np.float64]
    first: NDArray[np.float64]

    @classmethod
    def of(cls, material: Material) -> Folds:
        """Trains the first reader once for each fold."""
        fold = _folds(material.taught)
        shape = len(material.taught), int(material.kinds.max()) + 1
        words, first = np.zeros(shape), np.zeros(shape)
        for number in range(_FOLDS):
            test = np.flatnonzero(fold == number)
            known, asked = material.part(np.flatnonzero(fold != number)), material.part(test)
            words[test] = known.words().shares(asked.blocks)
            first[test] = View.fit(known.seen()).odds(words[test], asked.vectors)
        return cls(fold, words, first)

    def with_second(self, second: Second) -> NDArray[np.float64]:
        """Odds [lessons, kinds] by both readers: the second one's view is trained once for each fold.

        Its tuned half has seen most lessons: only those that were held back from it say how it judges what is new.
        """
        odds, unsure = self.first.copy(), is_unsure(self.first)[second.rows]
        for number in range(_FOLDS):
            own = self.fold[second.rows] == number
            view = View.fit(second.part(np.flatnonzero(~own)))
            asked = np.flatnonzero(own & unsure)
            rows = second.rows[asked]
            also = view.odds(self.words[rows], second.seen.vectors[asked])
            odds[rows] = joined(odds[rows], also, second.tuned[asked])
        return odds


def choose(
    odds: NDArray[np.float64],
    taught: Sequence[Lesson],
    names: Sequence[str],
    goal: Goal,
    catches: Callable[[str], bool],
) -> Limits:
    """From the `odds` [lessons, kinds] of lessons that were held out."""
    held_out = HeldOut(odds[:, 1:].max(axis=1), 1 + odds[:, 1:].argmax(axis=1))
    sure = {
        kind: held_out.lowest(taught, most, names.index(kind)) for kind, most in goal.sure.items()
    }
    perhaps = held_out.lowest(taught, goal.perhaps)
    return Limits(sure, perhaps, _floor(held_out.heights, taught, catches))


def _folds(taught: Sequence[Lesson]) -> NDArray[np.int64]:
    """The fold of each lesson [lessons]: a stretch of those of its role and kind, in their order; copies go with theirs."""
    own: dict[tuple[str, str], list[str]] = {}
    for lesson in taught:
        if lesson.role != "buried":
            own.setdefault((lesson.role, lesson.kind), []).append(lesson.source)
    fold = {
        source: place * _FOLDS // len(sources)
        for sources in own.values()
        for place, source in enumerate(sources)
    }
    return np.array([fold[lesson.source] for lesson in taught])


def _floor(
    heights: NDArray[np.float64], taught: Sequence[Lesson], catches: Callable[[str], bool]
) -> float:
    """For alarms of the rules that sound light; with none known, lower than any."""
    flat = [normalise(lesson.text) if lesson.role == "alarm" else "" for lesson in taught]
    found = [
        height
        for height, text in zip(heights, flat, strict=True)
        if text and sounds_light(text) and catches(text)
    ]
    return float(np.quantile(found, _LOST_IN_LIGHT)) if found else float(_HEIGHTS[0])
