"""After STOP: nothing is sent, HELP is answered, a need reaches the desk, and plain words bring a person back."""

from __future__ import annotations

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import text as sql

from gateway.sms.keywords import is_help, is_start
from gateway.sms.segments import plan
from gateway.wording import say
from tests.support.webhook import fields, post, said

_BACK = (
    "start|START please|Unstop me|yes|Yes please|please start texting me again|I want to get texts again|text me again|"
    "resume texts|opt me back in|sign me up again|put me back on the list|Sorry, start|that was a mistake, start|"
    "turn the texts back on|I didn't mean to stop|START -Betty|empezar|vuelvan a mandarme mensajes|sí|si por favor|"
    "mándenme mensajes otra vez|quiero recibir mensajes otra vez|fue un error, start"
).split("|")
_NOT_BACK = (
    "start my meals|yes I need a ride|need a ride|I need help|how do I start medicare|text my daughter|"
    "si necesito comida|quiero comida|my car wont start|hello|thank you|ok|call me|come back to the clinic on tuesday"
).split("|")


def items(line: Flask) -> list[str]:
    with line.extensions["porchlight"].referrals.engine.connect() as connection:
        return list(connection.execute(sql("SELECT kind FROM desk_item ORDER BY id")).scalars())


@pytest.mark.parametrize("words", _BACK)
def test_plain_words_bring_back_whoever_has_opted_out_and_nobody_else(words: str) -> None:
    assert is_start(words, opted_out=True)
    assert is_start(words, opted_out=False) == (words == "start")


@pytest.mark.parametrize("words", _NOT_BACK)
def test_a_need_or_a_courtesy_brings_nobody_back(words: str) -> None:
    assert not is_start(words, opted_out=True)


def test_texts_go_on_after_coming_back_in_plain_words(ann: FlaskClient) -> None:
    post(ann, fields("please quit texting me"))
    assert said(post(ann, fields("need a ride"))) == []
    assert said(post(ann, fields("please start texting me again")))[0].startswith("Welcome back")
    assert said(post(ann, fields("need a ride"))) == ["You said: need a ride"]


def test_a_need_told_after_stop_reaches_the_desk_once_without_private_numbers(
    line: Flask, ann: FlaskClient
) -> None:
    post(ann, fields("STOP"))
    post(ann, fields("thanks"))
    assert items(line) == []
    assert said(post(ann, fields("i need a ride my card is 4111 1111 1111 1111"))) == []
    post(ann, fields("are you there, i need a ride"))
    assert items(line) == ["wrote_after_stop"]
    referrals = line.extensions["porchlight"].referrals
    with referrals.engine.connect() as connection:
        (detail,) = connection.execute(sql("SELECT detail_cipher FROM desk_item")).scalars()
    assert "ride" in referrals.vault.unlock(detail)
    assert "4111" not in referrals.vault.unlock(detail)


def test_who_says_stop_again_is_no_news_for_the_desk(line: Flask, ann: FlaskClient) -> None:
    post(ann, fields("STOP"))
    post(ann, fields("please stop texting me right now"))
    assert items(line) == []


@pytest.mark.parametrize(("word", "language"), [("HELP", "en"), ("info", "en"), ("AYUDA", "es")])
def test_help_is_answered_after_stop_in_one_segment(
    ann: FlaskClient, word: str, language: str
) -> None:
    post(ann, fields("STOP"))
    (text,) = said(post(ann, fields(word)))
    assert text == say("help_stopped", language, phone="1-800-677-1116")
    assert plan(text).segments == 1
    assert "START" in text


@pytest.mark.parametrize("words", ["HELP", "info.", "Reply HELP", '"AYUDA"', "conteste AYUDA"])
def test_help_counts_as_people_copy_it(words: str) -> None:
    assert is_help(words)


@pytest.mark.parametrize(
    "words", ["send help", "please help", "help me", "mande ayuda", "i need help", "need info", "help with rent", ""]
)  # fmt: skip
def test_a_cry_for_help_is_not_the_word_help(words: str) -> None:
    assert not is_help(words)
