"""Write data/places/everyday.txt: words that people use when they ask for help, from our own examples.

    .venv/bin/python -m tools.build_everyday_words

Such a word is never taken for a misspelt town ("thanks" is not Shanks).
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from resources_index.places.fold import fold

ROOT = Path(__file__).resolve().parent.parent
_LEAST = 2


def main() -> None:
    """Count the words of data/dialogue/needs and keep those that come at least twice."""
    seen: Counter[str] = Counter()
    for path in sorted((ROOT / "data" / "dialogue" / "needs").rglob("*.txt")):
        for line in path.read_text("utf-8").splitlines():
            seen.update(fold(line.partition("||")[0]).split())
    words = sorted(word for word, count in seen.items() if count >= _LEAST and word.isalpha())
    (ROOT / "data" / "places" / "everyday.txt").write_text("\n".join(words) + "\n", "utf-8")
    print(f"{len(words)} words")


if __name__ == "__main__":
    main()
