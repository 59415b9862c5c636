"""Dates, ages, web addresses and lists as people write them into a cell."""

from __future__ import annotations

import functools
import re
from datetime import date, datetime, timedelta

_ISO = re.compile(r"\d{4}-\d\d-\d\d")
_FORMATS = ("%Y/%m/%d", "%m/%d/%Y", "%m/%d/%y", "%m-%d-%Y", "%m.%d.%Y", "%b %d %Y", "%B %d %Y",
            "%d %b %Y", "%d %B %Y", "%d-%b-%Y", "%d-%b-%y", "%d-%B-%Y")  # fmt: skip
_TIME = re.compile(r"(?<=\d)[T ]\d{1,2}:\d\d.*$")
_ORDINAL = re.compile(r"(?<=\d)(?:st|nd|rd|th)\b")
# Excel counts days from here; five digits are the years 1954 to 2173.
_EXCEL_ZERO = date(1899, 12, 30)
_SERIAL = re.compile(r"[2-9]\d{4}(?:\.\d+)?")
_AGE = re.compile(
    r"(?i)(?:age[sd]? )?(\d{1,3})(?:\.0)?\s*(?:\+|plus|years?|yrs?|and|or|of|age|older|over|up|\s)*"
)
_WEB = re.compile(r"(?i)https?://[^\s/]+\.\S+")
_BARE_WEB = re.compile(r"(?i)[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}(?:/\S*)?")


@functools.lru_cache(maxsize=10_000)
def day(text: str) -> str:
    """A date in ISO form; empty for what is none. 11/20/2026 is the 20th of November; Excel's number of days counts."""
    text = _TIME.sub("", text.strip())
    if not text:
        return ""
    if _ISO.fullmatch(text):
        return _iso(text)
    if _SERIAL.fullmatch(text):
        return (_EXCEL_ZERO + timedelta(days=int(float(text)))).isoformat()
    plain = " ".join(_ORDINAL.sub("", text).replace(",", " ").replace(". ", " ").split())
    for form in _FORMATS:
        try:
            return datetime.strptime(plain, form).date().isoformat()
        except ValueError:
            continue
    return ""


def _iso(text: str) -> str:
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        return ""


def age(text: str) -> str:
    """The number of "60+", "55 and older", "62.0"; empty for what is no age."""
    found = _AGE.fullmatch(text.strip())
    return str(int(found[1])) if found else ""


def web(text: str) -> str:
    """A web address with its scheme, also of "www.page.org/rides"; empty for what is none."""
    text = text.strip()
    if _WEB.fullmatch(text):
        return text
    return f"https://{text}" if _BARE_WEB.fullmatch(text) else ""
