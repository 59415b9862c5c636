"""What was checked long ago is never shown as if it were fresh, whatever the channel."""

from __future__ import annotations

from typing import Any

import pytest

from gateway.answer import Answer
from gateway.dialogue import BotMessage
from gateway.plan.pdf import _facts
from gateway.replies import plain_text
from gateway.sms.render import render
from gateway.webwords import web_words
from tests.support.bot import RIDE

OLD: dict[str, Any] = {**RIDE, "call_first": True, "assured_date": "2019-05-01"}


def services(service: dict[str, Any]) -> BotMessage:
    return BotMessage("", (), {"kind": "services", "services": [service], "more": False})


def detail(service: dict[str, Any]) -> BotMessage:
    return BotMessage("", (), {"kind": "service_detail", "service": service})


def texted(message: BotMessage, language: str) -> str:
    return " ".join(text.text for text in render(Answer([message], {}, language)))


@pytest.mark.parametrize(
    ("language", "words"), [("en", "Call first to check"), ("es", "Llame antes para confirmar")]
)
def test_plain_answers_say_that_an_old_number_must_be_confirmed(language: str, words: str) -> None:
    for message in (services, detail):
        assert words in plain_text(message(OLD), language)
        assert words not in plain_text(message(RIDE), language)


@pytest.mark.parametrize(("language", "words"), [("en", "older listing"), ("es", "dato antiguo")])
def test_a_text_message_marks_an_old_listing(language: str, words: str) -> None:
    assert f"937-555-0142 ({words})" in texted(services(OLD), language)
    assert words not in texted(services(RIDE), language)


def test_a_printed_plan_says_it_too() -> None:
    words = web_words("en")
    assert words["call_first"] in _facts(OLD, words)
    assert words["call_first"] not in _facts(RIDE, words)
