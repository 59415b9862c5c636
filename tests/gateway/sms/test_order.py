"""One person's messages one after another; of several deliveries of one message one is answered."""

from __future__ import annotations

import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import text as sql

from tests.gateway.sms.parts import EchoDialogue, make_app
from tests.support.webhook import fields, post, said


def test_three_messages_at_once_are_answered_each_once_and_in_their_order(
    line: Flask, echo: EchoDialogue
) -> None:
    echo.pause_s = 0.5
    numbers = [f"message {n}" for n in range(3)]

    def deliver(body: str) -> list[str]:
        with line.test_client() as ann:
            return said(post(ann, fields(body)))

    with ThreadPoolExecutor(3) as pool:
        waiting = []
        for body in numbers:
            waiting.append(pool.submit(deliver, body))
            time.sleep(0.3)
        answers = [one.result() for one in waiting]
    assert echo.heard == numbers
    assert all(f"You said: {n}" in "".join(a) for n, a in zip(numbers, answers, strict=True))


def test_messages_of_different_people_do_not_wait_for_each_other(
    line: Flask, echo: EchoDialogue
) -> None:
    echo.pause_s = 2.0
    began = time.monotonic()
    barrier = threading.Barrier(4)

    def deliver(number: int) -> list[str]:
        barrier.wait()
        with line.test_client() as ann:
            return said(post(ann, fields("hi", number=f"+1937555010{number}")))

    with ThreadPoolExecutor(4) as pool:
        assert all(pool.map(deliver, range(4)))
    assert time.monotonic() - began < 7


def test_two_copies_at_the_same_moment_at_two_workers_are_answered_once(
    tmp_path: Path, echo: EchoDialogue
) -> None:
    workers = [make_app(tmp_path, echo, sms_wait_s=30.0) for _ in range(2)]
    for round_number in range(15):
        form = fields(f"message {round_number}", number=f"+1937555{round_number:04d}")
        barrier = threading.Barrier(4)

        def deliver(
            line: Flask, form: dict[str, str] = form, barrier: threading.Barrier = barrier
        ) -> list[str]:
            with line.test_client() as ann:
                barrier.wait()
                return said(post(ann, form))

        with ThreadPoolExecutor(4) as pool:
            answers = list(pool.map(deliver, workers * 2))
        assert sum(bool(answer) for answer in answers) == 1
    assert len(echo.heard) == 15


def test_twilios_token_alone_tells_that_a_message_comes_again(
    ann: FlaskClient, echo: EchoDialogue
) -> None:
    header = {"I-Twilio-Idempotency-Token": "a-token"}
    assert said(post(ann, fields("need a ride"), **header))
    assert said(post(ann, fields("need a ride"), **header)) == []
    assert echo.heard.count("need a ride") == 1


def test_a_text_that_is_delivered_twice_is_paid_for_once(line: Flask, ann: FlaskClient) -> None:
    form = fields("a" * 200)
    for _ in range(3):
        post(ann, form)
    with line.extensions["porchlight"].referrals.engine.connect() as connection:
        received = connection.execute(sql("SELECT segments_received FROM phone_line")).scalar()
    assert received == 3  # "hello" before, and two segments
