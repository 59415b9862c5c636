"""How many segments a text takes, and how to make it take fewer.

GSM-7 (3GPP TS 23.038) packs 160 characters into one segment, 153 into each of several (7 are the header
that joins them). One character outside the table turns the whole text into UCS-2: 70 and 67. Characters
of the extension table count twice, and the pair is never split over two segments.
"""

from __future__ import annotations

from dataclasses import dataclass

_BASIC = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
    "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
_EXTENDED = frozenset("\f^{}\\[~]|€")
GSM_ONE, GSM_MANY = 160, 153
UCS_ONE, UCS_MANY = 70, 67
# Typographic signs that mean the same as plain ones.
_PLAIN_SIGNS = str.maketrans({
    "‘": "'", "’": "'", "“": '"', "”": '"', "–": "-", "—": "-", "…": "...", "\u00a0": " ", "•": "-",
    "‑": "-", "\u200b": "", "\u2009": " ", "′": "'",
})  # fmt: skip
# Accents that GSM-7 lacks. The word stays readable without them; é, ñ, ü, ¿ and ¡ are in the table.
_PLAIN_VOWELS = str.maketrans("áíóúÁÍÓÚ", "aiouAIOU")


@dataclass(frozen=True)
class Plan:
    """A text as it will be sent."""

    text: str
    encoding: str
    segments: int


def encoding_of(text: str) -> str:
    """'GSM-7' or 'UCS-2'."""
    return "GSM-7" if all(c in _BASIC or c in _EXTENDED for c in text) else "UCS-2"


def count_segments(text: str) -> int:
    """Segments of `text` as it stands; 0 for an empty one."""
    if not text:
        return 0
    if encoding_of(text) == "GSM-7":
        return _count([2 if c in _EXTENDED else 1 for c in text], GSM_ONE, GSM_MANY)
    units = [2 if ord(c) > 0xFFFF else 1 for c in text]
    return _count(units, UCS_ONE, UCS_MANY)


def plan(text: str, keep_accents: bool = False) -> Plan:
    """Make a text GSM-7 where the meaning stays. Names in other alphabets stay as they are."""
    text = text.translate(_PLAIN_SIGNS)
    if encoding_of(text) == "UCS-2" and not keep_accents:
        plainer = text.translate(_PLAIN_VOWELS)
        if encoding_of(plainer) == "GSM-7":
            text = plainer
    return Plan(text, encoding_of(text), count_segments(text))


def _count(units: list[int], one: int, many: int) -> int:
    if sum(units) <= one:
        return 1
    segments, room = 1, many
    for size in units:
        if size > room:
            segments, room = segments + 1, many
        room -= size
    return segments
