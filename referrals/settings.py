"""This room's settings, read once from the environment."""

from __future__ import annotations

import contextlib
import os
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True)
class Settings:
    """Where things are kept, under which keys, and for how long.

    `vault_keys`: newest first; `secret_key` is always read as the last of them. Days are whole days.
    """

    data_dir: Path
    database_url: str
    secret_key: str
    follow_up_days: tuple[int, ...] = (3, 14)
    vault_keys: tuple[str, ...] = ()
    retention_days: int = 90
    conversation_days: int = 365
    bot_days: int = 30

    @classmethod
    def read(cls) -> Settings:
        """From the environment; docs/settings.md explains each. Raises ValueError for a bad number."""
        env = os.environ
        data_dir = ROOT / env.get("DATA_DIR", "var")
        return cls(
            data_dir=data_dir,
            database_url=env.get("DATABASE_URL", f"sqlite:///{data_dir / 'porchlight.db'}"),
            secret_key=env.get("SECRET_KEY") or secret_from_file(data_dir),
            follow_up_days=_days(env.get("FOLLOW_UP_DAYS", "3,14")),
            vault_keys=tuple(key for key in env.get("VAULT_KEYS", "").split(",") if key.strip()),
            retention_days=_days(env.get("RETENTION_DAYS", "90"))[0],
            conversation_days=_days(env.get("CONVERSATION_DAYS", "365"))[0],
            bot_days=_days(env.get("BOT_DAYS", "30"))[0],
        )

    @property
    def all_keys(self) -> list[str]:
        """The keys of the vault, newest first; the secret key last, so that what it locked stays readable."""
        return [*(key for key in self.vault_keys if key != self.secret_key), self.secret_key]


def _days(text: str) -> tuple[int, ...]:
    days = tuple(int(day) for day in text.split(","))
    if any(day < 1 for day in days):
        raise ValueError("A number of days is 1 or more.")
    return days


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
