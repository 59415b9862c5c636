"""What the upper half of the second reader has learnt from our lessons: two thin matrices beside each of its large ones.

The file (data/second_reader/adapters.npz, made by `python -m tools.train_adapters`) is a fiftieth of the weights
that it changes, and changes nothing in what the whole encoder says: the lower half is shared, and from `FIRST_TUNED` on
there are two upper halves.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from resources_index.encoder.blocks import Array
from resources_index.encoder.graph import Head

FIRST_TUNED = 6  # of twelve layers
STRENGTH = 2.0
# Unit vectors give small logits: scaled so that probabilities can become sure.
SCALE = 16.0


@dataclass(frozen=True)
class Adapters:
    """`down` [rank, inputs] and `up` [outputs, rank] by the name of the weights; the head judges `kinds` of danger."""

    down: Mapping[str, Array]
    up: Mapping[str, Array]
    head: Head
    kinds: tuple[str, ...]

    @classmethod
    def read(cls, path: Path) -> Adapters:
        """Raises OSError when there are none."""
        stored = dict(np.load(path))
        kinds = tuple(str(kind) for kind in stored.pop("kinds"))
        arrays = {name: array.astype(np.float32) for name, array in stored.items()}
        head = Head(arrays.pop("head.weight"), arrays.pop("head.bias"))
        down, up = (
            {n.removesuffix(end): a for n, a in arrays.items() if n.endswith(end)}
            for end in (".down", ".up")
        )
        return cls(down, up, head, kinds)

    def save(self, path: Path) -> None:
        """Half floats: they lose nothing that int8 would keep."""
        arrays = {f"{name}.down": array for name, array in self.down.items()}
        arrays |= {f"{name}.up": array for name, array in self.up.items()}
        arrays |= {"head.weight": self.head.weight, "head.bias": self.head.bias}
        stored: dict[str, Any] = {n: array.astype(np.float16) for n, array in arrays.items()}
        np.savez_compressed(path, **stored, kinds=np.array(self.kinds))

    def applied_to(self, weights: Mapping[str, Array]) -> dict[str, Array]:
        """`weights` by the names of `encoder_graph`, tuned."""
        tuned = dict(weights)
        for name, down in self.down.items():
            tuned[f"{name}.weight"] = weights[f"{name}.weight"] + STRENGTH * (self.up[name] @ down)
        return tuned


def name_of(layer: int, part: str) -> str:
    """As `encoder_graph` names it."""
    return f"bert.encoder.layer.{layer}.{part}"
