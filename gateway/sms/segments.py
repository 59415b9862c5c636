"""How many segments a text takes, and how to make it take fewer.

GSM-7 (3GPP TS 23.038) packs 160 characters into one segment, 153 into each of several (7 are the header
that joins them). One character outside the table turns the whole text into UCS-2: 70 and 67. Characters
of the extension table count twice, and the pair is never split over two segments; nor is, in UCS-2, a
letter or emoji of several code units. `tests/gateway/sms/segments.jsonl` holds what Twilio's published
calculator says of 770 texts.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

import regex

_BASIC = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
    "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
_EXTENDED = frozenset("\f^{}\\[~]|€")
GSM_ONE, GSM_MANY = 160, 153
UCS_ONE, UCS_MANY = 70, 67
# Typographic signs that mean the same as plain ones.
_PLAIN_SIGNS = str.maketrans({
    "‘": "'", "’": "'", "‚": ",", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "–": "-", "—": "-", "―": "-", "‐": "-",
    "‑": "-", "−": "-", "…": "...", "•": "-", "·": "-", "′": "'", "″": '"', "`": "'", "´": "'", "\u00a0": " ", "\u2009": " ",
    "\u202f": " ", "\u200b": "", "\ufeff": "", "\t": " ", "½": "1/2", "¼": "1/4", "¾": "3/4", "×": "x", "º": "o", "ª": "a",
})  # fmt: skip
# No phone shows them, and a response that holds one is no XML: nothing of it would be sent.
_UNSENDABLE = regex.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
# Accents that GSM-7 lacks. The word stays readable without them; é, ñ, ü, ¿ and ¡ are in the table.
_PLAIN_VOWELS = str.maketrans("áíóúÁÍÓÚ", "aiouAIOU")
# A capital inside a sentence is a name, and names stay as people write them. MÁS is a word to reply with.
_NAME_WITH_ACCENT = regex.compile(
    r"(?<=[\p{Ll}\p{N},)&-] |[\p{Lu}]\w* )(?=\p{Lu}\w*\p{Ll})\w*[áíóúÁÍÓÚ]\w*"
)


# At the start of a sentence a capital tells nothing: there only names count that are surely names.
_SURELY_NAMES = frozenset(
    "Ángel Ángela Ángeles Ángelica Álvaro Óscar Íñigo Úrsula Raúl Saúl Sofía Lucía María Rocío Rosalía Estefanía Iván Adrián Julián Fabián Germán Hernán "
    "Martín Joaquín Agustín Benjamín Ramón Simón Víctor Héctor Néstor Mónica Verónica Bárbara Nicolás Tomás Matías Elías Isaías Jesús Álvarez García "
    "Hernández Martínez López Rodríguez González Sánchez Ramírez Fernández Díaz Gómez Vázquez Domínguez Suárez Chávez Núñez Ríos Báez Cortázar".split()
)


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
    units = [len(shape.encode("utf-16-le")) // 2 for shape in _shapes(text)]
    return _count(units, UCS_ONE, UCS_MANY)


def plan(text: str) -> Plan:
    """Make a text GSM-7 where the meaning stays. Names and other alphabets stay as they are."""
    text = unicodedata.normalize("NFC", _UNSENDABLE.sub("", text.replace("\r\n", "\n")))
    text = text.translate(_PLAIN_SIGNS)
    if encoding_of(text) == "UCS-2" and not _holds_a_name(text):
        plainer = text.translate(_PLAIN_VOWELS)
        if encoding_of(plainer) == "GSM-7":
            text = plainer
    return Plan(text, encoding_of(text), count_segments(text))


def _holds_a_name(text: str) -> bool:
    """A name with an accent that would be lost."""
    if _NAME_WITH_ACCENT.search(text):
        return True
    return not _SURELY_NAMES.isdisjoint(regex.findall(r"\w+", text))


def _shapes(text: str) -> list[str]:
    """What people see as one letter or emoji each; a line break is two characters all the same."""
    return list(regex.findall(r"\r|\X", text))


def _count(units: list[int], one: int, many: int) -> int:
    if sum(units) <= one:
        return 1
    segments, room = 1, many
    for size in units:
        if size > room:
            segments, room = segments + 1, many
        room -= size
    return segments
