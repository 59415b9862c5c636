"""Rasa, the actions and the index are not there: a cry for help is answered all the same, over both channels."""

from __future__ import annotations

from pathlib import Path

import pytest
from flask import Flask
from twilio.request_validator import RequestValidator

from gateway.app import create_app
from tests.conftest import TOKEN, make_settings

URL = "https://text.example.org/sms"


@pytest.fixture
def alone(tmp_path: Path) -> Flask:
    """The gateway with its real client for Rasa, where nothing listens, and an empty DATA_DIR."""
    return create_app(make_settings(tmp_path))


CRIES = [
    ("i want to kill myself", "988"),
    ("mi mamá se cayó y no se puede levantar", "911"),
    ("he has a knife and wont let me leave", "1-800-799-7233"),
    ("my husband with dementia walked out and its dark", "who is missing"),
    ("the irs says pay with gift cards or go to jail", "1-877-908-3360"),
]


@pytest.mark.parametrize(("words", "told"), CRIES)
def test_alone_the_web_is_answered(alone: Flask, words: str, told: str) -> None:
    body = {"conversation": "abcdefgh-1", "text": words}
    answer = alone.test_client().post("/api/v1/messages", json=body).get_json()
    assert told in " ".join(reply["text"] for reply in answer["replies"])


@pytest.mark.parametrize(("words", "told"), CRIES)
def test_alone_a_text_is_answered(alone: Flask, words: str, told: str) -> None:
    fields = {
        "MessageSid": "SM1", "From": "+19375550199", "To": "+19375550100", "Body": words, "NumMedia": "0",
    }  # fmt: skip
    signature = RequestValidator(TOKEN).compute_signature(URL, fields)
    headers = {"X-Twilio-Signature": signature}
    assert told in alone.test_client().post("/sms", data=fields, headers=headers).text
