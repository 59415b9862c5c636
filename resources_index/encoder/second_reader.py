"""The second reader: a large English encoder, and what its tuned upper half says of danger (docs/adr/0012)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from tokenizers import Tokenizer

from resources_index.encoder.runtime import Encoder, EncoderInfo, session

FOLDER = "second_reader"
UPPER = "upper.onnx"
# Read by the bot: what is said in a talk, and whose need it is.
TALK_UPPER = "talk.onnx"
# And what a message needs.
NEEDS_UPPER = "needs.onnx"


@dataclass(frozen=True)
class Sight:
    """Texts as it sees them: unit `vectors` [texts, width], and log odds [texts, kinds] against the first kind, none."""

    vectors: NDArray[np.float32]
    odds: NDArray[np.float64]


class SecondReader(Encoder):
    """An `Encoder` with a second upper half."""

    def __init__(
        self,
        info: EncoderInfo,
        tokenizer: Tokenizer,
        whole: onnxruntime.InferenceSession,
        upper: onnxruntime.InferenceSession,
    ) -> None:
        super().__init__(info, tokenizer, whole)
        self._upper = upper

    @classmethod
    def load(cls, folder: Path) -> SecondReader:
        """Load what `build` wrote; takes about 0.3 s."""
        whole = Encoder.load(folder)
        return cls(whole.info, whole._tokenizer, whole._session, session(folder / UPPER))

    def look(self, texts: Sequence[str]) -> Sight:
        """Each text once through the lower half and through both upper halves."""
        vectors = np.empty((len(texts), self.info.dimension), dtype=np.float32)
        logits: dict[int, NDArray[np.float32]] = {}
        for rows, said in self.batches(texts):
            vectors[rows], middle = self._session.run(["sentence", "middle"], said)
            upper = {"middle": middle, "attention_mask": said["attention_mask"]}
            (odds,) = self._upper.run(["odds"], upper)
            logits.update(zip(rows, odds, strict=True))
        given = np.array([logits[row] for row in range(len(texts))], dtype=np.float64)
        return Sight(vectors, given - given[:, :1])


def open_second(data_dir: Path) -> SecondReader | None:
    """The second reader, or None where it could not be fetched."""
    folder = data_dir / FOLDER
    return SecondReader.load(folder) if (folder / "encoder.json").exists() else None
