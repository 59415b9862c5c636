from __future__ import annotations

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.support.desk import account, ask, sign_in


@pytest.fixture
def reference(app: Flask) -> str:
    return ask(app)


@pytest.fixture
def ana(app: Flask, client: FlaskClient) -> FlaskClient:
    """A coordinator who is signed in."""
    account(app, "ana")
    assert sign_in(client).status_code == 302
    return client
