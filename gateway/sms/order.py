"""One message of a person at a time: over all threads and workers of this machine, and over machines that share a PostgreSQL."""

from __future__ import annotations

import fcntl
import hashlib
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from referrals.storage.shared_locks import SharedLocks

_FILES = 4096
_LOOK_EVERY_S = 0.05


class Order:
    """Locks files of a folder: the operating system frees them when a worker dies. `shared` does it across machines."""

    def __init__(self, folder: Path, shared: SharedLocks | None = None) -> None:
        self._folder = folder
        self._shared = shared
        folder.mkdir(parents=True, exist_ok=True)

    @contextmanager
    def of(self, conversation: str, stopping: threading.Event | None = None) -> Iterator[bool]:
        """Wait until no other message of this conversation is being answered. False: `stopping` came first."""
        while True:
            with self.if_free(conversation) as free:
                if free:
                    yield True
                    return
            if stopping is not None and stopping.is_set():
                yield False
                return
            time.sleep(_LOOK_EVERY_S)

    @contextmanager
    def if_free(self, conversation: str) -> Iterator[bool]:
        """True, and the lock, when no message of this conversation is being answered."""
        number = int(hashlib.sha256(conversation.encode()).hexdigest(), 16) % _FILES
        # Closing the file frees the lock.
        with (self._folder / f"{number:04d}.lock").open("w") as file:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                yield False
                return
            if self._shared is None:
                yield True
                return
            taken = self._shared.take(number)
            try:
                yield taken
            finally:
                if taken:
                    self._shared.give_back(number)
