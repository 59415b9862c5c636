""" "Food for my father-in-law" may mean groceries or cooked meals: both are shown where no word tells which."""

from __future__ import annotations

import re

from actions.heard import Heard

_GROCERIES, _MEALS = "food_assistance", "meals_delivered"
_LONGEST = 9  # words; who writes more tells which
_FOOD = re.compile(r"\b(?:food|foods|eat|hungry|comida|comer|alimentos?|hambre)\b")
_TELLS_WHICH = re.compile(
    r"\b(?:deliver\w*|bring\w*|brought|bring|cook\w*|hot|warm|ready|prepared|wheels|homebound|bed\w*|tray|meals?|at home|to (?:her|his|my|the) (?:house|home|door)|grocer\w*|stamps|snap|ebt|pantry|pantries|"
    r"bank|box|boxes|store|shop\w*|commodit\w*|card|money|a domicilio|llev\w+|tra\w+gan|cocin\w+|calientes?|preparad\w+|cupones|estampillas|despensas?|mandado|tienda|banco|caja|tarjeta|dinero|comidas)\b"
)


def both_foods(heard: Heard, needs: list[str]) -> list[str]:
    """`needs`, with its sibling after the one kind of food that was heard, if nothing tells which is meant."""
    if needs not in ([_GROCERIES], [_MEALS]) or len(heard.plain.split()) > _LONGEST:
        return needs
    if not _FOOD.search(heard.plain) or _TELLS_WHICH.search(heard.plain):
        return needs
    return [*needs, _MEALS if needs == [_GROCERIES] else _GROCERIES]
