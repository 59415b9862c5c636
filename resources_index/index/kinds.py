"""Which index answers a question to all services at once, by how many there are.

Behind a filter (a place, a need) the search is exact at any size: a few hundred rows are left, and FAISS
touches only those. An approximate index behind a filter finds next to nothing, so it is never used there.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from resources_index.index.flat import FlatIndex, Listed, ListedIndex

EXACT_UP_TO = 100_000
WANTED_RECALL = 0.99
_QUESTIONS = 200
_NAME = "services.listed"


@dataclass(frozen=True)
class Kind:
    """`exact` or `listed`, and why, in a sentence for whoever runs the build."""

    name: str
    reason: str


class Nearest(Protocol):
    """An index that can be asked about all rows."""

    def nearest(self, vector: NDArray[np.float32], count: int) -> list[tuple[int, float]]:
        """Rows with their cosines, best first."""


def kind_for(services: int) -> Kind:
    """The kind of index for so many services."""
    if services <= EXACT_UP_TO:
        return Kind(
            "exact", f"{services:,} services: comparing with all of them takes a few milliseconds"
        )
    return Kind(
        "listed",
        f"{services:,} services: exact behind place and need; to all at once, only the nearest lists "
        f"(IVF) are looked through in short form, as many as recall {WANTED_RECALL} takes",
    )


def prepare_unfiltered(folder: Path, exact: FlatIndex, examples: NDArray[np.float32]) -> str:
    """Build what a question to all rows of `exact` needs; returns what came out.

    `examples` are vectors of questions as people ask them: the recall is measured on some of these.
    """
    path = folder / _NAME
    if kind_for(len(exact)).name == "exact":
        path.unlink(missing_ok=True)
        return "exact, nothing more to build"
    made: Listed = ListedIndex.build(path, exact, _some(examples), WANTED_RECALL)
    return (
        f"{made.looked_through} of {made.lists} lists are looked through, "
        f"recall@10 {made.recall:.3f} against brute force on {_QUESTIONS} questions as people ask them"
    )


def _some(examples: NDArray[np.float32]) -> NDArray[np.float32]:
    return np.ascontiguousarray(examples[:: max(1, len(examples) // _QUESTIONS)][:_QUESTIONS])


def open_unfiltered(folder: Path, services: int, exact: FlatIndex) -> Nearest:
    """The index for questions to all services: the exact one itself, or the lists."""
    return exact if kind_for(services).name == "exact" else ListedIndex(folder / _NAME, exact)
