"""The short facts of a service as people say them: hours by the clock on the wall, Spanish where there is none."""

from __future__ import annotations

import functools
import re
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
    county = _COUNTY.match(text)
    if county:
        return f"condado de {county[1]}, {county[2]}"
    several = _COUNTIES.match(text)
    if several and ("Counties" in text or several[2]):
        more = f" y {several[2]} más" if several[2] else ""
        return f"condados de {several[1]}{more}, {several[3]}"
    return _spanish(text)


def _spanish(text: str) -> str:
    return _phrases().get(text, text)
