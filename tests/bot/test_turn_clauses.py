"""How a longer turn is cut into clauses."""

from __future__ import annotations

import pytest

from bot.components.turn_clauses import turn_clauses


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        ("Thank you. And is there a cost?", ["Thank you", "And is there a cost?"]),
        ("thanks, what are the hours", ["thanks", "what are the hours"]),
        ("bueno gracias ¿y hablan español?", ["bueno gracias", "y hablan español?"]),
        ("she hung up period should she report it question mark thank you", ["she hung up", "should she report it?", "thank you"]),
        ("I see Mrs. Ortiz now", []),
        ("how much is it", []),
        ("ok but what if they say no", ["ok", "but what if they say no"]),
    ],
)  # fmt: skip
def test_a_turn_is_cut_where_a_clause_ends(text: str, clauses: list[str]) -> None:
    assert turn_clauses(text) == clauses


def test_of_a_long_turn_the_last_clauses_are_kept_and_a_story_is_left_whole() -> None:
    assert turn_clauses("a b. c d. e f. g h. i j. k l")[0] == "c d"
    assert turn_clauses("so it was. " * 41) == []
