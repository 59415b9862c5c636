"""What an index was built from. A stale index is rebuilt, never silently used."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

FORMAT = 2
_NAME = "manifest.json"


class StaleIndexError(Exception):
    """The index is missing or was built from something else; the message says what to do."""


@dataclass(frozen=True)
class Manifest:
    """Written last, so that a half-built index has none."""

    format: int
    encoder: str
    dimension: int
    directory: str
    examples: str
    services: int
    example_count: int
    index_type: str
    reason: str

    def write(self, folder: Path) -> None:
        """Write beside the vectors, in one step."""
        draft = folder / f"{_NAME}.new"
        draft.write_text(json.dumps(asdict(self), indent=1) + "\n", "utf-8")
        draft.replace(folder / _NAME)

    @classmethod
    def read(cls, folder: Path) -> Manifest:
        """Raises StaleIndexError when there is no index or one of another format."""
        try:
            return cls(**json.loads((folder / _NAME).read_text("utf-8")))
        except (OSError, TypeError, ValueError):
            raise StaleIndexError("There is no search index. Run: porchlight index build") from None


def digest_of_files(paths: Iterable[Path]) -> str:
    """One digest over the names and contents of all files below `paths`."""
    total = hashlib.sha256()
    for path in paths:
        for file in sorted(path.rglob("*")) if path.is_dir() else [path]:
            if file.is_file():
                total.update(file.name.encode())
                total.update(file.read_bytes())
    return total.hexdigest()


def digest_of_text(text: str) -> str:
    """A short name for a text, by which its vector is found again."""
    return hashlib.sha256(text.encode()).hexdigest()[:24]
