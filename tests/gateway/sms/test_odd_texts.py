"""Texts that are no plain words: pictures, phones that answer by themselves."""

from __future__ import annotations

from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import text as sql

from tests.support.webhook import fields, post, said


def test_a_picture_with_words_is_answered_and_said_to_be_unseen(ann: FlaskClient) -> None:
    (answer,) = said(post(ann, fields("what is this letter", NumMedia="1")))
    assert answer.startswith("You said: what is this letter")
    assert answer.endswith("I can read words only, not pictures.")


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
