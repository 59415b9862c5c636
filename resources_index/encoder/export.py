"""Write the encoder as int8 ONNX and prove that it still says the same as the torch model."""

from __future__ import annotations

import copy
import hashlib
import json
import logging
from pathlib import Path

import numpy as np
import onnx
import torch
from onnxruntime.quantization.matmul_nbits_quantizer import MatMulNBitsQuantizer
from torch import Tensor, nn

from resources_index.encoder.assemble import Assembled, SentenceEncoder
from resources_index.encoder.runtime import Encoder

LEAST_COSINE = 0.99
MAX_TOKENS = 256
PREFIX = "query: "
_BLOCK = 32


def export(
    assembled: Assembled, folder: Path, name: str, proof_texts: list[str]
) -> dict[str, float]:
    """Write `model.onnx`, `tokenizer.json`, `encoder.json`; returns the measured cosines.

    Raises ValueError when the mean cosine to the torch model is under LEAST_COSINE.
    """
    folder.mkdir(parents=True, exist_ok=True)
    full = folder / "model.fp32.onnx"
    _export_fp32(_with_small_table(assembled.model), full)
    _quantize(full, folder / "model.onnx")
    full.unlink()
    assembled.tokenizer.save(str(folder / "tokenizer.json"))
    _write_info(folder, name)
    cosines = _parity(assembled, Encoder.load(folder), proof_texts)
    if cosines["mean"] < LEAST_COSINE:
        raise ValueError(f"The int8 encoder drifted: mean cosine {cosines['mean']:.4f}.")
    return cosines


def reference_vectors(assembled: Assembled, texts: list[str]) -> np.ndarray:
    """What the torch model says, float32 [len(texts), dimension]."""
    rows = []
    with torch.no_grad():
        for text in texts:
            ids = assembled.tokenizer.encode(PREFIX + text).ids[:MAX_TOKENS]
            tokens = torch.tensor([ids])
            rows.append(assembled.model(tokens, torch.ones_like(tokens))[0].numpy())
    return np.stack(rows)


def _export_fp32(model: nn.Module, path: Path) -> None:
    logging.getLogger("torch.onnx").setLevel(logging.ERROR)
    ids = torch.randint(5, 100, (2, 12))
    batch, length = torch.export.Dim("batch", max=512), torch.export.Dim("length", max=512)
    # The older exporter (dynamo=False) ends without an error and is wrong for this model.
    torch.onnx.export(
        model,
        (ids, torch.ones_like(ids)),
        str(path),
        input_names=["input_ids", "attention_mask"],
        output_names=["sentence"],
        dynamic_shapes={
            "input_ids": {0: batch, 1: length},
            "attention_mask": {0: batch, 1: length},
        },
        dynamo=True,
        external_data=False,
        verbose=False,
    )


class _SmallTable(nn.Module):
    """The table of word vectors as int8 with one scale a row: a quarter of the size, as good as exact."""

    rows: Tensor
    scale: Tensor

    def __init__(self, table: Tensor) -> None:
        super().__init__()
        scale = table.abs().amax(dim=1, keepdim=True).clamp(min=1e-8) / 127
        self.register_buffer("rows", torch.round(table / scale).to(torch.int8))
        self.register_buffer("scale", scale)

    def forward(self, ids: Tensor) -> Tensor:
        vectors: Tensor = self.rows[ids].float() * self.scale[ids]
        return vectors


def _with_small_table(model: SentenceEncoder) -> SentenceEncoder:
    small = copy.deepcopy(model)
    table = small.bert.embeddings.word_embeddings.weight.data
    small.bert.embeddings.word_embeddings = _SmallTable(table)
    return small.eval()


def _quantize(full: Path, target: Path) -> None:
    """int8 in blocks of 32 weights, each with its own scale.

    One scale a column is a third faster, but a fine-tuned model drifts with it (cosine .98).
    """
    quantizer = MatMulNBitsQuantizer(
        onnx.load(full), bits=8, block_size=_BLOCK, is_symmetric=True, accuracy_level=4
    )
    quantizer.process()
    quantizer.model.save_model_to_file(str(target), False)
    _forget_where_it_was_made(target)


def _forget_where_it_was_made(path: Path) -> None:
    """The exporter writes a stack trace with file names into every node: of no use to whoever runs it."""
    model = onnx.load(path)
    graph = model.graph
    for part in (model, graph, *graph.node, *graph.input, *graph.output, *graph.value_info):
        part.ClearField("metadata_props")
        part.ClearField("doc_string")
    onnx.save(model, path)


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
