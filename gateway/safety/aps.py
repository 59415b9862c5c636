"""Each state's adult protective services line, kept beside the crisis check so that it needs no index."""

from __future__ import annotations

import json
from pathlib import Path

from resources_index.directory import Directory

_NAME = "Adult Protective Services"
_FILE = "aps.json"
# A number that nobody vouches for may not stand alone in a crisis text.
_TRUSTED = frozenset({"high", "medium"})


def write_aps_lines(directory: Directory, folder: Path) -> None:
    """Save {state: number as dialled} of the state lines that are trusted."""
    lines: dict[str, str] = {}
    for service in directory.services:
        known = service.name == _NAME and service.area.kind == "state" and service.phones
        if known and service.trust in _TRUSTED and not service.held_back:
            for state in service.area.states:
                lines.setdefault(state, _dialled(service.phones[0].number))
    (folder / _FILE).write_text(json.dumps(lines, indent=1, sort_keys=True) + "\n", "utf-8")


def read_aps_lines(folder: Path) -> dict[str, str]:
    """What `write_aps_lines` saved; empty when it never ran."""
    path = folder / _FILE
    lines: dict[str, str] = json.loads(path.read_text("utf-8")) if path.exists() else {}
    return lines


def _dialled(number: str) -> str:
    """'+12083343833' as '1-208-334-3833'."""
    digits = number.removeprefix("+1")
    return f"1-{digits[:3]}-{digits[3:6]}-{digits[6:]}" if len(digits) == 10 else number
