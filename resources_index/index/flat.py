"""The only file that knows FAISS: an exact inner-product index, asked about some rows or about all.

With an array of allowed rows FAISS touches only those and stays exact; approximate indexes lose almost all
recall behind a narrow filter. The file is memory-mapped: several processes share one copy.
"""

from __future__ import annotations

import functools
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import faiss
import numpy as np
from numpy.typing import NDArray

# One thread a process: the gain of a second is lost beside other work.
faiss.omp_set_num_threads(1)

_TRAINING_ROUNDS = 8
_TRAINING_ROWS_A_LIST = 40
_ADD_ROWS = 50_000
_DEPTH = 10
# For each row that is asked for.
_COMPARED_EXACTLY = 300


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

    def __len__(self) -> int:
        return int(self._index.ntotal)

    def vectors(self) -> NDArray[np.float32]:
        """A copy of all vectors [rows, dimension]."""
        made: NDArray[np.float32] = self._index.reconstruct_n(0, self._index.ntotal)
        return made

    def mapped(self) -> NDArray[np.float32]:
        """All vectors [rows, dimension] as they lie in the file: not to be written to."""
        rows, dimension = self._index.ntotal, self._index.d
        seen: NDArray[np.float32] = faiss.rev_swig_ptr(self._index.get_xb(), rows * dimension)  # type: ignore[attr-defined]
        return seen.reshape(rows, dimension)

    def refining(self, rough: faiss.Index) -> faiss.Index:
        """`rough`, with the best of what it finds compared exactly."""
        index = faiss.IndexRefine(rough, self._index)
        index.k_factor = _COMPARED_EXACTLY
        return index

    def similarities(
        self, vector: NDArray[np.float32], rows: NDArray[np.int32]
    ) -> NDArray[np.float32]:
        """Cosine of `vector` [dimension] with each of `rows`, exactly, in their order."""
        products = np.empty(len(rows), dtype=np.float32)
        numbers = np.ascontiguousarray(rows, dtype=np.int64)
        faiss.fvec_inner_products_by_idx(  # type: ignore[attr-defined]
            faiss.swig_ptr(products),
            faiss.swig_ptr(np.ascontiguousarray(vector)),
            self._index.get_xb(),  # type: ignore[attr-defined]
            faiss.swig_ptr(numbers),
            self._index.d,
            1,
            len(rows),
        )
        return products

    def nearest(self, vector: NDArray[np.float32], count: int) -> list[tuple[int, float]]:
        """The `count` rows nearest to `vector` [dimension], best first, with their cosines; exact."""
        return _pairs(self._index.search(vector[None, :], count))


@dataclass(frozen=True)
class Listed:
    """What building found: how many lists, how many are looked through, and the recall@10 that this gives."""

    lists: int
    looked_through: int
    recall: float


class ListedIndex:
    """All rows in lists around centres (IVF), shortened to four bits for two numbers (PQ).

    The lists nearest to a question are looked through in short form, and the best rows of these compared exactly.
    """

    def __init__(self, path: Path, exact: FlatIndex) -> None:
        self._path = path
        self._exact = exact

    @classmethod
    def build(
        cls, path: Path, exact: FlatIndex, asked: NDArray[np.float32], wanted_recall: float
    ) -> Listed:
        """Write an index of the rows of `exact` whose recall@10 for the questions `asked` is `wanted_recall`.

        The number of lists to look through is doubled until brute force finds no more than is missing.
        """
        vectors = exact.mapped()
        rows, dimension = vectors.shape
        lists = round(rows**0.5)
        index: Any = faiss.index_factory(
            dimension, f"IVF{lists},PQ{dimension // 2}x4fs", faiss.METRIC_INNER_PRODUCT
        )
        index.cp.niter = _TRAINING_ROUNDS
        chance = np.random.default_rng(1)
        sample = chance.choice(rows, min(rows, lists * _TRAINING_ROWS_A_LIST), replace=False)
        index.train(np.ascontiguousarray(vectors[np.sort(sample)]))
        for start in range(0, rows, _ADD_ROWS):
            index.add(np.ascontiguousarray(vectors[start : start + _ADD_ROWS]))
        truth = _exact_nearest(vectors, asked)
        index.nprobe = 1
        while True:
            recall = _recall(exact.refining(index), asked, truth)
            if recall >= wanted_recall or index.nprobe >= lists:
                break
            index.nprobe = min(lists, index.nprobe * 2)
        draft = path.with_suffix(".new")
        faiss.write_index(index, str(draft))
        draft.replace(path)
        return Listed(lists, int(index.nprobe), recall)

    @functools.cached_property
    def _index(self) -> faiss.Index:
        # Read when it is first asked: most processes never ask about all rows.
        return self._exact.refining(faiss.read_index(str(self._path)))

    def nearest(self, vector: NDArray[np.float32], count: int) -> list[tuple[int, float]]:
        """The `count` nearest rows, best first, with their cosines; some may be missed."""
        return _pairs(self._index.search(vector[None, :], count))


def _exact_nearest(vectors: NDArray[np.float32], asked: NDArray[np.float32]) -> NDArray[np.int64]:
    _, found = faiss.knn(asked, vectors, _DEPTH, metric=faiss.METRIC_INNER_PRODUCT)
    return np.asarray(found)


def _recall(index: faiss.Index, asked: NDArray[np.float32], truth: NDArray[np.int64]) -> float:
    _, found = index.search(asked, _DEPTH)
    shared = [len(set(a) & set(b)) for a, b in zip(found.tolist(), truth.tolist(), strict=True)]
    return float(np.mean(shared)) / _DEPTH


def _pairs(answer: tuple[NDArray[np.float32], NDArray[np.int64]]) -> list[tuple[int, float]]:
    scores, rows = answer[0][0].tolist(), answer[1][0].tolist()
    return [(row, score) for row, score in zip(rows, scores, strict=True) if row >= 0]
