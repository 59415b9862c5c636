"""The pretend phone: the same text line, and nothing ever leaves the machine."""

from __future__ import annotations

from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from gateway.sms.blocked import why_blocked
from referrals.outbox.queue import Outbox
from referrals.outbox.send import send_due
from referrals.outbox.settle import settle
from resources_index.directory import Directory
from tests.referrals.outbox_parts import Carrier
from tests.support.webhook import fields, post, said

ANN = "+19375550199"


def ask(client: FlaskClient, path: str, **body: object) -> dict[str, Any]:
    response = client.post(f"/phone/{path}", json=body)
    assert response.status_code == 200
    return dict(response.get_json())


def queue(app: Flask, words: str, kind: str = "follow_up") -> str:
    parts = app.extensions["porchlight"]
    conversation = str(parts.lines.conversation(ANN, pretend=True))
    Outbox(parts.referrals).enqueue(conversation, words, kind, key=words)
    return conversation


def test_a_text_is_answered_and_counted_as_a_carrier_counts(client: FlaskClient) -> None:
    answer = ask(client, "messages", number=ANN, text="need a ride ó")
    assert answer["sent"]["encoding"] == "UCS-2"
    assert "937-555-0142" in answer["texts"][0]["text"]
    assert answer["texts"][0]["segments"] <= 3
    assert not answer["blocked"]


def test_a_photo_can_be_tried_with_and_without_words(client: FlaskClient) -> None:
    alone = ask(client, "messages", number=ANN, text="", pictures=1)["texts"]
    assert "not pictures" in alone[0]["text"]
    both = ask(client, "messages", number=ANN, text="need a ride", pictures=1)["texts"]
    assert "not pictures" in " ".join(part["text"] for part in both)
    assert "937-555-0142" in both[0]["text"]


def test_texts_that_come_by_themselves_come_once(app: Flask, client: FlaskClient) -> None:
    ask(client, "messages", number=ANN, text="need a ride")
    queue(app, "Did help come?")
    assert [t["text"] for t in ask(client, "texts", number=ANN)["texts"]] == ["Did help come?"]
    assert ask(client, "texts", number=ANN)["texts"] == []


def test_nothing_to_a_pretend_phone_goes_to_the_carrier(app: Flask, client: FlaskClient) -> None:
    referrals, carrier = app.extensions["porchlight"].referrals, Carrier()
    ask(client, "messages", number=ANN, text="need a ride")
    queue(app, "Did help come?")
    outbox = Outbox(referrals)
    send_due(referrals, outbox, carrier)
    settle(referrals, outbox, carrier, older_s=-1)
    send_due(referrals, outbox, carrier)
    assert carrier.taken == []


def test_after_stop_it_says_that_carriers_block(app: Flask, client: FlaskClient) -> None:
    ask(client, "messages", number=ANN, text="STOP")
    queue(app, "Did help come?")
    answer = ask(client, "messages", number=ANN, text="need a ride")
    assert (answer["texts"], answer["blocked"]) == ([], True)
    assert ask(client, "texts", number=ANN)["texts"] == []


def test_a_pretend_phone_shares_nothing_with_the_real_one(client: FlaskClient) -> None:
    ask(client, "messages", number=ANN, text="STOP")
    assert said(post(client, fields("need a ride", number=ANN)))


def test_who_must_not_be_texted_first_is_not_on_a_pretend_phone_either(
    app: Flask, client: FlaskClient
) -> None:
    ask(client, "messages", number=ANN, text="need a ride")
    conversation = queue(app, "Did help come?")
    app.extensions["porchlight"].referrals.never_text_first(conversation)
    assert ask(client, "texts", number=ANN)["texts"] == []


def test_a_text_is_counted_while_it_is_written(client: FlaskClient) -> None:
    assert ask(client, "count", text="x" * 161)["segments"] == 2
    assert ask(client, "count", text="x" * 1601)["too_long"]


@pytest.mark.parametrize("body", [None, [], {"number": "1"}, {"number": ANN}, {"text": 3}, "x"])
@pytest.mark.parametrize("path", ["messages", "texts", "count"])
def test_what_is_no_text_is_refused_in_words(client: FlaskClient, path: str, body: object) -> None:
    response = client.post(f"/phone/{path}", json=body)
    assert response.status_code in (200, 422)
    assert response.status_code == 422 or (path == "texts" and body == {"number": ANN})


def test_it_answers_this_machine_only(client: FlaskClient) -> None:
    headers = {"X-Forwarded-For": "203.0.113.9"}
    assert client.get("/phone", headers=headers).status_code == 403
    assert client.get("/phone", environ_base={"REMOTE_ADDR": "203.0.113.9"}).status_code == 403


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("x" * 1601, "too long: carriers block it"),
        ("see https://bit.ly/3xyz", "a shortened link: carriers take it for spam"),
        ("see https://agency.example.org/bit.ly", None),
    ],
)
def test_the_phone_says_what_a_carrier_would_block(
    client: FlaskClient, text: str, reason: str | None
) -> None:
    assert ask(client, "count", text=text)["blocked"] == reason


def test_nothing_that_we_list_or_say_would_be_blocked(directory: Directory) -> None:
    blocked = [s.id for s in directory.services if s.url and why_blocked(s.url)]
    assert blocked == []
