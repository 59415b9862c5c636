"""Private numbers in words, or letter by letter: "four one seven, fifty five, oh one two three", "1 E as in Edward G 4 ...".

A telephone number in words is written in digits before (gateway/safety/spoken_numbers.py).
"""

from __future__ import annotations

import re

from gateway.safety.spoken_numbers import RUN, WORD, digits_of, without_accents

# Position by position as CMS publishes it: C A AN N A AN N A A N N, letters without S L O I B Z.
_LETTER = "[ac-hjkmnp-rt-y]"
_MBI = re.compile(
    rf"[1-9]{_LETTER}(?:{_LETTER}|\d)\d{_LETTER}(?:{_LETTER}|\d)\d{_LETTER}{_LETTER}\d\d"
)
_TOKEN = re.compile(r"[a-z0-9]+")
# Between the parts of one code: breaks, and what people say for them or to make a letter plain.
_BETWEEN = re.compile(
    r"(?:[\s.,;-]|\b(?:dash|hyphen|guion|space|espacio|then|luego|capital|letter|letra)\b|\b(?:as in|like|for|como|de) \w+)*"
)
_LONGEST_PART = 11
# Said before or after a number, it tells that it is private; then six digits are enough.
_PRIVATE = r"(?:social|ssn|seguro|medicare|card|tarjeta|account|cuenta|routing|bank|banco|pin|clave|nip|password)"
_BEFORE = re.compile(
    rf"\b{_PRIVATE}\b(?!.*\b(?:phone|call|telefono|llame\w*|cell|celular)\b)[^.!?]{{0,40}}$"
)
_AFTER = re.compile(
    rf"^[^.!?\d]{{0,25}}\b(?:my|mi|her|his|su|el|the)\b[^.!?\d]{{0,12}}\b{_PRIVATE}\b"
)
_LAST_FOUR = re.compile(
    r"\b(?:last|ultimos|final) (?:four|4|cuatro)\b[^.!?]{0,40}$|\b(?:ends?|ending|termina) (?:in|en)\s*$"
)
_TELEPHONE = re.compile(r"\d{3}[-. ]\d{3}[-. ]\d{4}")
_LONG, _SHORT, _FOUR = 9, 6, 4


def cut_spelled(text: str, mark: str) -> str:
    """`text` with `mark` for each private number in words or in single letters and digits."""
    flat = without_accents(text).lower()
    spans = [*_numbers(flat), *_medicare_ids(flat)]
    for start, end in sorted(spans, reverse=True):
        text = text[:start] + mark + text[end:]
    return text


def _numbers(flat: str) -> list[tuple[int, int]]:
    """Where numbers with words in them stand that are as long as a private one."""
    found = []
    for run in RUN.finditer(flat):
        words = len(WORD.findall(run.group()))
        # "At two, 937-555-0142": a telephone with a number beside it.
        if (
            words
            and not _TELEPHONE.search(run.group())
            and _is_private(digits_of(run.group()), flat[: run.start()], flat[run.end() :])
        ):
            found.append(run.span())
    return found


def _is_private(digits: str, before: str, after: str) -> bool:
    if _LAST_FOUR.search(before) and len(digits) == _FOUR:
        return True
    told = bool(_BEFORE.search(before) or _AFTER.search(after))
    return len(digits) >= (_SHORT if told else _LONG)


def _medicare_ids(flat: str) -> list[tuple[int, int]]:
    """Where a Medicare id stands, in one piece or in parts."""
    parts = _parts(flat)
    found: list[tuple[int, int]] = []
    for first in range(len(parts)):
        code, end, at = "", 0, first
        while at < len(parts) and len(code) < _LONGEST_PART:
            start, stop, said = parts[at]
            if at > first and not _BETWEEN.fullmatch(flat, end, start):
                break
            code, end, at = code + said, stop, at + 1
        if _MBI.fullmatch(code):
            found.append((parts[first][0], end))
    return found


def _parts(flat: str) -> list[tuple[int, int, str]]:
    """(start, end, as it is written) of all words that may be a part of a code; what makes a letter plain is none."""
    parts, end = [], 0
    for token in _TOKEN.finditer(flat):
        if token.start() < end:
            continue
        said = digits_of(token.group()) if WORD.fullmatch(token.group()) else token.group()
        if len(said) <= _LONGEST_PART:
            parts.append((token.start(), token.end(), said))
            plain = re.compile(r"\s+(?:as in|like|como)\s+\w+").match(flat, token.end())
            end = plain.end() if plain and len(said) == 1 else token.end()
    return parts
