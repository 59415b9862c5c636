"""Which of several places of one name is meant, by what else the message names: a town near it, or something known there."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import replace

from resources_index.places.answers import Ambiguous, Mention, Resolved
from resources_index.places.fold import fold
from resources_index.places.make import city_place
from resources_index.places.model import Place
from resources_index.places.tables import Tables

# A choice is meant that lies within so many miles of the other place, when the next one is so many times as far.
_NEAR, _TIMES_AS_FAR, _FAR = 60.0, 3.0, 100.0
_MILES_A_DEGREE = 69.1
_LONGEST_MARK = 4


class Landmarks:
    """What everybody knows where it is: "the Mayo Clinic", "Mizzou"."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables

    def named_in(self, message: str) -> list[Place]:
        """The places of those that a message names."""
        words = fold(message).split()
        found: dict[str, Place] = {}
        for at in range(len(words)):
            for length in range(1, _LONGEST_MARK + 1):
                meant = self._tables.landmarks.get(" ".join(words[at : at + length]))
                if meant is not None and at + length <= len(words):
                    found[meant] = self._place(meant)
        return list(found.values())

    def _place(self, meant: str) -> Place:
        """Of "Rochester, MN"; the tables are tested to know each."""
        name, _, state = meant.rpartition(", ")
        city = next(c for c in self._tables.cities[fold(name)] if c.state == state)
        return city_place(city, self._tables, meant)


def by_nearness(mentions: Sequence[Mention], known: Sequence[Place]) -> list[Mention]:
    """The mentions, those that leave a choice with the one choice near `known` places or other mentions."""
    better = []
    for mention in mentions:
        if isinstance(mention.answer, Ambiguous):
            others = [
                m.answer.place
                for m in mentions
                if m is not mention and isinstance(m.answer, Resolved)
            ]
            nearest = _nearest(mention.answer.choices, [*known, *others])
            if nearest is not None:
                mention = replace(mention, answer=Resolved(nearest))  # noqa: PLW2901
        better.append(mention)
    return better


def _nearest(choices: Sequence[Place], others: Iterable[Place]) -> Place | None:
    for other in others:
        ways = sorted(
            (way, at)
            for at, choice in enumerate(choices)
            if (way := miles_between(choice, other)) is not None
        )
        if not ways or ways[0][0] > _NEAR:
            continue
        if len(ways) == 1 or ways[1][0] > max(_FAR, _TIMES_AS_FAR * ways[0][0]):
            return choices[ways[0][1]]
    return None


def miles_between(one: Place, other: Place) -> float | None:
    """As the crow flies; None where either is a whole state, or has no point on the map."""
    here, there = (one.latitude, one.longitude), (other.latitude, other.longitude)
    if here[0] is None or here[1] is None or there[0] is None or there[1] is None:
        return None
    middle = math.radians((here[0] + there[0]) / 2)
    east = (here[1] - there[1]) * math.cos(middle)
    return _MILES_A_DEGREE * math.hypot(here[0] - there[0], east)
