"""Long messages that arrive in parts."""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from flask import Flask
from flask.testing import FlaskClient

from gateway.sms.parts import join, looks_cut
from tests.gateway.sms.parts import EchoDialogue, outbox_sends
from tests.support.webhook import fields, post, said


def in_parts(line: Flask, *bodies: str) -> list[list[str]]:
    def deliver(body: str) -> list[str]:
        with line.test_client() as ann:
            return said(post(ann, fields(body)))

    with ThreadPoolExecutor(len(bodies)) as pool:
        waiting = []
        for body in bodies:
            waiting.append(pool.submit(deliver, body))
            time.sleep(0.4)
        return [one.result() for one in waiting]


@pytest.mark.parametrize(
    ("first", "second", "heard"),
    [
        ("a" * 1600, "bc", "a" * 1600 + "bc"),
        ("a" * 1519 + " word", "next word", "a" * 1519 + " word next word"),
        ("a" * 153, "bc", "a" * 153 + "bc"),
        ("ж" * 67, "да", "ж" * 67 + "да"),
        ("(1/2) my mom needs", "(2/2) a ride", "my mom needs a ride"),
        ("(2/2) a ride", "(1/2) my mom needs", "my mom needs a ride"),
        ("a ride [2 of 2]", "my mom needs [1 of 2]", "my mom needs a ride"),
    ],
)
def test_a_message_in_two_parts_is_heard_as_one_and_answered_once(
    line: Flask, ann: FlaskClient, echo: EchoDialogue, first: str, second: str, heard: str
) -> None:
    first_answer, second_answer = in_parts(line, first, second)
    assert echo.heard[-1] == heard
    assert first_answer == []
    assert len(second_answer) == 1


def test_stop_after_a_long_message_is_never_made_a_part_of_it(
    line: Flask, ann: FlaskClient, echo: EchoDialogue
) -> None:
    _, second = in_parts(line, "a" * 1600, "STOP")
    assert "no more texts" in "".join(second)


def test_a_long_message_that_came_alone_is_answered_after_a_short_wait(hasty: Flask) -> None:
    assert said(post(hasty.test_client(), fields("b" * 1550))) == ["One moment, I am looking."]
    (answer,) = outbox_sends(hasty)
    assert "bbb" in answer


@pytest.mark.parametrize(
    "text",
    [
        "need a ride",
        "a" * 152,
        "a" * 154,
        "a" * 1499,
        "(3/2) end",
        "(1/1) end",
        "born (4/1/40)",
        "1/2 cup of rice",
        "",
    ],
)
def test_an_ordinary_message_is_never_held_back(text: str) -> None:
    assert not looks_cut(text)


def test_waiting_for_parts_ends() -> None:
    assert looks_cut("a" * 1600, 5)
    assert not looks_cut("a" * 1600, 6)
    assert not looks_cut("(2/3) b", 3)
    assert join(["(1/2) rides ", "(2/2) today"]) == "rides today"
    assert join(["(3/3) c", "(1/3) a", "(2/3) b"]) == "a b c"
    assert join(["alone"]) == "alone"
