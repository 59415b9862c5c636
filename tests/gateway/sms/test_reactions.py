"""A thumb up or a heart on one of our texts, as phones write it out."""

from __future__ import annotations

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import text as sql

from gateway.sms.reactions import reacted_to
from tests.support.bot import ScriptedDialogue
from tests.support.webhook import fields, post, said

_CRISIS = "Call or text 988. i want to kill myself"


@pytest.mark.parametrize(
    "text",
    [
        "Liked “Rides near Dayton”",
        'Loved "Rides near Dayton"',
        "Disliked “Rides near Dayton”",
        "Laughed at “Rides near Dayton”",
        "Emphasized “Rides near Dayton”",
        "Questioned “Rides near Dayton”",
        "Removed a like from “Rides near Dayton”",
        "Removed an exclamation from “Rides near Dayton”",
        "Removed a question mark from “Rides near Dayton”",
        "Reacted 😀 to “Rides near Dayton”",
        "Removed 😀 from “Rides near Dayton”",
        "\u200a👍\u200b to “\u200aRides near Dayton\u200a” ",
        "❤️ to “Rides near Dayton”",
        "👍 a “Rides near Dayton”",
        "Le gustó “Rides near Dayton”",
        "Le encantó «Rides near Dayton»",
        "Se rió de “Rides near Dayton”",
        "Reaccionó con 🙏 a “Rides near Dayton”",
    ],
)
def test_a_reaction_is_known_with_the_words_it_quotes(text: str) -> None:
    assert (reacted_to(text) or "").strip() == "Rides near Dayton"


@pytest.mark.parametrize("text", ["Liked an image", "Loved a photo", "Le gustó una foto"])
def test_a_reaction_to_a_picture_quotes_nothing(text: str) -> None:
    assert reacted_to(text) == ""


@pytest.mark.parametrize(
    "text",
    [
        "👍",
        "I liked the soup kitchen",
        "liked",
        "Loved the ride, thank you",
        'they said "no more"',
        'Liked "it" but i want to kill myself',
        "Questioned by the police",
        "le gusta la comida",
        "need a ride to “Kettering hospital”",
        "thank you to “Ann”",
    ],
)
def test_words_of_a_person_are_no_reaction(text: str) -> None:
    assert reacted_to(text) is None


@pytest.mark.parametrize(
    "quoted", [_CRISIS, "STOP", "To end all texts from me, send STOP.", "need a ride 45402"]
)
def test_our_own_words_that_somebody_liked_lead_to_nothing(
    app: Flask, client: FlaskClient, dialogue: ScriptedDialogue, quoted: str
) -> None:
    assert said(post(client, fields(f"Liked “{quoted}”"))) == []
    assert dialogue.heard == []
    with app.extensions["porchlight"].referrals.engine.connect() as connection:
        assert list(connection.execute(sql("SELECT kind FROM desk_item")).scalars()) == []
    assert said(post(client, fields("need a ride")))


def test_a_thumb_up_on_a_question_is_asked_for_in_words(client: FlaskClient) -> None:
    for quoted in ("Did help come? Reply 1 got help", "¿Llegó la ayuda?"):
        (text,) = said(post(client, fields(f"Loved “{quoted}”")))
        assert "few words" in text


def test_after_stop_a_reaction_gets_nothing(client: FlaskClient) -> None:
    post(client, fields("STOP"))
    assert said(post(client, fields("Liked “Did help come?”"))) == []
