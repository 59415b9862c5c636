"""A number that is somebody else's line is shown as that line, and no number stands twice in a list as if it were two offices."""

from __future__ import annotations

from typing import Any

import pytest

from gateway.dialogue import BotMessage
from gateway.plan.pdf import _facts
from gateway.replies import plain_text
from gateway.sms.render import render
from gateway.turn import Answer
from gateway.webwords import web_words
from tests.support.bot import RIDE

THROUGH: dict[str, Any] = {
    **RIDE, "organization": "Flathead County Agency on Aging", "name": "Meals with others", "phones": ["+18006771116"],
    "through": "Eldercare Locator", "call_first": True, "ask_for": "Where is the senior center?", "needs": ["meals_group", "social_connection"], "say_it": True,
}  # fmt: skip
SAME: dict[str, Any] = {**RIDE, "organization": "State office", "name": "State aging office"}


def services(*shown: dict[str, Any]) -> BotMessage:
    return BotMessage("", (), {"kind": "services", "services": list(shown), "more": False})


def texted(message: BotMessage, language: str = "en") -> str:
    return " ".join(text.text for text in render(Answer([message], {}, language)))


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "Eldercare Locator, 800-677-1116: ask for Flathead County Agency on Aging"),
        ("es", "Eldercare Locator, 800-677-1116: pida Flathead County Agency on Aging"),
    ],
)
def test_whose_line_it_is_stands_before_whom_to_ask_for(language: str, words: str) -> None:
    detail = BotMessage("", (), {"kind": "service_detail", "service": THROUGH})
    for text in (plain_text(services(THROUGH), language), plain_text(detail, language), texted(services(THROUGH), language)):  # fmt: skip
        assert words in text
        assert text.count("800-677-1116") == 1
        assert "Flathead County Agency on Aging, 800" not in text


def test_paper_and_card_say_it_too() -> None:
    words = web_words("en")
    told = " ".join(_facts(THROUGH, words))
    assert "number of Eldercare Locator" in told
    assert words["call_first"] not in told


def test_what_to_ask_for_stands_in_a_list_where_it_matters() -> None:
    assert "Say: Where is the senior center?" in plain_text(services(THROUGH), "en")
    assert "Say:" not in plain_text(services({**RIDE, "ask_for": "I need a ride."}), "en")


@pytest.mark.parametrize(("language", "words"), [("en", "same number as 1"), ("es", "el mismo número que 1")])  # fmt: skip
def test_a_number_that_stands_there_already_is_said_to_be_the_same(
    language: str, words: str
) -> None:
    lines = plain_text(services(RIDE, SAME), language).splitlines()
    assert words not in lines[0]
    assert words in lines[1]
