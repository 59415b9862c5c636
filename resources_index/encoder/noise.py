"""Spoil training messages the way thumbs, dictation and old phones do."""

from __future__ import annotations

import random
import unicodedata

_NEIGHBOURS = {
    "a": "sqz", "b": "vgn", "c": "xvd", "d": "sfe", "e": "wrd", "f": "dgr", "g": "fht", "h": "gjy",
    "i": "uok", "j": "hkn", "k": "jli", "l": "kop", "m": "nj", "n": "bmh", "o": "ipl", "p": "ol",
    "q": "wa", "r": "etf", "s": "adw", "t": "ryg", "u": "yij", "v": "cbf", "w": "qes", "x": "zcs",
    "y": "tuh", "z": "xas",
}  # fmt: skip


def spoil(text: str, chance: random.Random) -> str:
    """`text` with a few typos, without accents or without punctuation; often as it was."""
    if chance.random() < 0.4:
        text = without_accents(text)
    if chance.random() < 0.25:
        text = "".join(letter for letter in text if letter not in ".,;:!?¿¡'’\"")
    rate = chance.choice((0.0, 0.0, 0.02, 0.05))
    if rate == 0.0:
        return text
    return "".join(_slip(letter, chance) if chance.random() < rate else letter for letter in text)


def without_accents(text: str) -> str:
    """`mamá` to `mama`, but `ñ` stays: it is a letter of its own."""
    kept = []
    for letter in text:
        if letter in "ñÑ":
            kept.append(letter)
            continue
        kept += [part for part in unicodedata.normalize("NFD", letter) if not _is_mark(part)]
    return "".join(kept)


def _is_mark(part: str) -> bool:
    return unicodedata.category(part) == "Mn"


def _slip(letter: str, chance: random.Random) -> str:
    kind = chance.random()
    if kind < 0.35:
        return ""
    if kind < 0.65:
        return letter * 2
    return chance.choice(_NEIGHBOURS.get(letter.lower(), letter))
