"""Plain forms of a message for patterns."""

import re
import unicodedata

_PUNCTUATION = re.compile(r"[^a-z0-9ñ' ]+")


def plain(text: str) -> str:
    """Lower case, without accents (ñ stays) and punctuation (apostrophes stay)."""
    kept = []
    for letter in text.lower().replace("’", "'"):
        if letter == "ñ":
            kept.append(letter)
        else:
            kept += [
                part
                for part in unicodedata.normalize("NFD", letter)
                if unicodedata.category(part) != "Mn"
            ]
    return " ".join(_PUNCTUATION.sub(" ", "".join(kept)).split())
