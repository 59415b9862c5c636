"""The desk's page of texts."""

from __future__ import annotations

import re
from datetime import UTC, datetime

import pytest
from flask import Flask
from flask.testing import FlaskClient

from referrals.outbox.queue import Outbox
from referrals.outbox.send import send_due
from referrals.outbox.sender import SendError
from referrals.staff import Staff
from tests.referrals.outbox_parts import Carrier
from tests.support.desk import two_hours_pass
from tests.support.webhook import fields, post

PASSWORD = "a long enough password"
NOON = datetime(2026, 11, 2, 17, 0, tzinfo=UTC)


def token_of(client: FlaskClient, path: str) -> str:
    found = re.search(r'name="token" value="([^"]+)"', client.get(path).get_data(as_text=True))
    assert found
    return found.group(1)


@pytest.fixture
def desk(app: Flask, client: FlaskClient) -> FlaskClient:
    """A signed-in coordinator, and one text that the carrier refused."""
    parts = app.extensions["porchlight"]
    post(client, fields("need a ride"))
    two_hours_pass(app)
    conversation = parts.lines.conversation("+19375550199")
    Outbox(parts.referrals).enqueue(conversation, "Did <b>help</b> come?", "follow_up", key="k")
    carrier = Carrier(faults=[SendError("30004", permanent=True)])
    send_due(parts.referrals, Outbox(parts.referrals), carrier, NOON)
    Staff(parts.referrals).create("ana", PASSWORD)
    fields_of_form = {"name": "ana", "password": PASSWORD, "token": token_of(client, "/desk/sign-in")}  # fmt: skip
    client.post("/desk/sign-in", data=fields_of_form)
    return client


def test_a_text_that_did_not_arrive_waits_with_its_reason_and_its_words_are_harmless(
    desk: FlaskClient,
) -> None:
    page = desk.get("/desk/texts").get_data(as_text=True)
    assert "Did &lt;b&gt;help&lt;/b&gt; come?" in page
    assert "blocked on the phone or by its carrier (30004)" in page


def test_it_can_be_sent_again(app: Flask, desk: FlaskClient) -> None:
    parts, carrier = app.extensions["porchlight"], Carrier()
    desk.post("/desk/texts/2/again", data={"token": token_of(desk, "/desk/texts")})
    assert "on its way" in desk.get("/desk/texts").get_data(as_text=True)
    send_due(parts.referrals, Outbox(parts.referrals), carrier, NOON)
    assert [body for _, _, body in carrier.taken] == ["Did <b>help</b> come?"]


def test_it_can_be_set_aside_and_then_not_sent_again(app: Flask, desk: FlaskClient) -> None:
    token = token_of(desk, "/desk/texts")
    desk.post("/desk/texts/2/done", data={"token": token})
    desk.post("/desk/texts/2/again", data={"token": token})
    assert "on its way" in desk.get("/desk/texts").get_data(as_text=True)
    assert Outbox(app.extensions["porchlight"].referrals).claim() is None


def test_a_text_that_arrived_cannot_be_sent_again(app: Flask, desk: FlaskClient) -> None:
    desk.post("/desk/texts/1/again", data={"token": token_of(desk, "/desk/texts")})
    assert Outbox(app.extensions["porchlight"].referrals).claim() is None


def test_the_page_shows_what_each_conversation_costs_without_its_number(
    app: Flask, desk: FlaskClient
) -> None:
    page = desk.get("/desk/texts").get_data(as_text=True)
    assert "1 conversation, 3 segments sent, 1 received: about $0.04" in page
    assert app.extensions["porchlight"].lines.conversation("+19375550199")[:12] in page
    assert "5550199" not in page


def test_nobody_decides_without_a_token_of_the_form(desk: FlaskClient) -> None:
    assert desk.post("/desk/texts/2/again").status_code == 403
