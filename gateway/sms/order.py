"""One message of a person at a time, over all threads and workers of this machine."""

from __future__ import annotations

import fcntl
import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_FILES = 4096


class Order:
    """Locks files of a folder: the operating system frees them when a worker dies."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        folder.mkdir(parents=True, exist_ok=True)

    @contextmanager
    def of(self, conversation: str) -> Iterator[None]:
        """Wait until no other message of this conversation is being answered."""
        with self._file(conversation).open("w") as file:
            # Closing the file frees the lock.
            fcntl.flock(file, fcntl.LOCK_EX)
            yield

    @contextmanager
    def if_free(self, conversation: str) -> Iterator[bool]:
        """True, and the lock, when no message of this conversation is being answered."""
        with self._file(conversation).open("w") as file:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                yield False
            else:
                yield True

    def _file(self, conversation: str) -> Path:
        slot = int(hashlib.sha256(conversation.encode()).hexdigest(), 16) % _FILES
        return self._folder / f"{slot:04d}.lock"
