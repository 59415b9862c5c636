"""Texts that are no plain words: pictures, phones that answer by themselves."""

from __future__ import annotations

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import text as sql

from tests.support.webhook import fields, post, said


def test_a_picture_with_words_is_answered_and_said_to_be_unseen(ann: FlaskClient) -> None:
    (answer,) = said(post(ann, fields("what is this letter", NumMedia="1")))
    assert answer.startswith("You said: what is this letter")
    assert answer.endswith("I can read words only, not pictures or sound.")


def test_two_machines_do_not_text_each_other_for_ever_and_a_crisis_is_heard_all_the_same(
    line: Flask, ann: FlaskClient
) -> None:
    answers = [said(post(ann, fields("I am driving, will text later."))) for _ in range(45)]
    assert answers[:35].count([]) == 0
    assert answers[-5:] == [[]] * 5
    assert said(post(ann, fields("i want to kill myself")))
    assert "no more texts" in said(post(ann, fields("STOP")))[0]
    with line.extensions["porchlight"].referrals.engine.connect() as connection:
        kinds = list(connection.execute(sql("SELECT kind FROM desk_item")).scalars())
    assert kinds.count("too_many_texts") == 1


@pytest.mark.parametrize(
    "body",
    ["my name is Ann\x00\x0b\x1b", "Ann\ufffe\uffff", "שלום אני צריך עזרה", "مرحبا أحتاج مساعدة", "\u202eneed a ride\u202c", "🙂🙂🙂", "👍🏽", "é" * 1600],
)  # fmt: skip
def test_what_is_repeated_to_a_person_is_always_a_response_that_twilio_can_read(
    ann: FlaskClient, body: str
) -> None:
    answers = said(post(ann, fields(body)))
    assert answers[0].startswith("You said: ")


def test_half_an_emoji_from_the_pretend_phone_is_answered(ann: FlaskClient) -> None:
    half = {"number": "+19375550142", "text": "hi \ud83d"}
    assert ann.post("/phone/messages", json=half).get_json()["texts"]
    assert ann.post("/phone/count", json=half).get_json()["segments"] == 1
