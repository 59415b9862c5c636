"""The command line's own settings, read once from the environment."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from referrals.settings import secret_from_file

ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True)
class Settings:
    """Where things are and which ports the processes use."""

    root: Path
    data_dir: Path
    port: int
    rasa_port: int
    actions_port: int
    encoder_dir: Path

    @classmethod
    def read(cls) -> Settings:
        """From PORT, RASA_PORT, ACTIONS_PORT, DATA_DIR and ENCODER_DIR."""
        port = int(os.environ.get("PORT", "8000"))
        data_dir = Path(os.environ.get("DATA_DIR", "var"))
        encoder_dir = Path(os.environ.get("ENCODER_DIR", "data/encoder"))
        return cls(
            root=ROOT,
            data_dir=ROOT / data_dir,
            port=port,
            rasa_port=int(os.environ.get("RASA_PORT", port + 1)),
            actions_port=int(os.environ.get("ACTIONS_PORT", port + 2)),
            encoder_dir=ROOT / encoder_dir,
        )

    def environment(self) -> dict[str, str]:
        """The environment for our processes, with every default spelled out."""
        return {
            **os.environ,
            "PORT": str(self.port),
            "RASA_PORT": str(self.rasa_port),
            "ACTIONS_PORT": str(self.actions_port),
            "DATA_DIR": str(self.data_dir),
            "ENCODER_DIR": str(self.encoder_dir),
            # The bot seals its memory with the key that the other rooms use.
            "SECRET_KEY": os.environ.get("SECRET_KEY") or secret_from_file(self.data_dir),
            "PYTHONPATH": str(self.root),
            "PYTHONUNBUFFERED": "1",
        }
