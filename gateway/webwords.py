"""The words of the web pages, one file a language (data/wording/web_en.yml, web_es.yml), and dates in words."""

from __future__ import annotations

import functools
from datetime import date, datetime
from pathlib import Path

import yaml

_FOLDER = Path(__file__).resolve().parent.parent / "data" / "wording"
_MONTHS = {
    "en": "January February March April May June July August September October November December",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
}


@functools.cache
def web_words(language: str) -> dict[str, str]:
    """All words in `language`: es, or else English."""
    name = "es" if language == "es" else "en"
    words: dict[str, str] = yaml.safe_load((_FOLDER / f"web_{name}.yml").read_text("utf-8"))
    return words


def day_in_words(day: date | datetime | str, language: str) -> str:
    """'April 1, 2026', '1 de abril de 2026'; a text that is no ISO date comes back as it is."""
    if isinstance(day, str):
        try:
            return day_in_words(date.fromisoformat(day), language)
        except ValueError:
            return day
    month = _MONTHS["es" if language == "es" else "en"].split()[day.month - 1]
    if language == "es":
        return f"{day.day} de {month} de {day.year}"
    return f"{month} {day.day}, {day.year}"
