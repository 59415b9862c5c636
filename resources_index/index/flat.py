"""The only file that knows FAISS: an exact inner-product index, asked about some rows at a time.

With an array of allowed rows FAISS touches only those and stays exact; approximate indexes lose almost all
recall behind a narrow filter. The file is memory-mapped: several processes share one copy.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import faiss
import numpy as np
from numpy.typing import NDArray

# One thread a process: the gain of a second is lost beside other work.
faiss.omp_set_num_threads(1)


def write_flat_index(path: Path, vectors: NDArray[np.float32]) -> None:
    """Write [rows, dimension] unit vectors; the old file stays until the new one is whole."""
    index = faiss.IndexFlatIP(vectors.shape[1])
    index.add(np.ascontiguousarray(vectors))
    draft = path.with_suffix(".new")
    faiss.write_index(index, str(draft))
    draft.replace(path)


def inner_products(matrix: NDArray[np.float32], vector: NDArray[np.float32]) -> NDArray[np.float32]:
    """Inner product of `vector` [dimension] with every row of the C-contiguous `matrix`, on this thread.

    NumPy hands such a product to a pool of threads, which beside other work takes fifty times as long.
    """
    products = np.empty(len(matrix), dtype=np.float32)
    faiss.fvec_inner_products_ny(  # type: ignore[attr-defined]
        faiss.swig_ptr(products),
        faiss.swig_ptr(np.ascontiguousarray(vector)),
        faiss.swig_ptr(matrix),
        matrix.shape[1],
        len(matrix),
    )
    return products


class FlatIndex:
    """An opened index."""

    def __init__(self, index: faiss.Index) -> None:
        self._index = index

    @classmethod
    def open(cls, path: Path) -> FlatIndex:
        """Memory-mapped."""
        return cls(faiss.read_index(str(path), faiss.IO_FLAG_MMAP_IFC))

    def similarities(self, vector: NDArray[np.float32], rows: Sequence[int]) -> dict[int, float]:
        """Cosine of `vector` [dimension] with each of `rows`, exactly."""
        if not rows:
            return {}
        allowed = np.asarray(rows, dtype=np.int64)
        parameters = faiss.SearchParameters(sel=faiss.IDSelectorArray(allowed))  # type: ignore[call-arg]
        scores, found = self._index.search(vector[None, :], len(rows), params=parameters)
        pairs = zip(found[0].tolist(), scores[0].tolist(), strict=True)
        return {row: score for row, score in pairs if row >= 0}
