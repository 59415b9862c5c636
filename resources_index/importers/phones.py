"""Phone numbers as lists write them, as digits that can be dialled."""

from __future__ import annotations

import re

_TEN = 10
# "305-573-4200 x57471", "ext. 3", "xOPT2": the number without it reaches the switchboard, and not one person's desk.
_EXTENSION = re.compile(
    r"(?i)\s*(?<![a-z])(?:extension|ext|option|opt|x)[\s.:#]*(?:opt\w*|\d).*$|#.*$"
)
_IN_LETTERS = re.compile(r"(?:1[\s.-]*)?\(?\d{3}\)?[\s.-]*[\d-]*[A-Za-z][A-Za-z\d-]{2,}")
# One letter is a slip ("555-O102"): by the keypad it would ring a stranger.
_FEWEST_LETTERS = 3
_KEYPAD = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "22233344455566677778889999")
_SEVERAL = re.compile(r"[/;,|]|\bor\b|\band\b|&", re.IGNORECASE)
_WITHIN = re.compile(r"(?<!\d)(?:\+?1[\s.-]*)?\(?\d{3}\)?[\s.-]*\d{3}[\s.-]*\d{4}(?!\d)")


def dialled(number: str) -> str | None:
    """Ten digits, or a short code of three; None for what cannot be dialled in the United States."""
    text = _EXTENSION.sub("", number.strip()).strip()
    letters = sum(letter.isalpha() for letter in text)
    in_letters = letters >= _FEWEST_LETTERS and _IN_LETTERS.fullmatch(text) is not None
    digits = re.sub(r"\D", "", text.upper().translate(_KEYPAD) if in_letters else text)
    digits = digits[1:] if len(digits) > _TEN and digits.startswith("1") else digits
    if digits == "988" or (len(digits) == 3 and digits.endswith("11")):
        return digits
    # Of "1-800-MEDICARE" the phone takes ten.
    digits = digits[:_TEN] if in_letters else digits
    good = len(digits) == _TEN and digits[0] in "23456789" and digits[3] in "23456789"
    return digits if good else None


def numbers_in(text: str) -> tuple[str, ...]:
    """Every number of a field, also of one with several, or with words around: "call 330-555-0142 after 5"."""
    whole = dialled(text)
    if whole is not None:
        return (whole,)
    parts = [dialled(part) for part in _SEVERAL.split(text)]
    if not any(parts):
        parts = [dialled(part) for part in _WITHIN.findall(text)]
    return tuple(dict.fromkeys(number for number in parts if number))


def has_extension(text: str) -> bool:
    """Whether something after the number is left out."""
    return _EXTENSION.search(text) is not None
