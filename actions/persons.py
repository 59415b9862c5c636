"""How a person is named to the one who writes."""

from __future__ import annotations

_SPANISH = {
    "mother": "madre", "father": "padre", "parents": "padres", "husband": "esposo", "wife": "esposa",
    "partner": "pareja", "son": "hijo", "daughter": "hija", "brother": "hermano", "sister": "hermana",
    "grandparent": "abuelos", "grandchild": "nieto", "aunt": "tía", "uncle": "tío", "friend": "amistad",
    "neighbor": "vecino", "mother_in_law": "suegra", "father_in_law": "suegro", "client": "cliente",
}  # fmt: skip


def person_name(about: str, language: str) -> str:
    """The contract's name of a person (not `self`) in words."""
    name = _SPANISH.get(about, "otra persona") if language == "es" else about
    return name.replace("_", " ")
