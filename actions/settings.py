"""The action server's settings, read once from the environment."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True)
class Settings:
    """Where the index and the places are."""

    data_dir: Path
    places_dir: Path
    port: int

    @classmethod
    def read(cls) -> Settings:
        """From DATA_DIR and ACTIONS_PORT."""
        return cls(
            data_dir=ROOT / os.environ.get("DATA_DIR", "var"),
            places_dir=ROOT / "data" / "places",
            port=int(os.environ.get("ACTIONS_PORT", "8002")),
        )
