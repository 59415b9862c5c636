"""Whether a text says that it cannot wait: today, tonight, no food, shut off."""

from __future__ import annotations

import re

_NOW = re.compile(
    r"\b(to-?day|tonight|tonite|right now|right away|asap|urgent|emergency|"
    r"no food|out of food|nothing to eat|empty fridge|starving|hungry|"
    r"shut ?off|shutting off|cut off|cutting off|no heat|no power|no lights|freezing|"
    r"evict\w*|locked out|nowhere to (?:sleep|stay|go)|sleeping in (?:my|the) car|"
    r"hoy|ahorita|esta noche|urgente|emergencia|no (?:tengo|hay|tenemos) (?:comida|nada|luz|calefaccion)|"
    r"hambre|cortaron|cortar|cortan|desalojo|desalojan|en la calle)\b"
)
_NOTHING_TO_EAT = re.compile(
    r"\b(no food|out of food|nothing to eat|empty fridge|starving|hungry|"
    r"no (?:tengo|hay|tenemos) (?:comida|nada (?:de|que|para) comer)|sin comida|hambre)\b"
)
_ACCENTS = str.maketrans("áéíóúü", "aeiouu")


def is_urgent(text: str) -> bool:
    """True when the words ask for help now; about a shelf of meals tomorrow week they do not."""
    return bool(_NOW.search(text.lower().translate(_ACCENTS)))


def with_food_now(text: str, needs: tuple[str, ...]) -> tuple[str, ...]:
    """Who has nothing to eat needs groceries today, whatever else was understood."""
    if "food_assistance" in needs or not _NOTHING_TO_EAT.search(text.lower().translate(_ACCENTS)):
        return needs
    return ("food_assistance", *needs)
