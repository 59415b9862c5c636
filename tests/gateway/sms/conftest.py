"""The text line with a bot that repeats what it hears, and Ann's phone, which knows already who we are."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.gateway.sms.parts import EchoDialogue, make_app
from tests.support.webhook import fields, post


@pytest.fixture
def echo() -> EchoDialogue:
    return EchoDialogue()


@pytest.fixture
def line(tmp_path: Path, echo: EchoDialogue) -> Flask:
    return make_app(tmp_path, echo)


@pytest.fixture
def ann(line: Flask) -> Iterator[FlaskClient]:
    with line.test_client() as client:
        # Who we are was said before.
        post(client, fields("hello"))
        yield client


@pytest.fixture
def hasty(tmp_path: Path, line: Flask, ann: FlaskClient, echo: EchoDialogue) -> Flask:
    """The same text line in a worker that waits for an answer for a second only."""
    return make_app(tmp_path, echo, sms_wait_s=1.0)
