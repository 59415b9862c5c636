"""Text to plain words for lexical search: lower case, no accents, no endings of plurals."""

from __future__ import annotations

import re
import unicodedata

_WORD = re.compile(r"[a-z0-9]+")
_EMPTY = frozenset(
    "a an the i im my me mine we our us you your he she it they them his her to of in on at for and or "
    "is are was be been am do does did have has had can could would will need needs want get got help "
    "please with that this there from so but not no if any some who what where how when just "
    "el la los las un una unos unas yo mi mis tu su sus de del en al por para y o que es son con se me "
    "le lo necesito quiero ayuda favor hay como donde quien cuando no si muy mas".split()
)


def words(text: str) -> list[str]:
    """Words that carry meaning."""
    flat = "".join(
        letter
        for letter in unicodedata.normalize("NFD", text.lower())
        if unicodedata.category(letter) != "Mn"
    )
    return [_stem(word) for word in _WORD.findall(flat) if word not in _EMPTY]


def _stem(word: str) -> str:
    if len(word) > 4 and word.endswith("es"):
        return word[:-2]
    if len(word) > 3 and word.endswith("s") and not word.endswith("ss"):
        return word[:-1]
    return word
