"""Whatever the bot asks costs two segments at most, in both languages, with all that can be chosen."""

from __future__ import annotations

from typing import Any

import pytest
import yaml

from actions.show import _TOPICS
from gateway.dialogue import BotMessage
from gateway.sms.render import render
from gateway.turn import Answer
from resources_index.index.needs import need_ids, need_name
from tests.conftest import ROOT

_RESPONSES: dict[str, list[dict[str, Any]]] = yaml.safe_load(
    (ROOT / "bot" / "domain" / "responses.yml").read_text("utf-8")
)["responses"]
# The longest that can stand in a blank.
_BLANKS = {"place": "San Juan Capistrano, CA 92675", "need": "Medicare", "reference": "R-4F7K"}
_PERSON = {"en": "talk to a person", "es": "hablar con una persona"}


def words(text: str) -> str:
    for name, value in _BLANKS.items():
        text = text.replace("{" + name + "}", value)
    return text


def choices_of(response: str, language: str) -> list[str]:
    """What is offered with a question, as the actions offer it (actions/show.py, actions/referral.py)."""
    topics = [need_name(need, language) for need in _TOPICS]
    if response.startswith("utter_ask_need"):
        again = response == "utter_ask_need_again"
        return [_PERSON[language], *topics[:5]] if again else topics
    if response == "utter_which_need":
        longest = sorted((need_name(need, language) for need in need_ids()), key=len)[-3:]
        return [*longest, _PERSON[language]]
    return ["San Juan Capistrano, CA 92675"] * 4 if response == "utter_which_place" else []


_QUESTIONS = [
    (name, variant["condition"][0]["value"], variant["text"])
    for name, variants in _RESPONSES.items()
    for variant in variants
    if "?" in variant["text"]
]


@pytest.mark.parametrize(("name", "language", "text"), _QUESTIONS)
def test_a_question_costs_two_segments_at_most(name: str, language: str, text: str) -> None:
    offered = tuple({"label": label, "text": label} for label in choices_of(name, language))
    answer = Answer([BotMessage(words(text), offered)], {}, language, None, {"pending": name})
    (planned,) = render(answer)
    assert planned.segments <= 2, planned.text
