"""Of the names in a message the one where help is needed, or none: a linear model over clues and the encoder's reading.

Each name, and "none of them", adds up the weights of its clues, and what the sentence as the encoder reads it speaks for
it (reading.py); the largest sum is chosen (a conditional logit). `python -m tools.train_places` learns both together from
data/places/lessons/ and writes them to data/places: chooser.tsv, one clue a line, and reading.npz.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from resources_index.places.clues import Clues
from resources_index.places.named import Named
from resources_index.places.reading import Reading
from resources_index.places.said import Said


class Chooser:
    """Weighs names with learned weights."""

    def __init__(self, clues: Clues, weights: Mapping[str, float], reading: Reading) -> None:
        self._clues, self._weights, self._reading = clues, weights, reading

    def choose(self, said: Said, names: Sequence[Named], asked: bool) -> list[tuple[float, Named]]:
        """Names that are likelier meant than none at all, each with how much so (in nats); the likeliest first."""
        none = self._sum(self._clues.of_none(said, names, asked))
        read = self._reading.worths(said, names)
        weighed = [
            (self._sum(clues) + worth - none, name)
            for name, clues, worth in zip(
                names, self._clues.of(said, names, asked), read, strict=True
            )
        ]
        chosen: list[tuple[float, Named]] = []
        for worth, name in sorted(weighed, key=lambda pair: -pair[0]):
            if worth > 0 and not any(name.overlaps(other) for _, other in chosen):
                chosen.append((worth, name))
        return chosen

    def _sum(self, clues: Sequence[str]) -> float:
        return sum(self._weights.get(clue, 0.0) for clue in clues)
