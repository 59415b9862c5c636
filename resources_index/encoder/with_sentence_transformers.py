"""Encoding for the index build, through sentence-transformers.

Our own encoder is wrapped as one of its modules, so that it and any other model that is named in the
setting ENCODER_MODEL go the same way. The searching process never comes here: torch stays outside.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from resources_index.encoder.runtime import Encoder

Encode = Callable[[Sequence[str]], NDArray[np.float32]]


def sentence_encoder(folder: Path) -> Encode:
    """A function from texts to unit vectors. Imports torch, so it is called when it is needed only."""
    model = _model(folder)

    def encode(texts: Sequence[str]) -> NDArray[np.float32]:
        vectors = model.encode(list(texts), batch_size=32, normalize_embeddings=True)
        return np.asarray(vectors, dtype=np.float32)

    return encode


def _model(folder: Path) -> Any:
    import torch  # noqa: PLC0415
    from sentence_transformers import SentenceTransformer  # noqa: PLC0415

    torch.set_num_threads(1)
    named = os.environ.get("ENCODER_MODEL")
    if named:
        return SentenceTransformer(named, device="cpu")
    return SentenceTransformer(modules=[_onnx_module(Encoder.load(folder))], device="cpu")


def _onnx_module(encoder: Encoder) -> Any:
    import torch  # noqa: PLC0415

    class OnnxSentences(torch.nn.Module):
        """Texts pass through as they are; `forward` gives their vectors."""

        def preprocess(self, texts: list[str], **_: Any) -> dict[str, Any]:
            return {"texts": [str(text) for text in texts], "modality": "text"}

        def tokenize(self, texts: list[str], **_: Any) -> dict[str, Any]:
            return self.preprocess(texts)

        def get_sentence_embedding_dimension(self) -> int:
            return encoder.info.dimension

        def forward(self, features: dict[str, Any], **_: Any) -> dict[str, Any]:
            vectors = torch.from_numpy(encoder.encode(features["texts"]))
            return {**features, "sentence_embedding": vectors}

    return OnnxSentences()
