"""Workers that die or are told to stop, and what they leave behind."""

from __future__ import annotations

from pathlib import Path

from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import text as sql

from tests.gateway.sms.parts import ANN, EchoDialogue, make_app, outbox_sends
from tests.support.webhook import fields, post, said


def test_what_one_worker_has_taken_in_another_answers(
    tmp_path: Path, line: Flask, ann: FlaskClient, echo: EchoDialogue
) -> None:
    parts = line.extensions["porchlight"]
    conversation = parts.lines.conversation(ANN)
    inbox = parts.reception._inbox
    message_id = inbox.take_in(conversation, ["SM-left"], "need a ride")
    # The first worker is killed here. A second one looks for what is left over.
    assert parts.reception.take_up_left_over() == 0
    with parts.referrals.engine.begin() as connection:
        connection.execute(sql("UPDATE inbound_text SET at = '2026-01-01 00:00:00.000000'"))
    other = make_app(tmp_path, echo).extensions["porchlight"].reception
    assert other.take_up_left_over() == 1
    assert outbox_sends(line) == ["You said: need a ride"]
    assert inbox.collect(message_id) == []


def test_a_message_being_answered_is_not_left_over(line: Flask, ann: FlaskClient) -> None:
    parts = line.extensions["porchlight"]
    conversation = parts.lines.conversation(ANN)
    parts.reception._inbox.take_in(conversation, ["SM-busy"], "need a ride")
    with parts.referrals.engine.begin() as connection:
        connection.execute(sql("UPDATE inbound_text SET at = '2026-01-01 00:00:00.000000'"))
    with parts.order.of(conversation):
        assert parts.reception.take_up_left_over() == 0


def test_a_fault_in_one_message_gives_the_fixed_fall_back(
    ann: FlaskClient, echo: EchoDialogue
) -> None:
    echo.broken = True
    (answer,) = said(post(ann, fields("need a ride")))
    assert "1-800-677-1116" in answer


def test_a_message_that_kills_its_workers_is_given_up_at_last(
    line: Flask, ann: FlaskClient, echo: EchoDialogue
) -> None:
    inbox = line.extensions["porchlight"].reception._inbox
    conversation = line.extensions["porchlight"].lines.conversation(ANN)
    inbox.take_in(conversation, ["SM-deadly"], "deadly")
    for _ in range(20):
        inbox.next_of(conversation)
    assert said(post(ann, fields("deadly", "SM-deadly")))[0].startswith("Sorry, part of me")
    assert "deadly" not in echo.heard


def test_a_worker_that_stops_finishes_the_text_in_hand(tmp_path: Path, echo: EchoDialogue) -> None:
    echo.pause_s = 1.0
    line = make_app(tmp_path, echo, sms_wait_s=0.2)
    said(post(line.test_client(), fields("need a ride")))
    line.extensions["porchlight"].reception.stop()
    assert echo.heard == ["need a ride"]
    assert outbox_sends(line, 0.3)[0].startswith("You said: need a ride")


def test_a_text_that_comes_in_as_its_worker_stops_is_left_to_the_next(
    tmp_path: Path, echo: EchoDialogue
) -> None:
    stopping, next_one = make_app(tmp_path, echo, sms_wait_s=0.5), make_app(tmp_path, echo)
    stopping.extensions["porchlight"].reception.stop()
    texts = said(post(stopping.test_client(), fields("need a ride")))
    assert texts == ["One moment, I am looking."]
    with stopping.extensions["porchlight"].referrals.engine.begin() as connection:
        connection.execute(sql("UPDATE inbound_text SET at = '2026-01-01 00:00:00.000000'"))
    assert next_one.extensions["porchlight"].reception.take_up_left_over() == 1
    assert outbox_sends(next_one)[0].startswith("You said: need a ride")


def test_what_is_written_to_a_coordinator_is_noted_once(line: Flask, ann: FlaskClient) -> None:
    parts = line.extensions["porchlight"]
    conversation = parts.lines.conversation(ANN)
    parts.referrals.hand_over(conversation, "live", "ana")
    parts.reception._inbox.take_in(conversation, ["SM-left"], "thank you")
    message = parts.reception._inbox.next_of(conversation)
    for _ in range(2):
        parts.text_line.answer(message)
    assert [m["text"] for m in parts.referrals.messages_since(conversation, 0)] == ["thank you"]
