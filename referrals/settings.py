"""This room's settings, read once from the environment."""

from __future__ import annotations

import contextlib
import os
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True)
class Settings:
    """Where things are kept, and the key they are kept under."""

    data_dir: Path
    database_url: str
    secret_key: str
    follow_up_days: tuple[int, ...] = (3, 14)

    @classmethod
    def read(cls) -> Settings:
        """From DATA_DIR, DATABASE_URL, SECRET_KEY (or the key file in DATA_DIR) and FOLLOW_UP_DAYS."""
        env = os.environ
        data_dir = ROOT / env.get("DATA_DIR", "var")
        days = env.get("FOLLOW_UP_DAYS", "3,14")
        return cls(
            data_dir=data_dir,
            database_url=env.get("DATABASE_URL", f"sqlite:///{data_dir / 'porchlight.db'}"),
            secret_key=env.get("SECRET_KEY") or secret_from_file(data_dir),
            follow_up_days=tuple(int(day) for day in days.split(",")),
        )


def secret_from_file(data_dir: Path) -> str:
    """The key that all processes share when SECRET_KEY is not set; made once, readable by us only."""
    path = data_dir / "run" / "secret_key"
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        draft = path.with_name(f"secret_key.{os.getpid()}")
        draft.write_text(os.urandom(36).hex(), "utf-8")
        draft.chmod(0o600)
        # A hard link fails when another process was first, so that all use the same key.
        with contextlib.suppress(FileExistsError):
            path.hardlink_to(draft)
        draft.unlink()
    return path.read_text("utf-8")
