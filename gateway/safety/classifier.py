"""The trained half of the check: dangers and scams, from one reading of the message."""

from __future__ import annotations

from pathlib import Path

from gateway.safety.trained import Reading, Trained
from resources_index.encoder import Encoder
from resources_index.examples import DANGERS

KINDS = DANGERS
SCAM_KINDS = ("none", "scam")


class Classifier:
    """Arrays from `python -m gateway.safety.train`, and the encoder they were trained with."""

    def __init__(self, crisis: Trained, scam: Trained, encoder: Encoder) -> None:
        self.crisis = crisis
        self.scam = scam
        self._encoder = encoder

    @classmethod
    def open(cls, folder: Path, encoder_dir: Path) -> Classifier:
        """Raises OSError or ValueError when it was not trained, or with another encoder."""
        encoder = Encoder.load(encoder_dir)
        crisis = Trained.open(folder, "crisis", KINDS, encoder)
        return cls(crisis, Trained.open(folder, "scam", SCAM_KINDS, encoder), encoder)

    def read(self, *texts: str) -> Reading:
        """`texts` for `crisis.best` and `scam.best`."""
        return Reading.of(texts, self._encoder)
