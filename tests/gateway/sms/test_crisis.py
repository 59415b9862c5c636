"""A cry for help by text: it waits for nothing, and reaches a person also after STOP."""

from __future__ import annotations

import re
import socket
import threading
import time
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import text as sql

from gateway.app import create_app
from gateway.safety import Safety
from gateway.sms.pool import Pool
from gateway.sms.segments import plan
from tests.conftest import make_settings
from tests.gateway.sms.parts import ANN, EchoDialogue, make_app, outbox_sends
from tests.support.webhook import fields, post, said


def test_a_bot_that_hangs_does_not_hold_up_the_words_that_a_crisis_needs(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as hanging:
        url = f"http://127.0.0.1:{hanging.getsockname()[1]}"
        line = create_app(make_settings(tmp_path, rasa_url=url, sms_wait_s=8.0))
        with line.test_client() as ann:
            began = time.monotonic()
            texts = said(post(ann, fields("i want to kill myself")))
            assert time.monotonic() - began < 6
    assert texts[0].startswith("Call or text 988")


def test_every_crisis_text_fits_two_segments() -> None:
    safety = Safety(None)
    messages = ("i want to kill myself", "quiero matarme", "chest pain cant breathe", "me duele el pecho",
                "he is hitting me right now", "mi hijo me esta pegando ahora", "i smell gas")  # fmt: skip
    for message in messages:
        verdict = safety.check(message)
        assert verdict.crisis, message
        for text in safety.texts_for(verdict, "OH"):
            assert plan(text).segments <= 2


def test_a_cry_for_help_does_not_wait_behind_a_message_that_takes_long(
    tmp_path: Path, ann: FlaskClient, echo: EchoDialogue
) -> None:
    line = make_app(tmp_path, echo, sms_wait_s=5.0)
    conversation = line.extensions["porchlight"].lines.conversation(ANN)
    with line.test_client() as phone, line.extensions["porchlight"].order.of(conversation):
        assert said(post(phone, fields("i want to kill myself")))[0].startswith("Call or text 988")
        assert said(post(phone, fields("need a ride"))) == ["One moment, I am looking."]
    assert outbox_sends(line) == ["You said: need a ride"]


def test_a_cry_for_help_does_not_wait_for_a_thread(tmp_path: Path, echo: EchoDialogue) -> None:
    line = make_app(tmp_path, echo, sms_wait_s=5.0)
    reception = line.extensions["porchlight"].reception
    reception._pool = Pool(ordinary=1)
    release = threading.Event()
    reception._pool.begin(release.wait)
    with line.test_client() as phone:
        texts = said(post(phone, fields("i want to kill myself")))
        release.set()
    assert texts[0].startswith("Call or text 988")


@pytest.mark.parametrize(
    "words", ["stop texting me. i want to kill myself", "no me escriba. quiero matarme"]
)
def test_a_cry_for_help_in_an_opt_out_is_answered_and_then_there_is_silence(
    line: Flask, ann: FlaskClient, words: str
) -> None:
    assert "988" in said(post(ann, fields(words)))[0]
    assert said(post(ann, fields("need a ride"))) == []
    with line.extensions["porchlight"].referrals.engine.connect() as connection:
        kinds = connection.execute(sql("SELECT kind, urgent FROM desk_item")).all()
    assert [(kind, bool(urgent)) for kind, urgent in kinds] == [
        ("crisis", True),
        ("wrote_after_stop", False),
    ]


@pytest.mark.parametrize(
    "words",
    [
        "stop texting me, my son hits me", "do not text me, he reads this phone", "no me manden mas mensajes, mi hijo me pega",
        "please stop texting me. my nephew took my check and won't give it back", "stop texting me. i want to kill myself",
    ],
)  # fmt: skip
def test_the_last_words_before_silence_offer_nothing_that_is_not_answered(
    line: Flask, ann: FlaskClient, words: str
) -> None:
    told = " ".join(said(post(ann, fields(words))))
    assert re.search(r"\b(911|988)\b", told)
    assert re.search("As you asked|Como lo pidi", told)
    assert not re.search("RECIPE|RECETA|BREAD|PAN|PIE|FLAN|write to me", told)


def test_pie_after_an_opt_out_reaches_the_desk_in_silence(line: Flask, ann: FlaskClient) -> None:
    post(ann, fields("my son hits me"))
    post(ann, fields("STOP"))
    assert said(post(ann, fields("pie"))) == []
    with line.extensions["porchlight"].referrals.engine.connect() as connection:
        rows = connection.execute(sql("SELECT subject, urgent FROM desk_item")).all()
    assert ("unseen", 1) in [tuple(row) for row in rows]


def test_pie_after_stop_is_food_where_nobody_told_of_abuse(line: Flask, ann: FlaskClient) -> None:
    post(ann, fields("STOP"))
    assert said(post(ann, fields("pie"))) == []
    with line.extensions["porchlight"].referrals.engine.connect() as connection:
        assert connection.execute(sql("SELECT id FROM desk_item")).all() == []


@pytest.mark.parametrize(
    ("cry", "word", "number"),
    [
        ("i want to die", "HELP", "988"), ("his face is drooping", "HELP", "911"), ("huele a gas en la casa", "AYUDA", "911"),
    ],
)  # fmt: skip
def test_help_right_after_a_cry_is_more_than_the_carriers_words(
    ann: FlaskClient, cry: str, word: str, number: str
) -> None:
    post(ann, fields(cry))
    carrier, more = said(post(ann, fields(word)))
    assert carrier.startswith("Porchlight")
    assert number in " ".join(more.split()[:12])


def test_help_after_abuse_shows_nothing_to_whoever_holds_the_phone(ann: FlaskClient) -> None:
    post(ann, fields("my son hits me"))
    (only,) = said(post(ann, fields("HELP")))
    assert only.startswith("Porchlight")


def test_who_cried_after_stop_and_came_back_is_answered_like_anybody(ann: FlaskClient) -> None:
    post(ann, fields("STOP"))
    post(ann, fields("i want to die"))
    post(ann, fields("START"))
    assert said(post(ann, fields("need a ride"))) == ["You said: need a ride"]
    assert said(post(ann, fields("i want to die")))[0].startswith("Call or text 988")


def test_a_text_that_comes_again_after_a_kill_is_heard_under_the_same_id(
    tmp_path: Path, ann: FlaskClient, line: Flask, echo: EchoDialogue
) -> None:
    parts = line.extensions["porchlight"]
    conversation = parts.lines.conversation(ANN)
    parts.reception._inbox.take_in(conversation, ["SM-left"], "i want to kill myself")
    message = parts.reception._inbox.next_of(conversation)
    parts.text_line.answer(message)
    # The worker is killed here, before the answer is written down; another takes the text up.
    again = parts.reception._inbox.next_of(conversation)
    assert again.key == message.key
    parts.text_line.answer(again)
    assert echo.ids[-1] == echo.ids[-2] == message.key
    with parts.referrals.engine.connect() as connection:
        kinds = list(connection.execute(sql("SELECT kind FROM desk_item")).scalars())
    assert kinds == ["crisis"]
