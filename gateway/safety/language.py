"""A quick guess of the language for the fixed texts, before and without the bot."""

from __future__ import annotations

import re

_SPANISH = frozenset(
    "el la los las un una de del que y en no se me mi su por con para es esta estoy tengo quiero necesito ayuda "
    "mama papa hola gracias donde como mas muy ya yo usted ella al lo le nos hijo hija esposo esposa puedo puede "
    "siento vida quiere tiene casa comida dolor pecho respirar miedo gas huele favor hay fue tomo cayo abuela".split()
)
_ENGLISH = frozenset(
    "the a i my is to and of in for you it need help want me can't he she was have with on this that mom dad am not "
    "do get are but what how where her his don't no".split()
)


def guess_language(normalised: str) -> str | None:
    """'en' or 'es' when the words tell; None for numbers, names and very little text."""
    words = re.findall(r"[a-zñ']+", normalised)
    spanish = sum(word in _SPANISH for word in words) + sum("ñ" in word for word in words)
    english = sum(word in _ENGLISH for word in words)
    if spanish == english:
        return None
    return "es" if spanish > english else "en"
