"""What the words of a text mean where they stand: a vector for each, from the middle of the encoder.

The last layers bring everything together for the meaning of the whole; in the middle a word still is itself and already
knows its neighbours: "Waco" of "buried in Waco" is another one than that of "I live in Waco".
"""

from __future__ import annotations

import functools
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from resources_index.encoder.runtime import EncoderInfo, session_of

if TYPE_CHECKING:
    import onnxruntime

# Layers run through; measured: six and eight are alike, four and twelve worse.
LAYERS = 8
_KEPT = 256


class WordReader:
    """Reads words with the lower layers of the encoder in `folder`, which are loaded when first asked for (0.5 s)."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._read = functools.lru_cache(maxsize=_KEPT)(self._read_text)

    @functools.cached_property
    def info(self) -> EncoderInfo:
        """What the encoder says of itself. Raises FileNotFoundError without one."""
        return EncoderInfo.read(self._folder)

    def vectors(self, text: str, spans: Sequence[tuple[int, int]]) -> NDArray[np.float32]:
        """[1 + spans, width]: the mean of all words of `text`, then of those in each span text[start:end].

        Zeros for a span of no words, or behind what the encoder reads (256 tokens).
        """
        offsets, words = self._read(text)
        rows = [words.mean(axis=0)]
        for start, end in spans:
            inside = [
                at for at, (first, last) in enumerate(offsets) if first < end and last > start
            ]
            rows.append(words[inside].mean(axis=0) if inside else np.zeros_like(rows[0]))
        return np.array(rows, dtype=np.float32)

    def _read_text(self, text: str) -> tuple[list[tuple[int, int]], NDArray[np.float32]]:
        """Where each token stands in `text`, and its vector; the prefix and the marks stand nowhere."""
        prefix = self.info.prefix
        tokens = self._tokenizer.encode(prefix + text)
        ids = np.array([tokens.ids], dtype=np.int64)
        given = {"input_ids": ids, "attention_mask": np.ones_like(ids)}
        (words,) = self._session.run(None, given)
        shift = len(prefix)
        offsets = [(max(0, first - shift), max(0, last - shift)) for first, last in tokens.offsets]
        return offsets, words[0]

    @functools.cached_property
    def _tokenizer(self) -> Tokenizer:
        tokenizer = Tokenizer.from_file(str(self._folder / "tokenizer.json"))
        tokenizer.no_padding()
        tokenizer.enable_truncation(self.info.max_tokens)
        return tokenizer

    @functools.cached_property
    def _session(self) -> onnxruntime.InferenceSession:
        # Not at the top: whoever only looks up a name by itself never needs it.
        from resources_index.encoder.lower import lower_layers  # noqa: PLC0415

        return session_of(lower_layers(self._folder / "model.onnx", LAYERS))
