"""Cut private numbers out before anything is stored, logged or sent on.

Social Security, Medicare (MBI and the old HICN), card, bank and routing numbers, and passwords after such
a word; also spaced or with dashes. Phone numbers, ZIPs and our references stay.
"""

from __future__ import annotations

import re

from stdnum import luhn

from gateway.safety.spoken_numbers import phones_in_digits

_MARK = "[removed]"
# Position by position as CMS publishes it: C A AN N A AN N A A N N, letters without S L O I B Z.
_LETTER = "[AC-HJKMNP-RT-Y]"
_MBI = re.compile(
    rf"\b[1-9]{_LETTER}(?:{_LETTER}|\d)\d[- ]?{_LETTER}(?:{_LETTER}|\d)\d[- ]?{_LETTER}{_LETTER}\d\d\b",
    re.IGNORECASE,
)
_SSN = re.compile(r"(?<![\d-])(?!000|666|9\d\d)\d{3}([- .])(?!00)\d{2}\1(?!0000)\d{4}(?![\d-])")
_HICN = re.compile(r"\b\d{3}[- ]?\d{2}[- ]?\d{4}[- ]?[A-M][1-9]?\b", re.IGNORECASE)
_CARD = re.compile(r"(?<!\d)(?:\d[ -]?){12,18}\d(?!\d)")
_AFTER_WORD = re.compile(
    r"\b(?P<word>social security(?: number| num| no)?|ssn|social|seguro social|numero de seguro|routing(?: number| no)?|"
    r"account(?: number| num| no| #)?|acct|cuenta(?: numero| de banco)?|numero de cuenta|card number|card|tarjeta)"
    r"(?P<link>\s*(?:is|es|was|:|=|#|number|numero|no\.?|num)*\s*)(?P<number>(?:\d[ -]?){6,17}\d)(?!\d)",
    re.IGNORECASE,
)
_SECRET = re.compile(
    r"\b(?P<word>password|passcode|pass word|contraseña|contrasena|pin(?: number)?|clave|nip)"
    r"(?P<link>\s*(?:is|es|:|=)\s*)(?P<secret>\S{3,40})",
    re.IGNORECASE,
)
_DIGIT_WORDS = {
    "zero": "0", "oh": "0", "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6",
    "seven": "7", "eight": "8", "nine": "9", "cero": "0", "uno": "1", "dos": "2", "tres": "3",
    "cuatro": "4", "cinco": "5", "seis": "6", "siete": "7", "ocho": "8", "nueve": "9",
}  # fmt: skip
_SPELLED = re.compile(
    r"(?:\b(?:" + "|".join(_DIGIT_WORDS) + r")\b[\s,-]*(?:dash\s+)?){9,}", re.IGNORECASE
)


def cut_private_numbers(text: str) -> tuple[str, bool]:
    """The text without private numbers, and whether there were any; telephone numbers in words come in digits."""
    text = phones_in_digits(text)
    clean = _MBI.sub(_MARK, text)
    clean = _SSN.sub(_MARK, clean)
    clean = _HICN.sub(_MARK, clean)
    clean = _CARD.sub(_card, clean)
    clean = _AFTER_WORD.sub(_after_word, clean)
    clean = _SECRET.sub(lambda m: f"{m['word']}{m['link']}{_MARK}", clean)
    clean = _SPELLED.sub(f"{_MARK} ", clean)
    return clean, clean != text


def _card(match: re.Match[str]) -> str:
    digits = re.sub(r"\D", "", match.group())
    return _MARK if luhn.is_valid(digits) else match.group()


def _after_word(match: re.Match[str]) -> str:
    digits = re.sub(r"\D", "", match["number"])
    # Ten digits with the usual breaks are a phone number ("call my card office at 937-555-0142").
    if len(digits) == 10 and re.search(r"\d{3}[- ]\d{3}[- ]\d{4}", match["number"]):
        return match.group()
    return f"{match['word']}{match['link']}{_MARK}"
