"""A matrix of vectors on disk, with the digest of each text: only changed texts are encoded again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from resources_index.index.manifest import digest_of_text

Vectors = NDArray[np.float32]
Encode = Callable[[Sequence[str]], Vectors]


def build_vectors(
    folder: Path, name: str, texts: Sequence[str], encoder_digest: str, encode: Encode
) -> int:
    """Write `<name>.npy` [len(texts), dimension] in the order of `texts`; returns how many were new."""
    digests = [digest_of_text(f"{encoder_digest}\n{text}") for text in texts]
    known = _read_known(folder, name)
    fresh = {d: t for d, t in zip(digests, texts, strict=True) if d not in known}
    if fresh:
        made = encode(list(fresh.values()))
        known.update(zip(fresh, made, strict=True))
    matrix = np.stack([known[d] for d in digests]) if digests else np.zeros((0, 1), np.float32)
    _replace(folder / f"{name}.npy", matrix.astype(np.float32))
    _replace(folder / f"{name}.digests.npy", np.array(digests, dtype="U24"))
    return len(fresh)


def open_vectors(folder: Path, name: str) -> Vectors:
    """Memory-mapped and read-only: several processes share one copy."""
    vectors: Vectors = np.load(folder / f"{name}.npy", mmap_mode="r")
    return vectors


def stored_first(folder: Path, name: str, encoder_digest: str, encode: Encode) -> Encode:
    """As `encode`, but vectors that `build_vectors` has written to `folder` are read from there."""
    known = _read_known(folder, name)

    def encode_others(texts: Sequence[str]) -> Vectors:
        digests = [digest_of_text(f"{encoder_digest}\n{text}") for text in texts]
        fresh = {d: t for d, t in zip(digests, texts, strict=True) if d not in known}
        made = dict(zip(fresh, encode(list(fresh.values())), strict=True)) if fresh else {}
        return np.stack([known[d] if d in known else made[d] for d in digests])

    return encode_others


def _read_known(folder: Path, name: str) -> dict[str, Vectors]:
    try:
        digests = np.load(folder / f"{name}.digests.npy")
        matrix = np.load(folder / f"{name}.npy")
    except (OSError, ValueError):
        return {}
    if len(digests) != len(matrix):
        return {}
    return {str(digest): row for digest, row in zip(digests, matrix, strict=True)}


def _replace(path: Path, array: NDArray[np.generic]) -> None:
    draft = path.with_suffix(".new.npy")
    np.save(draft, array)
    draft.replace(path)
