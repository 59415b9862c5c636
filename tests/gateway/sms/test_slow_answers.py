"""Answers that take long: 'one moment' in time, and the answer afterwards, in its order."""

from __future__ import annotations

import time

from flask import Flask
from sqlalchemy.orm import Session

from referrals.outbox.consent import ConsentChange, write_consent
from referrals.outbox.queue import utc_now
from tests.gateway.sms.parts import ANN, EchoDialogue, outbox_sends
from tests.support.webhook import fields, post, said


def test_a_slow_answer_says_one_moment_in_time_and_follows_once(
    hasty: Flask, echo: EchoDialogue
) -> None:
    echo.pause_s = 4.0
    assert said(post(hasty.test_client(), fields("need a ride"))) == ["One moment, I am looking."]
    assert "need a ride" not in echo.heard
    assert outbox_sends(hasty) == ["You said: need a ride"]
    assert outbox_sends(hasty, 0.3) == []


def test_the_same_slow_message_delivered_again_says_nothing_twice(
    hasty: Flask, echo: EchoDialogue
) -> None:
    echo.pause_s = 6.0
    form = fields("need a ride")
    said(post(hasty.test_client(), form))
    assert said(post(hasty.test_client(), form)) == []
    assert outbox_sends(hasty) == ["You said: need a ride"]
    assert echo.heard.count("need a ride") == 1


def test_nobody_who_opted_out_is_told_one_moment(hasty: Flask) -> None:
    ann = hasty.test_client()
    conversation = hasty.extensions["porchlight"].lines.conversation(ANN)
    with Session(hasty.extensions["porchlight"].referrals.engine) as session, session.begin():
        write_consent(
            session, conversation, ConsentChange(False, "stop_word", "no more"), utc_now()
        )
    with hasty.extensions["porchlight"].order.of(conversation):
        assert said(post(ann, fields("need a ride"))) == []


def test_a_late_answer_goes_out_before_the_answer_to_what_was_said_after_it(
    hasty: Flask, echo: EchoDialogue
) -> None:
    echo.pause_s = 2.0
    ann = hasty.test_client()
    assert said(post(ann, fields("first"))) == ["One moment, I am looking."]
    deadline = time.monotonic() + 10
    while "first" not in echo.heard and time.monotonic() < deadline:
        time.sleep(0.05)
    echo.pause_s = 0.0
    assert said(post(ann, fields("second"))) == ["You said: first", "You said: second"]
    assert outbox_sends(hasty, 0.3) == []


def test_what_a_crisis_needs_goes_out_before_a_late_answer(
    hasty: Flask, echo: EchoDialogue
) -> None:
    echo.pause_s = 2.0
    ann = hasty.test_client()
    said(post(ann, fields("first")))
    deadline = time.monotonic() + 10
    while "first" not in echo.heard and time.monotonic() < deadline:
        time.sleep(0.05)
    echo.pause_s = 0.0
    texts = said(post(ann, fields("i want to kill myself")))
    assert texts[0].startswith("Call or text 988")
    assert "You said: first" not in texts
    assert outbox_sends(hasty) == ["You said: first"]
