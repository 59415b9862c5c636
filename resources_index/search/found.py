"""Services that were found for one need, before they are dressed for people."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from resources_index.index.features import Codes
from resources_index.index.packed import Rows


@dataclass(frozen=True)
class Ranked:
    """Arrays alike in length, best first; `miles` are NaN and `is_open` UNKNOWN where they are not known."""

    need: str
    rows: Rows
    scores: NDArray[np.float64]
    miles: NDArray[np.float64]
    is_open: Codes

    def __len__(self) -> int:
        return len(self.rows)


@dataclass(frozen=True, slots=True)
class Found:
    """The `place`-th of a list, and its row in the directory: only those of a page become hits."""

    ranked: Ranked
    place: int
    row: int
