"""The address that somebody mails a plan to: used once and never stored."""

from __future__ import annotations

import re

_ADDRESS = re.compile(r"[^\s@<>\",;:()\[\]\\]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+")


def is_address(text: str) -> bool:
    """Whether `text` can be one e-mail address: no line breaks, no second address, no header."""
    return len(text) <= 200 and _ADDRESS.fullmatch(text) is not None
