"""Whatever the bot asks costs two segments at most, in both languages, with all that can be chosen."""

from __future__ import annotations

import re
from typing import Any

import pytest
import yaml

from actions.consent.wording import consent_for
from actions.show import _TOPICS
from gateway.answer import Answer
from gateway.dialogue import BotMessage
from gateway.safety.texts import fixed_texts
from gateway.sms.render import render
from gateway.sms.segments import plan
from referrals.outbox.follow_ups import RESTED, question
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
    """What is offered with a question, as the actions offer it (actions/show.py, actions/desk/referral.py)."""
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


@pytest.mark.parametrize("language", ["en", "es"])
def test_a_question_with_a_name_that_costs_more_comes_in_texts_of_two_segments(
    language: str,
) -> None:
    told = {
        "name": "Guadalupe Hernández", "number": "this phone", "good_time": "mornings before 11 or after 3",
        "note": "uses a walker, hard of hearing, please ring twice",
    }  # fmt: skip
    asked = BotMessage(consent_for(told, "help at home and rides", language).wording)
    texts = render(Answer([asked], {}, language, None, {"pending": "referral_consent"}))
    assert [text.segments <= 2 for text in texts] == [True, True]
    assert "Hernández" in " ".join(text.text for text in texts)


_FILLED = {
    **_BLANKS, "privacy": "https://porchlight.example-county.gov/privacy", "phone": "1-800-677-1116", "numbers": "1, 2 or 3",
    "words": "I need help with my electric bill", "url": "https://a.example.org/x", "name": "Area Agency on Aging",
    "date": "Nov 3, 2026", "aps": "1-855-444-3911", "line": "Eldercare Locator, 800-677-1116", "row": "1",
}  # fmt: skip


@pytest.mark.parametrize("language", ["en", "es"])
def test_every_fixed_text_costs_two_segments_at_most_without_a_foreign_letter(
    language: str,
) -> None:
    texts = {
        **fixed_texts(language),
        **yaml.safe_load((ROOT / "data" / "wording" / f"{language}.yml").read_text("utf-8")),
        "follow-up": question("R-4F7K", language),
        "rested": RESTED[language],
    }
    for name, text in texts.items():
        planned = plan(re.sub(r"\{(\w+)\}", lambda blank: _FILLED[blank[1]], text))
        assert (planned.segments <= 2, planned.encoding) == (True, "GSM-7"), name


@pytest.mark.parametrize("language", ["en", "es"])
def test_whatever_the_bot_says_by_itself_costs_three_segments_at_most(language: str) -> None:
    said = [
        variant["text"]
        for variants in _RESPONSES.values()
        for variant in variants
        if variant["condition"][0]["value"] == language
    ]
    assert len(said) > 40
    assert [text for text in said if plan(words(text)).segments > 3] == []
