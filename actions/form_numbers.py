"""Phone numbers as people write them."""

from __future__ import annotations

import re

_PHONE = re.compile(r"\+?1?[ .\-]?\(?(\d{3})\)?[ .\-]?(\d{3})[ .\-]?(\d{4})\b")


def phone_in(text: str) -> str | None:
    """A ten-digit number as 937-555-0142; of several the last: "617…, but better call her at 918…"."""
    found = _PHONE.findall(text)
    return "-".join(found[-1]) if found else None


def without_phone(text: str, instead: str = " ") -> str:
    """`text` without the numbers in it."""
    return _PHONE.sub(instead, text)
