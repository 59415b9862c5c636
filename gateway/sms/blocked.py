"""What Twilio or a carrier would not let through, whatever it costs."""

from __future__ import annotations

import re

LONGEST = 1600
# Carriers take links of public shorteners for spam (error 30007), because nobody sees where they lead.
_SHORTENED = re.compile(
    r"\b(?:bit\.ly|tinyurl\.com|goo\.gl|t\.co|ow\.ly|is\.gd|buff\.ly|rb\.gy|cutt\.ly|shorturl\.at|tiny\.cc|lnkd\.in|rebrand\.ly)/",
    re.IGNORECASE,
)


def why_blocked(text: str) -> str | None:
    """The reason in plain words, or None when it passes."""
    if len(text) > LONGEST:
        return "too long: carriers block it"
    if _SHORTENED.search(text):
        return "a shortened link: carriers take it for spam"
    return None
