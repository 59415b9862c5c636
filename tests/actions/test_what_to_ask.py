"""Who answers to nearly everything is asked for the one thing; who is called for company, for lunch and cards."""

from __future__ import annotations

from dataclasses import replace

import pytest

from actions.shown.what_to_ask import asked_for
from resources_index.directory import ServiceRecord
from resources_index.search import Hit
from resources_index.search.view import ServiceView
from tests.actions.shelf import Shelf, after_list, service

AGENCY = replace(service("Agency", need="home_repair"), need_ids=tuple(f"need_{n}" for n in range(12)), ask_for={"en": "I need help."})  # fmt: skip
LUNCH = replace(service("Lunch", need="meals_group"), ask_for={"en": "Where is the senior center?"})
LOCATED = replace(AGENCY, through={"en": "Eldercare Locator"}, ask_for={"en": "Please connect me."})


def said_for(record: ServiceRecord, need: str) -> tuple[str, bool]:
    turn = after_list(Shelf(), "")
    shown = asked_for(turn, Hit(ServiceView(record), need, 1.0, [], None))
    return str(shown["ask_for"]), bool(shown["say_it"])


@pytest.mark.parametrize(
    ("record", "need", "words", "shown"),
    [
        (AGENCY, "home_repair", "Who helps with home repair and safety near me?", True),
        (AGENCY, "social_connection", "Where is the senior center near me? I want lunch, cards and company.", True),
        (LUNCH, "social_connection", "Where is the senior center?", True),
        (LUNCH, "food_assistance", "Where is the senior center?", False),
        (LOCATED, "home_repair", "Please connect me.", True),
    ],
)  # fmt: skip
def test_what_is_said_when_somebody_picks_up(record: ServiceRecord, need: str, words: str, shown: bool) -> None:  # fmt: skip
    assert said_for(record, need) == (words, shown)
