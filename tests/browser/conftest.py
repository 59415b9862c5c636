"""A gateway behind a stand-in for Rasa, and a Chromium to look at it with."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from flask import Flask
from playwright.sync_api import Browser, Page
from werkzeug.serving import WSGIRequestHandler, make_server

from gateway.app import create_app
from gateway.dialogue import BotMessage
from tests.conftest import make_settings
from tests.support.bot import RIDE, OneService, ScriptedDialogue, services_message

CHOICES = BotMessage(
    "Which is closest?", ({"label": "rides", "text": "rides"}, {"label": "meals", "text": "meals"})
)


class Quiet(WSGIRequestHandler):
    """As werkzeug's, without a line for each request."""

    def log_request(self, *_args: object) -> None:
        """Nothing."""


@pytest.fixture(scope="module")
def dialogue() -> ScriptedDialogue:
    return ScriptedDialogue(messages=[services_message(RIDE, more=False), CHOICES])


@pytest.fixture(scope="module")
def gateway(tmp_path_factory: pytest.TempPathFactory, dialogue: ScriptedDialogue) -> Flask:
    return create_app(make_settings(tmp_path_factory.mktemp("web")), dialogue, OneService())  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def url(gateway: Flask) -> Iterator[str]:
    server = make_server("127.0.0.1", 0, gateway, threaded=True, request_handler=Quiet)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 360, "height": 740})
    page = context.new_page()
    page.set_default_timeout(15_000)
    yield page
    context.close()
