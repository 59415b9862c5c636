"""Write town_words.txt and lookalikes.txt of data/places/: words of English and Spanish that are, or look like, towns.

    npm pack an-array-of-english-words@2.0.0 an-array-of-spanish-words@2.0.0 dictionary-en@4.0.0   (MIT; MIT and BSD)
    .venv/bin/python -m tools.build_town_words FOLDER    the unpacked packages, in folders of their names

"In the wall" is not Wall, Texas, and "en silencio" no misspelt Salinas: `town_words` are the names of towns that are
words, `lookalikes` the words that are spelt or sound like a large city or a state. The English list holds every word that a game of letters allows; only those whose
stem the spelling dictionary knows in small letters are words that people use.
"""

from __future__ import annotations

import csv
import json
import re
import sys
from pathlib import Path

import jellyfish
from rapidfuzz import fuzz, process

from resources_index.places.fold import fold
from resources_index.places.tables import state_names

PLACES = Path(__file__).resolve().parent.parent / "data" / "places"
_ENDINGS = ("", "s", "es", "ed", "d", "ing", "er", "r", "ers", "ly", "y", "n", "en")
_LARGE, _ALIKE, _FEWEST_LETTERS = 100_000, 80, 4
_ARTICLE = re.compile(r"^(?:el|la|los|las|the) ")


def main() -> int:
    """Exit status 2 with one sentence when the folder is not named."""
    if len(sys.argv) != 2:
        sys.stderr.write("Name the folder with the word lists: tools.build_town_words FOLDER\n")
        return 2
    folder = Path(sys.argv[1])
    words = english(folder) | spanish(folder)
    towns = {_ARTICLE.sub("", name) for name in _names()}
    found = sorted(town for town in towns if town in words)
    (PLACES / "town_words.txt").write_text("\n".join(found) + "\n", "utf-8")
    alike = sorted(word for word in words if word not in towns and len(word) >= _FEWEST_LETTERS)
    known = sorted({*_large_cities(), *state_names()})
    (PLACES / "lookalikes.txt").write_text("\n".join(lookalikes(alike, known)) + "\n", "utf-8")
    return 0


def lookalikes(words: list[str], known: list[str]) -> list[str]:
    """The words that are spelt or sound like one of the `known` names."""
    sounds = {jellyfish.metaphone(name) for name in known}
    found = {word for word in words if jellyfish.metaphone(word) in sounds}
    for name in known:
        like = process.extract(name, words, scorer=fuzz.ratio, limit=None, score_cutoff=_ALIKE)
        found.update(word for word, _, _ in like)
    return sorted(found)


def _large_cities() -> set[str]:
    with (PLACES / "cities.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if int(row["population"]) >= _LARGE]
    return {fold(row["name"]) for row in rows}


def english(folder: Path) -> set[str]:
    """Words in small letters whose stem is in the spelling dictionary."""
    listed = json.loads((folder / "an-array-of-english-words" / "index.json").read_text("utf-8"))
    lines = (folder / "dictionary-en" / "index.dic").read_text("utf-8").splitlines()[1:]
    stems = {stem for stem in (line.partition("/")[0] for line in lines) if stem.islower()}
    return {word for word in listed if any(_stem(word, ending) in stems for ending in _ENDINGS)}


def _stem(word: str, ending: str) -> str:
    return word.removesuffix(ending) if ending else word


def spanish(folder: Path) -> set[str]:
    """Words and their forms, folded: people leave accents out."""
    listed = json.loads((folder / "an-array-of-spanish-words" / "index.json").read_text("utf-8"))
    return {fold(word) for word in listed}


def _names() -> set[str]:
    names: set[str] = set()
    for table in ("cities.csv", "quarters.csv"):
        with (PLACES / table).open(encoding="utf-8", newline="") as file:
            names |= {fold(row["name"]) for row in csv.DictReader(file)}
    return names


if __name__ == "__main__":
    sys.exit(main())
