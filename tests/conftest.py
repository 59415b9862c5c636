"""Shared fixtures: a gateway with a stand-in for Rasa, and places and directory read once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from gateway.app import create_app
from gateway.settings import Settings
from gateway.turn import Turns
from resources_index.directory import Directory
from resources_index.places import Places
from tests.support.bot import OneService, ScriptedDialogue

pytest_plugins = ["tests.support.chromium"]
ROOT = Path(__file__).resolve().parent.parent
TOKEN = "0123456789abcdef0123456789abcdef"


@pytest.fixture(scope="session")
def places() -> Places:
    return Places.load(ROOT / "data" / "places")


@pytest.fixture(scope="session")
def directory() -> Directory:
    return Directory.load([ROOT / "data" / "directory"])


@pytest.fixture
def dialogue() -> ScriptedDialogue:
    return ScriptedDialogue()


def make_settings(folder: Path, **changes: object) -> Settings:
    values: dict[str, object] = {
        "data_dir": folder,
        "port": 8000,
        "public_url": "https://text.example.org",
        "rasa_url": "http://127.0.0.1:9",
        "actions_url": "http://127.0.0.1:9",
        "database_url": f"sqlite:///{folder / 'porchlight.db'}",
        "secret_key": "only for tests",
        "encoder_dir": folder / "no-encoder",
        "rate_limit": "10000 per minute",
        "conversation_limit": "10000 per minute",
        "trusted_proxies": 0,
        # Without it no test asks Twilio for anything.
        "twilio_account_sid": "",
        "twilio_auth_token": TOKEN,
        "twilio_from": "+19375550100",
        "twilio_api_base": "",
        "answer_limit_s": 5.0,
        "human_phone": "1-800-677-1116",
        "sms_wait_s": 30.0,
    }
    return Settings(**{**values, **changes})  # type: ignore[arg-type]


@pytest.fixture
def app(tmp_path: Path, dialogue: ScriptedDialogue) -> Flask:
    return create_app(make_settings(tmp_path), dialogue, OneService())  # type: ignore[arg-type]


@pytest.fixture
def client(app: Flask) -> Iterator[FlaskClient]:
    with app.test_client() as client:
        yield client


@pytest.fixture
def turns(app: Flask) -> Turns:
    found: Turns = app.extensions["porchlight"].turns
    return found
