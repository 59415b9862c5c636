"""The lists of this installation: what is there, and how to go back or take one out."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from resources_index.directory.corrected import FOLDER
from resources_index.importers.staging import before_of, digests


@dataclass(frozen=True)
class InstalledList:
    """`changed_on` is the day of its last import; `before` says how many services an undo would bring back."""

    name: str
    services: int
    changed_on: date
    before: int


def installed(overlay: Path) -> list[InstalledList]:
    """All lists below `overlay` by name."""
    folders = sorted(
        path for path in overlay.glob("[!.]*") if path.is_dir() and path.name != FOLDER
    )
    return [
        InstalledList(
            folder.name,
            _size(folder),
            date.fromtimestamp(folder.stat().st_mtime),
            _size(before_of(folder)),
        )
        for folder in folders
    ]


def undo(name: str, overlay: Path) -> int:
    """Go back to before the last import or removal of a list (and forth again); returns its services then.

    Raises ValueError when there is no such list.
    """
    target = overlay / name
    before, aside = before_of(target), target.with_name(f".{name}.aside")
    _must_be_a_list(name, overlay)
    shutil.rmtree(aside, ignore_errors=True)
    if target.exists():
        target.rename(aside)
    if before.exists():
        before.rename(target)
    if aside.exists():
        aside.rename(before)
    return _size(target)


def remove(name: str, overlay: Path) -> int:
    """Take a list out; `undo` brings it back. Returns how many services it had; raises ValueError for no list."""
    target = overlay / name
    if not target.exists():
        raise ValueError(_no_list(name, overlay))
    _must_be_a_list(name, overlay)
    count = _size(target)
    shutil.rmtree(before_of(target), ignore_errors=True)
    target.rename(before_of(target))
    return count


def also_in(target: Path) -> dict[str, int]:
    """How many services of a list other lists hold as well, by their names."""
    own = {service for service, _ in digests(target)}
    others = (path for path in target.parent.glob("[!.]*") if path.is_dir() and path != target)
    counts = {
        path.name: sum(service in own for service, _ in digests(path)) for path in sorted(others)
    }
    return {name: count for name, count in counts.items() if count}


def _must_be_a_list(name: str, overlay: Path) -> None:
    target = overlay / name
    folders = (target, before_of(target))
    if (
        "/" in name
        or name.startswith(".")
        or name == FOLDER
        or not any(f.exists() for f in folders)
    ):
        raise ValueError(_no_list(name, overlay))


def _no_list(name: str, overlay: Path) -> str:
    there = ", ".join(each.name for each in installed(overlay)) or "none yet"
    return f"There is no list {name}. There are: {there}."


def _size(folder: Path) -> int:
    return sum(1 for _ in digests(folder))
