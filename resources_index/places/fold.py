"""Bring what people write and what the tables say to one form."""

from __future__ import annotations

import functools
import re
import unicodedata

_SHORT = {"st": "saint", "ste": "saint", "ft": "fort", "mt": "mount", "co": "county", "cnty": "county", "cty": "county",
          "n": "north", "s": "south", "e": "east", "w": "west", "twp": "township", "boro": "borough", "burough": "borough", "conty": "county", "couny": "county", "countey": "county", "sta": "santa", "sto": "santo"}  # fmt: skip
# Also the okina of "Ho‘olehua".
_APOSTROPHES = str.maketrans(dict.fromkeys("’‘ʻ", "'"))
_PUNCTUATION = re.compile(r"[^a-z0-9 ]+")


@functools.lru_cache(maxsize=20_000)
def fold(text: str) -> str:
    """Lower case, no accents, no punctuation, 'St.' as 'saint'."""
    flat = unicodedata.normalize("NFD", text.lower().translate(_APOSTROPHES))
    flat = "".join(letter for letter in flat if unicodedata.category(letter) != "Mn")
    flat = flat.replace("'s ", "s ").replace("'", "").replace("-", " ")
    parts = _PUNCTUATION.sub(" ", flat).split()
    return " ".join(_SHORT.get(part, part) for part in parts)
