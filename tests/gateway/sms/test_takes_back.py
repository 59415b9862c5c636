"""Taking a request back is no opting out, and opting out is no taking back."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient

from gateway.sms.keywords import is_stop
from gateway.wording import say
from referrals.takes_back import takes_back
from tests.support.webhook import fields, post, said


@pytest.mark.parametrize(
    "text",
    [
        "i dont want it no more, cancel", "no quiero ya, cancela",
        "i dont want it no more cancel", "ya no quiero, cancelen",
        "cancel please", "cancelen por favor",
        "please cancel it", "cancélelo por favor",
        "cancel my request", "cancelar la solicitud",
        "I changed my mind, cancel", "cambié de idea, cancele",
        "no thanks cancel everything", "no gracias, cancele todo",
        "I don't need the call anymore", "ya no necesito la llamada",
        "i dont want nobody to call me no more", "no, ya no quiero que me llamen",
        "I no longer want the call", "ya no quiero la llamada",
        "take it back please", "retiro mi solicitud",
        "stop the request", "paren la solicitud",
        "never mind, cancel it", "mejor no, cancele todo",
    ],
)  # fmt: skip
def test_words_that_take_a_request_back_end_no_texts(text: str) -> None:
    assert takes_back(text)
    assert not is_stop(text)


@pytest.mark.parametrize(
    "text",
    [
        "STOP", "cancel", "Cancel.", "stop texting me", "cancel these texts", "quítenme de la lista", "stop it please",
        "ya no quiero mensajes", "no me manden mas mensajes", "take me off your list and cancel",
    ],
)  # fmt: skip
def test_a_carriers_word_and_words_about_texts_end_them(text: str) -> None:
    assert is_stop(text)
    assert not takes_back(text)


@pytest.mark.parametrize(
    "text",
    [
        "cancel my appointment", "they will cancel my lights", "cancel that, wrong zip. its 45402", "i want to cancel my medicare plan",
        "cancelaron mi seguro", "i dont want rides", "no quiero transporte", "I dont want to go to a home", "i dont need a car", "no lo entiendo",
    ],
)  # fmt: skip
def test_other_ends_are_neither(text: str) -> None:
    assert not takes_back(text)
    assert not is_stop(text)


@pytest.mark.parametrize("text", ["i dont want it no more, cancel", "no quiero ya, cancela"])
def test_it_reaches_the_bot_is_told_how_texts_end_and_the_next_text_is_answered(
    ann: FlaskClient, text: str
) -> None:
    (answer,) = said(post(ann, fields(text)))
    assert answer.startswith(f"You said: {text}")
    assert say("how_to_stop", "en") in answer
    assert said(post(ann, fields("hello"))) == ["You said: hello"]
    assert said(post(ann, fields("CANCEL"))) == [say("stopped", "en")]
    assert said(post(ann, fields("hello"))) == []
