"""Words that Twilio itself has answered, and machines."""

from __future__ import annotations

from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.gateway.sms.parts import ANN, EchoDialogue, make_app
from tests.support.webhook import fields, post, said


@pytest.mark.parametrize("kind", ["STOP", "HELP", "START"])
def test_what_advanced_opt_out_has_answered_is_not_answered_again(
    line: Flask, ann: FlaskClient, kind: str
) -> None:
    assert said(post(ann, fields("hola", OptOutType=kind))) == []
    state = line.extensions["porchlight"].lines.state
    assert state(line.extensions["porchlight"].lines.conversation(ANN)).opted_out == (
        kind == "STOP"
    )


def test_with_keywords_left_to_twilio_its_words_are_followed_in_silence(
    tmp_path: Path, echo: EchoDialogue
) -> None:
    line = make_app(tmp_path, echo, keywords_by_carrier=True)
    with line.test_client() as ann:
        assert said(post(ann, fields("STOP"))) == []
        assert said(post(ann, fields("need a ride"))) == []
        assert said(post(ann, fields("start"))) == []
        assert said(post(ann, fields("need a ride")))
        assert "Porchlight" in said(post(ann, fields("AYUDA")))[0]


def test_a_machine_with_a_short_code_is_not_answered(ann: FlaskClient) -> None:
    assert said(post(ann, fields("Your code is 1234", number="72345"))) == []
