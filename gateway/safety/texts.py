"""The fixed crisis texts, chosen by kind and language."""

from __future__ import annotations

import functools
import re
from pathlib import Path

import yaml

_FOLDER = Path(__file__).resolve().parents[2] / "data" / "wording"
_POISON = re.compile(
    r"\b(overdos\w+|od'd|pills|pastillas|pildoras|bleach|cloro|poison|veneno|swallowed|antifreeze|too many|demasiadas|"
    r"lejia|cleaner|detergent|double dose)\b"
)


@functools.cache
def _texts(language: str) -> dict[str, str]:
    texts: dict[str, str] = yaml.safe_load((_FOLDER / f"crisis_{language}.yml").read_text("utf-8"))
    return texts


def crisis_texts(kind: str, language: str, normalised: str, aps: str | None) -> list[str]:
    """The first text, then the one that stays with the person."""
    texts = _texts("es" if language == "es" else "en")
    first = texts[kind]
    if kind == "medical_emergency" and _POISON.search(normalised):
        first = texts["poison"]
    if kind == "abuse_now" and aps:
        first = texts["abuse_now_aps"].format(aps=aps)
    return [first, texts[f"{kind}_stay"]]


def caution_text(kind: str, language: str) -> str:
    """The sentence for a caution."""
    return _texts("es" if language == "es" else "en")[kind]
