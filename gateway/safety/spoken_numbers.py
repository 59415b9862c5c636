"""Numbers in words, as people dictate them: "eight six four, five five five, oh one nine oh" is 864-555-0190.

A telephone number is written in digits, so that it can be called; anything of another length as long as a private
number is left for spelled_codes.py to cut.
"""

from __future__ import annotations

import re
import unicodedata

_ONES = {
    "zero": "0", "oh": "0", "o": "0", "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7",
    "eight": "8", "nine": "9", "cero": "0", "uno": "1", "una": "1", "un": "1", "dos": "2", "tres": "3", "cuatro": "4", "cinco": "5", "seis": "6",
    "siete": "7", "ocho": "8", "nueve": "9",
}  # fmt: skip
_TEENS = {
    "ten": "10", "eleven": "11", "twelve": "12", "thirteen": "13", "fourteen": "14", "fifteen": "15", "sixteen": "16", "seventeen": "17",
    "eighteen": "18", "nineteen": "19", "diez": "10", "once": "11", "doce": "12", "trece": "13", "catorce": "14", "quince": "15",
    "dieciseis": "16", "diecisiete": "17", "dieciocho": "18", "diecinueve": "19", "veintiuno": "21", "veintidos": "22", "veintitres": "23",
    "veinticuatro": "24", "veinticinco": "25", "veintiseis": "26", "veintisiete": "27", "veintiocho": "28", "veintinueve": "29",
}  # fmt: skip
_TENS = {
    "twenty": "2", "thirty": "3", "forty": "4", "fourty": "4", "fifty": "5", "sixty": "6", "seventy": "7", "eighty": "8", "ninety": "9", "veinte": "2",
    "treinta": "3", "cuarenta": "4", "cincuenta": "5", "sesenta": "6", "setenta": "7", "ochenta": "8", "noventa": "9",
}  # fmt: skip
_HUNDREDS = {
    "cien": "1", "ciento": "1", "doscientos": "2", "trescientos": "3", "cuatrocientos": "4", "quinientos": "5", "seiscientos": "6",
    "setecientos": "7", "ochocientos": "8", "novecientos": "9",
}  # fmt: skip
_TIMES = {"double": 2, "doble": 2, "triple": 3}
_HUNDRED = ("hundred",)
_WORDS = "|".join(
    sorted((*_ONES, *_TEENS, *_TENS, *_HUNDREDS, *_TIMES, *_HUNDRED), key=len, reverse=True)
)
_TOKEN = rf"(?:{_WORDS}|\d{{1,4}})"
RUN = re.compile(
    rf"\b{_TOKEN}\b(?:(?:[\s,.;-]|\b(?:y|and|dash|guion|then|luego|area code)\b)+{_TOKEN}\b)+",
    re.IGNORECASE,
)
WORD = re.compile(rf"\b(?:{_WORDS})\b")
_PHONE_LENGTH, _LONG = 10, 11
# As the numbering plan has it: neither the area nor the office begins with 0 or 1.
_PHONE = re.compile(r"1?([2-9]\d\d)([2-9]\d\d)(\d{4})")
# After such a word it is no telephone, however long it is.
_PRIVATE_BEFORE = re.compile(
    r"\b(?:social|ssn|seguro|medicare|card|tarjeta|account|cuenta|routing|bank|banco|pin|clave)\b(?!.*\b(?:phone|call|telefono|llame\w*|cell|celular)\b)[^.!?]{0,40}$"
)
_MANY_WORDS = 3


def phones_in_digits(text: str) -> str:
    """`text` with each telephone number that is told in words as 864-555-0190; all else as it was."""
    flat = without_accents(text)
    found: list[str] = []
    end = 0
    for run in RUN.finditer(flat):
        phone = _phone(run.group().lower())
        if phone is None or _PRIVATE_BEFORE.search(flat[: run.start()].lower()):
            continue
        found += [text[end : run.start()], phone]
        end = run.end()
    return "".join(found) + text[end:]


def _phone(said: str) -> str | None:
    if len(WORD.findall(said)) < _MANY_WORDS:
        return None
    digits = digits_of(said)
    match = _PHONE.fullmatch(digits) if len(digits) in (_PHONE_LENGTH, _LONG) else None
    return "-".join(match.groups()) if match else None


def digits_of(said: str) -> str:
    """One after the other: "eight sixty four" is 864, "double five" 55, "eight hundred" 800, "sesenta y cuatro" 64."""
    tokens = re.findall(_TOKEN, said)
    out: list[str] = []
    times, at = 1, 0
    while at < len(tokens):
        token = tokens[at]
        following = tokens[at + 1] if at + 1 < len(tokens) else ""
        at += 1
        if token in _TIMES:
            times = _TIMES[token]
            continue
        if token in _TENS:
            # "Sixty, four" and "sixty four" sound alike; "sixty oh" is 600, said one by one.
            one = _ONES.get(following, "0")
            joined = one != "0"
            out.append(_TENS[token] + one)
            at += joined
        elif token in _HUNDREDS:
            digits, at = _of_hundred(_HUNDREDS[token], tokens, at)
            out.append(digits)
        elif token in _HUNDRED:
            out.append("00")
        else:
            out.append((_ONES.get(token) or _TEENS.get(token) or token) * times)
        times = 1
    return "".join(out)


def _of_hundred(first: str, tokens: list[str], at: int) -> tuple[str, int]:
    """Spanish hundreds with what belongs to them: "ochocientos sesenta y cuatro"."""
    following = tokens[at] if at < len(tokens) else ""
    if following in _TEENS:
        return first + _TEENS[following], at + 1
    if following in _TENS:
        one = _ONES.get(tokens[at + 1], "0") if at + 1 < len(tokens) else "0"
        return first + _TENS[following] + one, at + 1 + (one != "0")
    return (
        (first + "0" + _ONES[following], at + 1)
        if _ONES.get(following, "0") != "0"
        else (first + "00", at)
    )


def without_accents(text: str) -> str:
    """As long as `text`, so that places in one are places in the other."""
    return "".join(unicodedata.normalize("NFD", char)[0] for char in text)
