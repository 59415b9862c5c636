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
_OF_THE_AREA = re.compile(
    r"\b(?:area code|starts? (?:with|in)|c[o\u00f3]digo de [a\u00e1]rea|empieza (?:con|en|por))\b",
    re.IGNORECASE,
)
_AREA, _MIDDLE, _END = 0, 1, 2


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
    if _OF_THE_END.search(text):
        return _END
    return None
