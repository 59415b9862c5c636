"""Write the encoder as int8 ONNX and prove that it still says the same as the torch model."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path

import numpy as np
import onnx
import torch

from resources_index.encoder.assemble import Assembled, SentenceEncoder
from resources_index.encoder.blocks import Array
from resources_index.encoder.graph import Shape, encoder_graph
from resources_index.encoder.runtime import Encoder

LEAST_COSINE = 0.99
MAX_TOKENS = 256
PREFIX = "query: "


def export(
    assembled: Assembled, folder: Path, name: str, proof_texts: list[str]
) -> dict[str, float]:
    """Write `model.onnx`, `tokenizer.json`, `encoder.json`; returns the measured cosines.

    Raises ValueError when the mean cosine to the torch model is under LEAST_COSINE.
    """
    folder.mkdir(parents=True, exist_ok=True)
    write_model(folder / "model.onnx", weights_of(assembled.model), shape_of(assembled.model))
    assembled.tokenizer.save(str(folder / "tokenizer.json"))
    _write_info(folder, name)
    cosines = _parity(assembled, Encoder.load(folder), proof_texts)
    if cosines["mean"] < LEAST_COSINE:
        raise ValueError(f"The int8 encoder drifted: mean cosine {cosines['mean']:.4f}.")
    return cosines


def weights_of(model: SentenceEncoder) -> dict[str, Array]:
    """The weights by their names, float32."""
    return {name: value.float().numpy() for name, value in model.state_dict().items()}


def shape_of(model: SentenceEncoder) -> Shape:
    """What of the network is not in its weights."""
    config = model.bert.config
    return Shape(config.num_hidden_layers, config.num_attention_heads, config.layer_norm_eps)


def write_model(path: Path, weights: Mapping[str, Array], shape: Shape) -> None:
    """Write the int8 graph of `weights`."""
    onnx.save(encoder_graph(weights, shape), path)


def reference_vectors(assembled: Assembled, texts: list[str]) -> np.ndarray:
    """What the torch model says, float32 [len(texts), dimension]."""
    rows = []
    with torch.no_grad():
        for text in texts:
            ids = assembled.tokenizer.encode(PREFIX + text).ids[:MAX_TOKENS]
            tokens = torch.tensor([ids])
            rows.append(assembled.model(tokens, torch.ones_like(tokens))[0].numpy())
    return np.stack(rows)


def _write_info(folder: Path, name: str) -> None:
    digest = hashlib.sha256()
    for part in ("model.onnx", "tokenizer.json"):
        digest.update((folder / part).read_bytes())
    info = {
        "name": name,
        "dimension": 384,
        "max_tokens": MAX_TOKENS,
        "prefix": PREFIX,
        "digest": digest.hexdigest(),
    }
    (folder / "encoder.json").write_text(json.dumps(info, indent=1) + "\n", "utf-8")


def _parity(assembled: Assembled, encoder: Encoder, texts: list[str]) -> dict[str, float]:
    cosines = (reference_vectors(assembled, texts) * encoder.encode(texts)).sum(axis=1)
    return {
        "texts": float(len(texts)),
        "mean": float(cosines.mean()),
        "least": float(cosines.min()),
    }
