"""What the text line writes down: consent, the time zone, items for the desk."""

from __future__ import annotations

from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import text as sql

from tests.gateway.sms.parts import ANN
from tests.support.webhook import fields, post


def test_the_place_of_the_conversation_gives_its_time_zone(line: Flask, ann: FlaskClient) -> None:
    with line.extensions["porchlight"].referrals.engine.connect() as connection:
        zones = connection.execute(sql("SELECT timezone FROM phone_line")).scalars()
        assert list(zones) == ["America/New_York"]


def test_agreeing_to_be_texted_is_written_down_with_time_and_wording(
    line: Flask, ann: FlaskClient
) -> None:
    post(ann, fields("please quit texting me"))
    post(ann, fields("START"))
    with line.extensions["porchlight"].referrals.engine.connect() as connection:
        rows = connection.execute(
            sql("SELECT agreed, how, wording, at FROM text_consent ORDER BY id")
        ).all()
    assert [(int(agreed), how) for agreed, how, _, _ in rows] == [
        (1, "first_text"), (1, "told_terms"), (0, "plain_words"), (1, "start_word"),
    ]  # fmt: skip
    assert all(wording and at for _, _, wording, at in rows)
    assert "STOP ends texts" in rows[1].wording


def test_an_opt_out_with_an_open_referral_is_an_item_for_the_desk(
    line: Flask, ann: FlaskClient
) -> None:
    parts = line.extensions["porchlight"]
    consent = {"wording": "I share", "wording_version": "1", "scope": "agency"}
    parts.referrals.request(parts.lines.conversation(ANN), "sms", {"needs": ["meals"]}, consent)
    post(ann, fields("STOP"))
    post(ann, fields("STOP"))
    with parts.referrals.engine.connect() as connection:
        kinds = connection.execute(sql("SELECT kind FROM desk_item")).scalars()
        assert list(kinds) == ["opted_out"]
