"""Two measures with the stock embedding model: the nearest need definition, and how alike the examples are.

The stock model knows nothing of our needs, so it is a fair judge of both.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from resources_index.evaluation.rankings import stock_encode
from resources_index.examples import Example

NEAR_DUPLICATE = 0.95
_BLOCK = 1000


@dataclass(frozen=True)
class Diversity:
    """Of all examples: how many have a near-duplicate for the same need, and the worst need."""

    examples: int
    near_duplicates: int
    worst_need: str
    worst_share: float


def nearest_definitions(texts: Sequence[str], definitions: dict[str, str]) -> list[list[str]]:
    """For each text all need ids, the one with the nearest definition first."""
    ids = list(definitions)
    needs, vectors = stock_encode(list(definitions.values())), stock_encode(texts)
    order = np.argsort(-(vectors @ needs.T), axis=1)
    return [[ids[column] for column in row] for row in order]


def diversity(examples: Sequence[Example]) -> Diversity:
    """Each example is held against the others of its main need, in both languages."""
    vectors = stock_encode([example.text for example in examples])
    rows_of: dict[str, list[int]] = defaultdict(list)
    for row, example in enumerate(examples):
        rows_of[example.needs[0]].append(row)
    counts = {need: _alike(vectors[rows]) for need, rows in rows_of.items()}
    shares = {need: counts[need] / len(rows) for need, rows in rows_of.items()}
    worst = max(shares, key=lambda need: shares[need])
    return Diversity(len(examples), sum(counts.values()), worst, shares[worst])


def _alike(vectors: NDArray[np.float32]) -> int:
    """How many rows have another row that is nearly the same."""
    found = 0
    for start in range(0, len(vectors), _BLOCK):
        close = vectors[start : start + _BLOCK] @ vectors.T
        for row in range(len(close)):
            close[row, start + row] = -1.0
        found += int((close.max(axis=1) >= NEAR_DUPLICATE).sum()) if len(vectors) > 1 else 0
    return found
