"""Whether each number and link of a reply stands in a record or in a reviewed text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

_LINK = re.compile(r"https?://\S+|\b[a-z0-9-]+\.(?:gov|org|com|net)\b\S*")
_NUMBER = re.compile(r"\d+(?:[-.]\d+)+|\$?\d+(?:[.,:]\d+)*")
_DIGITS = re.compile(r"\d+")
_PHONE = 7


@dataclass(frozen=True)
class Sources:
    """All that stands in records and reviewed texts, and its runs of digits without separators."""

    text: str
    runs: frozenset[str]

    @classmethod
    def of(cls, root: Path) -> Sources:
        """Directory, fixed texts, the bot's responses and the names of needs below `root`."""
        files = [*(root / "data" / "directory").glob("*.csv")]
        files += [
            *(root / "data" / "wording").glob("*.yml"),
            *(root / "bot" / "domain").glob("*.yml"),
        ]
        text = "\n".join(path.read_text("utf-8") for path in [*files, root / "data" / "needs.csv"])
        runs = set(_DIGITS.findall(text))
        runs |= {"".join(_DIGITS.findall(match)) for match in _NUMBER.findall(text)}
        runs |= {run.removeprefix("1") for run in runs if len(run) == 11}
        return cls(text, frozenset(runs))

    def unsourced(self, reply: str, said: str) -> list[str]:
        """Links and numbers of `reply` that neither a source nor the person's own words explain."""
        wrong = [link for link in _LINK.findall(reply) if link.rstrip(".,)") not in self.text]
        for written in _NUMBER.findall(_LINK.sub(" ", reply)):
            digits = "".join(_DIGITS.findall(written))
            bare = digits.removeprefix("1") if len(digits) == 11 else digits
            parts = _DIGITS.findall(written)
            known = bare in self.runs or all(part in self.runs or len(part) < 2 for part in parts)
            if len(bare) >= _PHONE:
                known = bare in self.runs
            if len(bare) > 1 and not known and not all(part in said for part in parts):
                wrong.append(written)
        return wrong
