"""The short facts of a service as people say them: hours by the clock on the wall, Spanish where there is none."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import yaml

_FILE = Path(__file__).resolve().parents[2] / "data" / "wording" / "phrases_es.yml"
_CLOCK = re.compile(r"\b([01]?\d|2[0-4]):([0-5]\d)\b(?!\s*[ap]\.?m)", re.IGNORECASE)
_DAYS = dict(
    zip("Mon Tue Wed Thu Fri Sat Sun".split(), "lun mar mié jue vie sáb dom".split(), strict=True)
)
_DAY = re.compile(r"\b(Mon|Tue|Wed|Thu|Fri|Sat|Sun)\b")
_COUNTY = re.compile(r"^(.+) County, ([A-Z]{2})$")
_COUNTIES = re.compile(r"^(.+?)(?: and (\d+) more)?(?: Counties)?, ([A-Z]{2})$")

# Areas of imported lists.
_OTHER_AREAS = (
    (re.compile(r"^within (\d+) miles of (\d+)$"), r"a \1 millas de \2"),
    (re.compile(r"^(\d+) ZIP codes near (\d+)$"), r"\1 códigos postales cerca de \2"),
    (re.compile(r"^([\d, ]+) and (\d+) more$"), r"\1 y \2 más"),
)
_SPANISH_WORDS = frozenset("de la el los las del para con y en una un su sus por al que se".split())
_ENGLISH_WORDS = frozenset(
    "the of and to for a an in your with or is are you on by at from no".split()
)
_MOST_NEEDS = 2


@functools.cache
def _phrases() -> dict[str, str]:
    phrases: dict[str, str] = yaml.safe_load(_FILE.read_text("utf-8"))
    return phrases


def in_words(service: dict[str, Any], language: str) -> dict[str, Any]:
    """The service dict with `hours`, `have_ready`, `cost`, `eligibility` and `service_area` as people say them."""
    said = {**service, "hours": hours_in_words(service.get("hours") or "", language)}
    if language == "es":
        said["have_ready"] = [_spanish(text) for text in service.get("have_ready") or ()]
        said["cost"] = _spanish(service.get("cost") or "")
        said["eligibility"] = _spanish(service.get("eligibility") or "")
        said["service_area"] = area_in_spanish(service.get("service_area") or "")
    return said


def spoken(number: str) -> str:
    """+19375550142 as 937-555-0142; short codes as they are."""
    digits = number.removeprefix("+1")
    return f"{digits[:3]}-{digits[3:6]}-{digits[6:]}" if len(digits) == 10 else digits


def hours_in_words(text: str, language: str) -> str:
    """'Mon-Fri 08:30-17:00' to 'Mon-Fri 8:30 am-5 pm', in Spanish with 'lun-vie'."""
    text = _CLOCK.sub(lambda found: _twelve(int(found[1]), found[2]), text)
    if language == "es":
        text = _spanish(text)
        text = _DAY.sub(lambda found: _DAYS[found[1]], text)
    return text


def _twelve(hour: int, minutes: str) -> str:
    half = "pm" if 12 <= hour < 24 else "am"
    shown = hour % 12 or 12
    return f"{shown} {half}" if minutes == "00" else f"{shown}:{minutes} {half}"


def area_in_spanish(text: str) -> str:
    """'Lee, Russell Counties, AL' to 'condados de Lee, Russell, AL'."""
    if text.startswith("part of "):
        return f"parte de {text.removeprefix('part of ')}"
    for pattern, spanish in _OTHER_AREAS:
        if pattern.search(text):
            return pattern.sub(spanish, text)
    county = _COUNTY.match(text)
    if county:
        return f"condado de {county[1]}, {county[2]}"
    several = _COUNTIES.match(text)
    if several and ("Counties" in text or several[2]):
        more = f" y {several[2]} más" if several[2] else ""
        return f"condados de {several[1]}{more}, {several[3]}"
    return _spanish(text)


def from_english(text: str) -> str:
    """A text of which there is no Spanish, for somebody who reads Spanish: our phrase for it, else marked as English."""
    phrase = _spanish(text)
    return phrase if phrase != text or not _is_english(text) else f"{text} (en inglés)"


def hours_from_english(text: str) -> str:
    """Hours that cannot be read as a clock: our phrase for them, else as they stand, marked as English."""
    plain, spanish = hours_in_words(text, "en"), hours_in_words(text, "es")
    words = set(re.findall(r"[a-záéíóúñ]+", spanish.lower()))
    known = plain in _phrases() or words <= {"am", "pm", *_DAYS.values()}
    return spanish if known else from_english(plain)


def summary_from_english(text: str, needs: Sequence[str]) -> str:
    """What a service helps with in Spanish, by the names of its needs, and then its own words, said to be English."""
    if not _is_english(text):
        return text
    named = " y ".join(needs[:_MOST_NEEDS])
    return f"{named[:1].upper()}{named[1:]}. En inglés: {text}" if named else f"En inglés: {text}"


def _is_english(text: str) -> bool:
    """Whether there is something to translate: not numbers alone, and not a list that was written in Spanish."""
    words = re.findall(r"[a-záéíóúñü]+", text.lower())
    spanish = sum(word in _SPANISH_WORDS for word in words)
    return bool(words) and spanish <= sum(word in _ENGLISH_WORDS for word in words)


def _spanish(text: str) -> str:
    return _phrases().get(text) or _phrases().get(text.removesuffix(".")) or text
