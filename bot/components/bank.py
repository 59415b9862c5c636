"""The bank of examples (data/dialogue/needs), as resources_index/examples.py reads it."""

import functools
import hashlib
import os
from pathlib import Path
from typing import Dict, List, NamedTuple, Tuple

import numpy as np

from bot.components.encoder import shared_encoder

BANK = Path("data/dialogue/needs")
# What is asked for and what is only mentioned: not in the bank, so that they are new to those who learned from it.
LESSONS = Path("data/dialogue/further")
_MARK = " || "


class Example(NamedTuple):
    """One message; the main need first."""

    text: str
    language: str
    needs: Tuple[str, ...]


def read_bank(folder: Path = BANK) -> List[Example]:
    """All examples, in a stable order."""
    found: List[Example] = []
    for language in ("en", "es"):
        for path in sorted((folder / language).glob("*.txt")):
            found += _read(path, language, path.stem)
        several = folder / f"several.{language}.txt"
        if several.exists():
            found += _read(several, language, "")
    return found


def read_lessons(folder: Path = LESSONS) -> List[Example]:
    """Messages with one need that mention others, and messages with several."""
    found: List[Example] = []
    for path in sorted(folder.glob("*.txt")):
        found += _read(path, path.stem.rpartition(".")[2], "")
    return found


@functools.lru_cache(maxsize=1)
def bank_vectors() -> np.ndarray:
    """Unit vectors [examples, dimension] of `read_bank()`: two components are trained on them.

    The search index has encoded the same texts (resources_index/index/vectors.py): what is there is taken.
    """
    encoder = shared_encoder()
    texts = [example.text for example in read_bank()]
    known = _index_vectors()
    digests = [_digest(f"{encoder.digest}\n{text}") for text in texts]
    fresh = {d: text for d, text in zip(digests, texts, strict=True) if d not in known}
    if fresh:
        known.update(zip(fresh, encoder.encode(list(fresh.values())), strict=True))
    return np.stack([known[d] for d in digests])


def _index_vectors() -> Dict[str, np.ndarray]:
    """Vectors by digest; empty when no index was built."""
    folder = Path(os.environ.get("DATA_DIR", "var")) / "index"
    try:
        digests = np.load(folder / "examples.digests.npy")
        vectors = np.load(folder / "examples.npy")
    except (OSError, ValueError):
        return {}
    if len(digests) != len(vectors):
        return {}
    return {str(digest): row for digest, row in zip(digests, vectors, strict=True)}


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:24]


def _read(path: Path, language: str, main: str) -> List[Example]:
    examples = []
    for line in path.read_text("utf-8").splitlines():
        text, _, named = line.partition(_MARK)
        needs = [need.strip() for need in named.split(",") if need.strip()]
        if main:
            needs = [main] + [need for need in needs if need != main]
        if text.strip() and needs:
            examples.append(Example(text.strip(), language, tuple(needs)))
    return examples
