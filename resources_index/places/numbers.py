"""ZIP codes in a message, however they are given, and not the money, years and house numbers beside them."""

from __future__ import annotations

import itertools
import re

from resources_index.places import lexicon
from resources_index.places.answers import Ambiguous, Mention, Resolved, Unknown
from resources_index.places.fold import fold
from resources_index.places.resolve import Resolver
from resources_index.places.states import is_full_name, state_code

_ZIP = re.compile(r"(?<![\d$#.-])\d{5}(?:-\d{4})?(?![\d-])(?!\.\d)")
_FOUR = re.compile(r"(?<![\d$#.,-])\d{4}(?![\d-])(?!\.\d)")
_SPACED = re.compile(r"(?<!\d)\d(?:[ .]\d){4}(?!\d)")
_IN_TWO = re.compile(
    r"\b(?:zip|code|codigo|postal)\b\D{0,12}(\d{2} \d{3}|\d{3} \d{2})(?!\d)", re.IGNORECASE
)
# "85 041 sorry fat fingers": a message that begins so, and goes on with no street.
_FIRST_IN_TWO = re.compile(r"^\W*(\d{2} \d{3}|\d{3} \d{2})(?!\d|[-.,]\d)")
_DIGITS = {"zero": "0", "oh": "0", "o": "0", "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6",
           "seven": "7", "eight": "8", "nine": "9", "cero": "0", "uno": "1", "dos": "2", "tres": "3", "cuatro": "4",
           "cinco": "5", "seis": "6", "siete": "7", "ocho": "8", "nueve": "9"}  # fmt: skip
_SPOKEN = re.compile(
    rf"\b(?:(?:{'|'.join(_DIGITS)})[ ,-]+){{4}}(?:{'|'.join(_DIGITS)})\b", re.IGNORECASE
)
# "85oo4" and "4410O": the letter is meant as a zero where three digits or more stand beside it.
_LETTER_O = re.compile(r"(?<![\w.])(?=(?:[oO]*\d){3})[\doO]{5}(?![\w])")
_ZERO_FIRST = re.compile(
    r"\b(?:zero|0|cero)\b.{0,12}\b(?:front|first|before|beginning|start|adelante|principio|primero)\b",
    re.I,
)
_CALLED_A_ZIP = frozenset(["zip", "zipcode", "postal", "code", "codigo"])
_A_ZIP, _READ_OUT = 6.0, 5.0
_SHORT_MESSAGE = 3


class NumberFinder:
    """Finds ZIPs; the resolver says which exist."""

    def __init__(self, resolver: Resolver) -> None:
        self._resolver = resolver

    def find(self, message: str) -> list[Mention]:
        """Mentions by whole ZIPs, else one that was dictated, else one of four digits."""
        message = _LETTER_O.sub(lambda found: found.group().upper().replace("O", "0"), message)
        return self._zips(message) or self._read_out(message) or self._short(message)

    def _zips(self, message: str) -> list[Mention]:
        found = []
        for match in _ZIP.finditer(message):
            after = [fold(word) for word in message[match.end() :].split()]
            if (after and after[0] in lexicon.STREET) or _is_money(message, match):
                continue
            if lexicon.NUMBERED & set(_last_words(message[: match.start()])):
                continue
            if _is_a_house(message, match):
                continue
            answer = self._resolver.resolve(match.group())
            if isinstance(answer, Unknown):
                continue
            if isinstance(answer, Ambiguous) and not _may_be_mistyped(message):
                # Five digits that are no ZIP, in the middle of a sentence, are money or a bill.
                continue
            found.append(Mention(match.start(), match.end(), match.group(), answer, _A_ZIP))
        return found

    def _read_out(self, message: str) -> list[Mention]:
        """A ZIP as people dictate it: digits with spaces, or in words."""
        read_out = (_SPACED, _SPOKEN, _IN_TWO, _FIRST_IN_TWO)
        for match in itertools.chain.from_iterable(each.finditer(message) for each in read_out):
            if match.re is _FIRST_IN_TWO and _is_an_address(message, match):
                continue
            words = re.findall(r"[a-z]+|\d", match.group(match.lastindex or 0).lower())
            answer = self._resolver.resolve("".join(_DIGITS.get(word, word) for word in words))
            if not isinstance(answer, Unknown):
                return [Mention(match.start(), match.end(), match.group(), answer, _READ_OUT)]
        return []

    def _short(self, message: str) -> list[Mention]:
        """Four digits that are called a ZIP, or stand beside the state that would have them."""
        for match in _FOUR.finditer(message):
            answer = self._resolver.resolve(match.group())
            if isinstance(answer, Unknown) or _is_money(message, match):
                continue
            first = answer.place if isinstance(answer, Resolved) else answer.choices[0]
            if _ZERO_FIRST.search(message) and first.zip == f"0{match.group()}":
                return [
                    Mention(match.start(), match.end(), match.group(), Resolved(first), _READ_OUT)
                ]
            words = [fold(word) for word in message.replace(match.group(), " ").split()]
            states = {state_code(word) for word in words if _names_a_state(word)}
            if first.state in states and (first.zip or "").startswith("0"):
                resolved = Resolved(first)
                return [Mention(match.start(), match.end(), match.group(), resolved, _READ_OUT)]
            if _CALLED_A_ZIP & set(words):
                return [Mention(match.start(), match.end(), match.group(), answer, _READ_OUT)]
        return []


def _is_a_house(message: str, match: re.Match[str]) -> bool:
    """Whether a street follows in the same breath; not "zip 44107, he can't drive"."""
    if _CALLED_A_ZIP & set(_last_words(message[: match.start()])):
        return False
    after = [fold(word) for word in re.split(r"[,.;:!?]\s", message[match.end() :])[0].split()]
    return bool(lexicon.STREET & set(after[1:4])) and not _CALLED_A_ZIP & set(after[:2])


def _is_an_address(message: str, match: re.Match[str]) -> bool:
    """Whether a house number, a price or a count begins the message."""
    after = [fold(word) for word in message[match.end() :].split()[:4]]
    return bool(lexicon.STREET & set(after)) or _is_money(message, match)


def _last_words(text: str) -> list[str]:
    """The three words right before a number."""
    return [fold(word) for word in text.split()[-3:]]


def _names_a_state(word: str) -> bool:
    return is_full_name(word) or word in ("ct", "nj", "nh", "vt", "ri", "ma", "me", "mass")


def _may_be_mistyped(message: str) -> bool:
    words = {fold(word) for word in message.split()}
    return bool(_CALLED_A_ZIP & words) or len(words) <= _SHORT_MESSAGE


def _is_money(message: str, match: re.Match[str]) -> bool:
    """Whether words around the number make it a price, a bill or an income."""
    before = [fold(word) for word in message[: match.start()].split()]
    called = lexicon.MONEY_IS.intersection(before[-1:]) and lexicon.MONEY_CALLED.intersection(
        before[-2:-1]
    )
    if len(before) > 1 and before[-1] in lexicon.MONEY_LINK:
        before.pop()
    after = [fold(word) for word in message[match.end() :].split()]
    return bool(
        called
        or lexicon.MONEY_BEFORE.intersection(before[-1:])
        or lexicon.MONEY_AFTER.intersection(after[:1])
        or (
            lexicon.MONEY_RATE.intersection(after[:1])
            and lexicon.MONEY_TIME.intersection(after[1:2])
        )
    )
