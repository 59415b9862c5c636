"""Write data/places/everyday.txt: words that people use when they ask for help, from our own examples.

    .venv/bin/python -m tools.build_everyday_words

Such a word is never taken for a misspelt town ("thanks" is not Shanks). A word that names a place in most of the lessons
which have it ("vegas", "tennessee") is none.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from resources_index.places.fold import fold

ROOT = Path(__file__).resolve().parent.parent
_LEAST = 3
_MARK = " || "


def main() -> None:
    """Count the words of data/dialogue/needs and keep those that come at least twice."""
    seen: Counter[str] = Counter()
    for path in sorted((ROOT / "data" / "dialogue" / "needs").rglob("*.txt")):
        for line in path.read_text("utf-8").splitlines():
            seen.update(fold(line.partition("||")[0]).split())
    # "Mesa" is a table all the same.
    town_words = (ROOT / "data" / "places" / "town_words.txt").read_text("utf-8").splitlines()
    places = _mostly_places() - set(town_words)
    words = sorted(
        word
        for word, count in seen.items()
        if count >= _LEAST and word.isalpha() and word not in places
    )
    (ROOT / "data" / "places" / "everyday.txt").write_text("\n".join(words) + "\n", "utf-8")
    print(f"{len(words)} words")


def _mostly_places() -> set[str]:
    """Words that stand in the name of the place in half or more of the lessons that have them."""
    named: Counter[str] = Counter()
    seen: Counter[str] = Counter()
    for line in (ROOT / "data" / "places" / "lessons" / "bank.txt").read_text("utf-8").splitlines():
        place, _, message = line.partition(_MARK)
        # "Bay" is none because of Green Bay.
        names = [name.split() for name in map(fold, place.split(","))]
        named.update({name[0] for name in names if len(name) == 1})
        seen.update(set(fold(message).split()))
    return {word for word, count in named.items() if count * 2 >= seen[word]}


if __name__ == "__main__":
    main()
