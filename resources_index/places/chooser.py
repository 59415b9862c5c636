"""Of the names in a message the one where help is needed, or none: a linear model over clues.

Each name, and "none of them", adds up the weights of its clues; the largest sum is chosen (a conditional
logit). `python -m tools.train_places` learns the weights from data/places/lessons/ and writes them to
data/places/chooser.tsv, one clue a line.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from resources_index.places.clues import Clues
from resources_index.places.named import Named
from resources_index.places.said import Said


class Chooser:
    """Weighs names with learned weights."""

    def __init__(self, clues: Clues, weights: Mapping[str, float]) -> None:
        self._clues, self._weights = clues, weights

    def choose(self, said: Said, names: Sequence[Named], asked: bool) -> list[tuple[float, Named]]:
        """Names that are likelier meant than none at all, each with how much so (in nats); the likeliest first."""
        none = self._sum(self._clues.of_none(said, names, asked))
        weighed = [
            (self._sum(clues) - none, name)
            for name, clues in zip(names, self._clues.of(said, names, asked), strict=True)
        ]
        chosen: list[tuple[float, Named]] = []
        for worth, name in sorted(weighed, key=lambda pair: -pair[0]):
            if worth > 0 and not any(name.overlaps(other) for _, other in chosen):
                chosen.append((worth, name))
        return chosen

    def _sum(self, clues: Sequence[str]) -> float:
        return sum(self._weights.get(clue, 0.0) for clue in clues)
