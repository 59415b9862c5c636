"""Is somebody about to be cheated out of money or numbers, or has it just happened?"""

from __future__ import annotations

import functools
import re
from pathlib import Path

import yaml

_FILE = Path(__file__).resolve().parent / "rules" / "scam.yml"
_UNLESS = "unless"
# A table's name of the sort, and the text that answers it.
_TEXT = {"scam": "scam"}


class Scams:
    """The rules of rules/scam.yml, compiled once."""

    def scam_in(self, normalised: str) -> str | None:
        """The text that fits (`scam`, `scam_family`, `scam_after`…) when normalised text tells of a scam."""
        table = _table()
        if any(pattern.search(normalised) for pattern in table[_UNLESS]):
            return None
        for sort, patterns in table.items():
            if sort != _UNLESS and any(pattern.search(normalised) for pattern in patterns):
                return _TEXT.get(sort, f"scam_{sort}")
        return None


@functools.cache
def _table() -> dict[str, list[re.Pattern[str]]]:
    table = yaml.safe_load(_FILE.read_text("utf-8"))
    return {sort: [re.compile(line) for line in lines] for sort, lines in table.items()}
