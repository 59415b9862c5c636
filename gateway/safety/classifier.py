"""The trained half of the check: dangers and scams, from one reading of the message (or two, where it is in doubt)."""

from __future__ import annotations

from pathlib import Path

from gateway.safety.trained import Reading, Trained
from resources_index.encoder import Encoder
from resources_index.encoder.second_reader import SecondReader, open_second
from resources_index.examples import DANGERS

KINDS = DANGERS
SCAM_KINDS = ("none", "scam")


class Classifier:
    """Arrays from `python -m gateway.safety.train`, and the encoders they were trained with."""

    def __init__(
        self, crisis: Trained, scam: Trained, encoder: Encoder, second: SecondReader | None = None
    ) -> None:
        self.crisis = crisis
        self.scam = scam
        self._encoder = encoder
        self._second = second

    @classmethod
    def open(cls, data_dir: Path, encoder_dir: Path) -> Classifier:
        """Raises OSError or ValueError when it was not trained, or with another encoder."""
        encoder, second, folder = (
            Encoder.load(encoder_dir),
            open_second(data_dir),
            data_dir / "safety",
        )
        crisis = Trained.open(folder, "crisis", KINDS, encoder, second)
        return cls(crisis, Trained.open(folder, "scam", SCAM_KINDS, encoder), encoder, second)

    def read(self, *texts: str) -> Reading:
        """`texts` for `crisis.best` and `scam.best`."""
        return Reading.of(texts, self._encoder, self._second)
