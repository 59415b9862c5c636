"""Phone numbers as people write them, a second one beside the first, and one put right by a part of it."""

from __future__ import annotations

import re

_PHONE = re.compile(r"\+?1?[ .\-]?\(?(\d{3})\)?[ .\-]?(\d{3})[ .\-]?(\d{4})\b")
# "…0119, but better call her at …0171": the second is meant; else it is for when the first does not answer.
_INSTEAD = re.compile(
    r"\b(?:better|instead|rather|actually|no wait|use|mejor|en vez|m\u00e1s bien|not|no)\b",
    re.IGNORECASE,
)
_GROUP = re.compile(r"(?<![\d-])(?P<no>(?:not|no)(?: the| el)? )?(?P<digits>\d{3,4})(?![\d-])")
_OF_THE_END = re.compile(
    r"\b(?:ends?|ending|last (?:four|4|digits?|part)|at the end|the end|termina\w*|al final|ultim[oa]s|[u\u00fa]ltim[oa]s|final)\b",
    re.IGNORECASE,
)
# "The number is wrong, it's 0120".
_WRONG_NUMBER = re.compile(
    r"\b(?:wrong (?:phone )?number|(?:number|phone|n[u\u00fa]mero|tel[e\u00e9]fono)\b.{0,15}\b(?:wrong|mal|equivocad\w+|not right|should be|debe ser))\b",
    re.IGNORECASE,
)
_OF_THE_AREA = re.compile(
    r"\b(?:area code|starts? (?:with|in)|c[o\u00f3]digo de [a\u00e1]rea|empieza (?:con|en|por))\b",
    re.IGNORECASE,
)
_A_NAME = 3  # words
_AREA, _MIDDLE, _END = 0, 1, 2


_EXTENSION = re.compile(
    r"[,;]?\s*\b(?:extension|extensi[o\u00f3]n|ext|x)[. #:]*(?P<digits>\d{1,6})\b",
    re.IGNORECASE,
)
# A name spelled out: "B A T I S T E", "D-O-T".
_SPELLED_OUT = re.compile(
    r"(?:,?\s*\b(?:that is|that's|thats|it is|it's|spelled|as in|se escribe|o sea))?[\s,:]*\b[A-Za-z](?:[ .\-]+[A-Za-z]\b){2,}[.]?"
)


def extension_in(text: str) -> str | None:
    """The extension behind a phone number."""
    phone = _PHONE.search(text)
    found = _EXTENSION.match(text, phone.end()) if phone else None
    return found["digits"] if found else None


def without_extension(text: str) -> str:
    """`text` without what `extension_in` finds."""
    phone = _PHONE.search(text)
    found = _EXTENSION.match(text, phone.end()) if phone else None
    return f"{text[: found.start()]} {text[found.end() :]}" if found else text


def without_spelling(text: str) -> str:
    """`text` without a word that is spelled letter by letter."""
    return " ".join(_SPELLED_OUT.sub(" ", text).split())


def is_only_reach(text: str) -> bool:
    """Whether nothing but a name, its letters and a number is told: that is in no language."""
    spelled = without_spelling(text) != " ".join(text.split())
    return spelled or (phone_in(text) is not None and len(without_phone(text).split()) <= _A_NAME)


def phone_in(text: str) -> str | None:
    """A ten-digit number as 937-555-0142; of several the first, unless another is better."""
    found = list(_PHONE.finditer(text))
    if not found:
        return None
    between = text[found[0].end() : found[-1].start()]
    spare = len(found) > 1 and not _INSTEAD.search(between)
    return "-".join((found[0] if spare else found[-1]).groups())


def spare_phones(text: str) -> list[str]:
    """The other numbers of a message that gives one to try after the first."""
    main = phone_in(text)
    return [number for number in map("-".join, _PHONE.findall(text)) if number != main]


def without_phone(text: str, instead: str = " ") -> str:
    """`text` without the numbers in it."""
    return _PHONE.sub(instead, text)


def put_right_in_part(text: str, current: str) -> str | None:
    """ "It ends in 0184 not 0148", "not 555, 556": `current` with that part of it, or None."""
    parts = current.split("-")
    if len(parts) != _END + 1 or _PHONE.search(text):
        return None
    groups = [(bool(found["no"]), found["digits"]) for found in _GROUP.finditer(text)]
    right = [digits for wrong, digits in groups if not wrong]
    wrong = [digits for was_wrong, digits in groups if was_wrong]
    if len(right) == _MIDDLE + 1 and not wrong and right[0] in parts:
        # "0148 should be 0184".
        wrong = [right.pop(0)]
    at = _which(text, right, wrong, parts) if len(right) == 1 else None
    if at is None or len(right[0]) != len(parts[at]):
        return None
    parts[at] = right[0]
    return "-".join(parts)


def _which(text: str, right: list[str], wrong: list[str], parts: list[str]) -> int | None:
    known = [parts.index(digits) for digits in wrong if digits in parts]
    if known:
        return known[0]
    if _OF_THE_AREA.search(text):
        return _AREA
    if _OF_THE_END.search(text) or (
        _WRONG_NUMBER.search(text) and len(right[0]) == len(parts[_END])
    ):
        return _END
    return None
