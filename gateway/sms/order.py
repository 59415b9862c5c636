"""One message of a person at a time, over all threads and workers of this machine."""

from __future__ import annotations

import fcntl
import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_FILES = 256


class Order:
    """Locks files of a folder: the operating system frees them when a worker dies."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        folder.mkdir(parents=True, exist_ok=True)

    @contextmanager
    def of(self, conversation: str) -> Iterator[None]:
        """Wait until no other message of this conversation is being answered."""
        slot = int(hashlib.sha256(conversation.encode()).hexdigest(), 16) % _FILES
        with (self._folder / f"{slot:03d}.lock").open("w") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            try:
                yield
            finally:
                fcntl.flock(file, fcntl.LOCK_UN)
