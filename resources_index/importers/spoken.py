"""Languages as lists write them ("English, limited Spanish", "Haitian-Creole") as names with ISO codes."""

from __future__ import annotations

import re

_CODES = {
    "english": "en", "spanish": "es", "español": "es", "haitian creole": "ht", "creole": "ht", "french": "fr",
    "portuguese": "pt", "chinese": "zh", "mandarin": "zh", "cantonese": "yue", "vietnamese": "vi", "korean": "ko",
    "tagalog": "tl", "filipino": "fil", "russian": "ru", "arabic": "ar", "italian": "it", "german": "de", "polish": "pl",
    "hebrew": "he", "yiddish": "yi", "greek": "el", "japanese": "ja", "hindi": "hi", "urdu": "ur", "bengali": "bn",
    "gujarati": "gu", "punjabi": "pa", "farsi": "fa", "persian": "fa", "somali": "so", "amharic": "am", "swahili": "sw",
    "hmong": "hmn", "khmer": "km", "lao": "lo", "laotian": "lo", "thai": "th", "burmese": "my", "nepali": "ne",
    "ukrainian": "uk", "romanian": "ro", "albanian": "sq", "armenian": "hy", "navajo": "nv", "samoan": "sm",
    "sign language": "ase", "asl": "ase",
}  # fmt: skip
_NAMED = re.compile(rf"\b({'|'.join(sorted(_CODES, key=len, reverse=True))})\b", re.IGNORECASE)
_LABELS = {"español": "Spanish", "creole": "Haitian Creole", "asl": "Sign Language", "persian": "Farsi",
           "laotian": "Lao"}  # fmt: skip


def languages_in(text: str) -> list[tuple[str, str]]:
    """(name, ISO code) of every language that `text` names; "others upon request" names none."""
    found: dict[str, str] = {}
    for name in _NAMED.findall(text.replace("-", " ")):
        plain = name.lower()
        found.setdefault(_CODES[plain], _LABELS.get(plain, plain.title()))
    return [(name, code) for code, name in found.items()]
