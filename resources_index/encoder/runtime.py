"""Turn sentences into vectors with the int8 ONNX encoder, on one thread and without torch."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

if TYPE_CHECKING:
    import onnxruntime

_BATCH = 32
Said = dict[str, NDArray[np.int64]]  # `input_ids` and `attention_mask` [texts, length]


@dataclass(frozen=True)
class EncoderInfo:
    """What `encoder.json` beside the weights says."""

    name: str
    dimension: int
    max_tokens: int
    prefix: str
    digest: str

    @classmethod
    def read(cls, folder: Path) -> EncoderInfo:
        """Raises FileNotFoundError with what to do when the encoder is missing."""
        path = folder / "encoder.json"
        if not path.exists():
            raise FileNotFoundError(f"No encoder in {folder}. Run: make encoder")
        fields = json.loads(path.read_text("utf-8"))
        return cls(**{key: fields[key] for key in cls.__dataclass_fields__})


def session(path: Path) -> onnxruntime.InferenceSession:
    """The graph at `path`, ready to run."""
    # Not at the top: it starts a thread as it is imported. In a process that forks (the gateway's master) the
    # thread does not live on in the children, and they abort as they end.
    import onnxruntime  # noqa: PLC0415

    options = onnxruntime.SessionOptions()
    # One thread a process that answers: two beside other work are slower than one. Training takes all there are.
    options.intra_op_num_threads = int(os.environ.get("ENCODER_THREADS", "1"))
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])


class Encoder:
    """A sentence encoder: `encode` gives unit vectors, so a dot product is a cosine."""

    def __init__(
        self, info: EncoderInfo, tokenizer: Tokenizer, session: onnxruntime.InferenceSession
    ):
        self.info = info
        self._tokenizer = tokenizer
        self._session = session

    @classmethod
    def load(cls, folder: Path) -> Encoder:
        """Load the files of `folder` (see docs/architecture.md); takes about 0.2 s."""
        info = EncoderInfo.read(folder)
        tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        tokenizer.no_padding()
        tokenizer.enable_truncation(info.max_tokens)
        return cls(info, tokenizer, session(folder / "model.onnx"))

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Vectors for `texts`: float32 [len(texts), dimension], each row of length one."""
        vectors = np.empty((len(texts), self.info.dimension), dtype=np.float32)
        for rows, said in self.batches(texts):
            (vectors[rows],) = self._session.run(["sentence"], said)
        return vectors

    def batches(self, texts: Sequence[str]) -> Iterator[tuple[list[int], Said]]:
        """Rows of `texts` with what the graph is given for them.

        Texts of like length go together, so that little time is spent on padding.
        """
        tokens = [self._tokenizer.encode(self.info.prefix + text).ids for text in texts]
        order = sorted(range(len(texts)), key=lambda i: len(tokens[i]))
        for start in range(0, len(order), _BATCH):
            rows = order[start : start + _BATCH]
            yield rows, _padded([tokens[row] for row in rows])


def _padded(batch: list[list[int]]) -> Said:
    longest = max(len(ids) for ids in batch)
    ids = np.ones((len(batch), longest), dtype=np.int64)
    mask = np.zeros((len(batch), longest), dtype=np.int64)
    for row, tokens in enumerate(batch):
        ids[row, : len(tokens)] = tokens
        mask[row, : len(tokens)] = 1
    return {"input_ids": ids, "attention_mask": mask}
