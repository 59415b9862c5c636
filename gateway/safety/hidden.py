"""Going on unseen after abuse: words of a recipe club, that mean what the crisis text said."""

from __future__ import annotations

from dataclasses import dataclass

from gateway.safety.normalise import normalise
from gateway.safety.texts import fixed_texts

_WORDS = {
    "recipe": ("menu", "en"), "recipes": ("menu", "en"), "receta": ("menu", "es"), "recetas": ("menu", "es"),
    "bread": ("talk", "en"), "pan": ("talk", "es"),
    "soup": ("place", "en"), "sopa": ("place", "es"),
    "pie": ("person", "en"), "flan": ("person", "es"),
}  # fmt: skip


@dataclass(frozen=True)
class HiddenWord:
    """`asks` is menu, talk, place or person."""

    asks: str
    language: str

    def answer(self) -> str:
        """The text that looks like a recipe club to whoever reads along."""
        return fixed_texts(self.language)[f"hidden_{self.asks}"]


def hidden_word(text: str) -> HiddenWord | None:
    """The word that `text` consists of, if it is one of ours. It counts only after a crisis of abuse."""
    found = _WORDS.get(normalise(text))
    return HiddenWord(*found) if found else None
