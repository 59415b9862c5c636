"""Numbers of a weight matrix as int8, in blocks that each have their own scale."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float32]
_LARGEST = 127
_MIDDLE = 128  # the operator reads unsigned numbers: 128 is zero
_LEAST_SCALE = 1e-8


@dataclass(frozen=True)
class Blocks:
    """`numbers` uint8 [outputs, blocks, size] and `scales` [outputs * blocks] of `inputs` weights a row."""

    numbers: NDArray[np.uint8]
    scales: Array
    inputs: int

    @property
    def size(self) -> int:
        """Weights that share a scale."""
        return int(self.numbers.shape[2])


def in_blocks(weights: Array, size: int) -> Blocks:
    """`weights` [outputs, inputs] in blocks of `size` along the inputs; the last one is filled with zeros."""
    outputs, inputs = weights.shape
    count = -(-inputs // size)
    padded = np.zeros((outputs, count * size), dtype=np.float32)
    padded[:, :inputs] = weights
    blocks = padded.reshape(outputs, count, size)
    scales = np.maximum(np.abs(blocks).max(axis=2) / _LARGEST, _LEAST_SCALE).astype(np.float32)
    numbers = np.rint(blocks / scales[:, :, None]) + _MIDDLE
    return Blocks(numbers.astype(np.uint8), scales.reshape(-1), inputs)


def by_row(table: Array) -> tuple[NDArray[np.int8], Array]:
    """A table of word vectors [words, width] as int8 with one scale a row [words, 1]: a quarter of the size."""
    scales = np.maximum(np.abs(table).max(axis=1, keepdims=True) / _LARGEST, _LEAST_SCALE)
    return np.rint(table / scales).astype(np.int8), scales.astype(np.float32)
