"""The sentence encoders for this environment: the same files as resources_index/encoder reads."""

import functools
import json
import os
from pathlib import Path
from typing import Callable, Dict, List, Optional, Sequence, Tuple

import numpy as np
import onnxruntime
from tokenizers import Tokenizer

# How many threads an encoder computes on. One for each process that answers; more while a model is trained.
_THREADS = "ENCODER_THREADS"
_BATCH = 32

Encode = Callable[[Sequence[str]], np.ndarray]
_Said = Dict[str, np.ndarray]


class Encoder:
    """`encode` gives float32 unit vectors [texts, dimension]."""

    def __init__(self, folder: Path) -> None:
        info = json.loads((folder / "encoder.json").read_text("utf-8"))
        self.digest: str = info["digest"]
        self.dimension: int = info["dimension"]
        self._prefix: str = info["prefix"]
        self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self._tokenizer.no_padding()
        self._tokenizer.enable_truncation(info["max_tokens"])
        self._session = _session(folder / "model.onnx")
        # Two components look at the same text one after the other.
        self.vector = functools.lru_cache(maxsize=64)(self._vector)

    def _vector(self, text: str) -> np.ndarray:
        return self.encode([text])[0]

    def vectors(self, texts: Sequence[str]) -> np.ndarray:
        """As `encode`, for a few texts: those seen just now are not computed again."""
        return np.stack([self.vector(text) for text in texts])

    def encode(self, texts: Sequence[str]) -> np.ndarray:
        """Vectors in the order of `texts`."""
        return self._in_batches(texts, self._run)

    def _in_batches(self, texts: Sequence[str], run: Callable[[_Said], np.ndarray]) -> np.ndarray:
        vectors = np.empty((len(texts), self.dimension), dtype=np.float32)
        tokens = [self._tokenizer.encode(self._prefix + text).ids for text in texts]
        order = sorted(range(len(texts)), key=lambda i: len(tokens[i]))
        for start in range(0, len(order), _BATCH):
            rows = order[start : start + _BATCH]
            vectors[rows] = run(_padded([tokens[i] for i in rows]))
        return vectors

    def _run(self, said: _Said) -> np.ndarray:
        return self._session.run(None, said)[0]


class LargeEncoder(Encoder):
    """Has a second upper half that was taught what people say in a talk: `kinds` names its judgements. A third was taught `needs`.

    A text goes once through the lower half and each upper half, whoever asks for what of it.
    """

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        info = json.loads((folder / "encoder.json").read_text("utf-8"))
        self.kinds: List[str] = info["talk"]
        self.needs: List[str] = info.get("needs", [])
        self._upper = _session(folder / "talk.onnx")
        self._of_needs = _session(folder / "needs.onnx") if self.needs else None
        self._once = functools.lru_cache(maxsize=64)(self._read_once)

    @property
    def shows_what_it_sees(self) -> bool:
        """False of a taught half that an older set-up built: it gives odds and no vectors."""
        return "sentence" in {output.name for output in self._upper.get_outputs()}

    def odds(self, text: str) -> np.ndarray:
        """Logits [kinds] of one text."""
        return self._once(text)[1]

    def need_odds(self, text: str) -> np.ndarray:
        """Logits [needs] of one text."""
        _, _, _, middle = self._once(text)
        mask = np.ones(middle.shape[:2], dtype=np.int64)
        (odds,) = self._of_needs.run(["odds"], {"middle": middle, "attention_mask": mask})
        return odds[0].astype(np.float64)

    def taught_vectors(self, texts: Sequence[str]) -> np.ndarray:
        """As `vectors`, of the taught half."""
        return np.stack([self._once(text)[2] for text in texts])

    def encode_taught(self, texts: Sequence[str]) -> np.ndarray:
        """As `encode`, of the taught half."""
        return self._in_batches(texts, self._run_taught)

    def _vector(self, text: str) -> np.ndarray:
        return self._once(text)[0]

    def _run_taught(self, said: _Said) -> np.ndarray:
        (middle,) = self._session.run(["middle"], said)
        return self._upper.run(["sentence"], _above(middle, said))[0]

    def _read_once(self, text: str) -> Tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
        said = _padded([self._tokenizer.encode(self._prefix + text).ids])
        vectors, middle = self._session.run(["sentence", "middle"], said)
        odds, taught = self._upper.run(["odds", "sentence"], _above(middle, said))
        return vectors[0], odds[0].astype(np.float64), taught[0], middle


def _padded(batch: List[List[int]]) -> _Said:
    """Tokens of some texts as the graphs take them, both [texts, longest]."""
    longest = max(len(ids) for ids in batch)
    ids = np.ones((len(batch), longest), dtype=np.int64)
    mask = np.zeros((len(batch), longest), dtype=np.int64)
    for row, tokens in enumerate(batch):
        ids[row, : len(tokens)] = tokens
        mask[row, : len(tokens)] = 1
    return {"input_ids": ids, "attention_mask": mask}


def _above(middle: np.ndarray, said: _Said) -> _Said:
    """What an upper half is given."""
    return {"middle": middle, "attention_mask": said["attention_mask"]}


def _session(path: Path) -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = int(os.environ.get(_THREADS, "1"))
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])


def encoder_folder() -> Path:
    """ENCODER_DIR, or the encoder in the repo."""
    return Path(os.environ.get("ENCODER_DIR", "data/encoder"))


@functools.lru_cache(maxsize=1)
def shared_encoder() -> Encoder:
    """One encoder for all components of this process."""
    return Encoder(encoder_folder())


@functools.lru_cache(maxsize=1)
def second_encoder() -> Optional[LargeEncoder]:
    """The large English encoder that the set-up fetches (docs/adr/0013), or None where it could not."""
    folder = Path(os.environ.get("DATA_DIR", "var")) / "second_reader"
    if not (folder / "encoder.json").exists():
        return None
    encoder = LargeEncoder(folder)
    return encoder if encoder.shows_what_it_sees and encoder.needs else None
