"""Where food is asked for and no word tells which kind, both kinds are shown."""

from __future__ import annotations

import pytest

from actions.heard import Heard
from actions.needs.food import both_foods

GROCERIES, MEALS = "food_assistance", "meals_delivered"


@pytest.mark.parametrize(
    ("text", "heard", "needs"),
    [
        ("comida para mi suegro", [MEALS], [MEALS, GROCERIES]),
        ("need food", [GROCERIES], [GROCERIES, MEALS]),
        ("my dad has nothing to eat", [MEALS], [MEALS, GROCERIES]),
        ("somebody to bring food to my mom", [MEALS], [MEALS]),
        ("food stamps for my wife", [GROCERIES], [GROCERIES]),
        ("quien le cocine comida a mi papa", [MEALS], [MEALS]),
        ("food and a ride", [GROCERIES, "transportation"], [GROCERIES, "transportation"]),
        ("my light bill is due", ["utilities"], ["utilities"]),
        ("she can not get out any more and I worry that she has no food", [MEALS], [MEALS]),
    ],
)
def test_food_is_groceries_and_meals_unless_a_word_tells(
    text: str, heard: list[str], needs: list[str]
) -> None:
    assert both_foods(Heard(text, "ask_need"), heard) == needs
