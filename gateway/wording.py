"""The gateway's fixed texts, one file a language (data/wording/)."""

from __future__ import annotations

import functools
from pathlib import Path

import yaml

_FOLDER = Path(__file__).resolve().parent.parent / "data" / "wording"


@functools.cache
def _texts(language: str) -> dict[str, str]:
    texts: dict[str, str] = yaml.safe_load((_FOLDER / f"{language}.yml").read_text("utf-8"))
    return texts


def say(name: str, language: str, /, **parts: object) -> str:
    """The text `name` in `language` (en or es) with its blanks filled in."""
    return _texts("es" if language == "es" else "en")[name].format(**parts)
