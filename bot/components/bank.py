"""The bank of examples (data/dialogue/needs), as resources_index/examples.py reads it."""

from pathlib import Path
from typing import List, NamedTuple, Tuple

BANK = Path("data/dialogue/needs")
_MARK = " || "


class Example(NamedTuple):
    """One message; the main need first."""

    text: str
    language: str
    needs: Tuple[str, ...]


def read_bank(folder: Path = BANK) -> List[Example]:
    """All examples, in a stable order."""
    found: List[Example] = []
    for language in ("en", "es"):
        for path in sorted((folder / language).glob("*.txt")):
            found += _read(path, language, path.stem)
        several = folder / f"several.{language}.txt"
        if several.exists():
            found += _read(several, language, "")
    return found


def _read(path: Path, language: str, main: str) -> List[Example]:
    examples = []
    for line in path.read_text("utf-8").splitlines():
        text, _, named = line.partition(_MARK)
        needs = [need.strip() for need in named.split(",") if need.strip()]
        if main:
            needs = [main] + [need for need in needs if need != main]
        if text.strip() and needs:
            examples.append(Example(text.strip(), language, tuple(needs)))
    return examples
