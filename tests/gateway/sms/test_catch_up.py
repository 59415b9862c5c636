"""Texts that came while we were down and that Twilio no longer delivers."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import text as sql

from gateway.sms.carrier import TwilioCarrier, twilio_client
from gateway.sms.catch_up import CatchUp
from tests.support.bot import ScriptedDialogue
from tests.support.twilio import ACCOUNT, OURS, TOKEN, Taken, Twilio, running_twilio
from tests.support.webhook import fields, new_sid, post, said

ANN = "+19375550199"


@pytest.fixture
def twilio() -> Iterator[Twilio]:
    with running_twilio() as standing_in:
        yield standing_in


def came(twilio: Twilio, body: str, minutes_ago: float, sid: str = "", number: str = ANN) -> str:
    made = datetime.now(UTC) - timedelta(minutes=minutes_ago)
    text = Taken(sid or new_sid(), OURS, number, body, "", made)
    twilio.received.append(text)
    return text.sid


def catch_up(app: Flask, twilio: Twilio, token: str = TOKEN) -> int:
    parts = app.extensions["porchlight"]
    carrier = TwilioCarrier(twilio_client(ACCOUNT, token, twilio.base), OURS, "https://x.org")
    return CatchUp(carrier, parts.lines, parts.reception._inbox, parts.referrals).run()


def items(app: Flask) -> list[str]:
    with app.extensions["porchlight"].referrals.engine.connect() as connection:
        return list(connection.execute(sql("SELECT kind FROM desk_item")).scalars())


def test_a_text_that_never_reached_us_is_answered(
    app: Flask, twilio: Twilio, dialogue: ScriptedDialogue
) -> None:
    came(twilio, "need a ride 45402", 10)
    assert catch_up(app, twilio) == 1
    assert catch_up(app, twilio) == 0
    with app.extensions["porchlight"].referrals.engine.begin() as connection:
        connection.execute(sql("UPDATE inbound_text SET at = '2026-01-01 00:00:00.000000'"))
    assert app.extensions["porchlight"].reception.take_up_left_over() == 1
    assert [heard for _, heard, _ in dialogue.heard] == ["need a ride 45402"]


def test_a_text_that_we_have_answered_is_not_missing(
    app: Flask, client: FlaskClient, twilio: Twilio
) -> None:
    sid = new_sid()
    assert said(post(client, fields("need a ride", sid)))
    came(twilio, "need a ride", 10, sid)
    assert catch_up(app, twilio) == 0


def test_when_twilio_delivers_it_after_all_it_is_answered_once(
    app: Flask, client: FlaskClient, twilio: Twilio, dialogue: ScriptedDialogue
) -> None:
    sid = came(twilio, "need a ride", 10)
    catch_up(app, twilio)
    assert said(post(client, fields("need a ride", sid)))
    assert said(post(client, fields("need a ride", sid))) == []
    assert len(dialogue.heard) == 1


def test_a_text_of_a_minute_ago_is_still_on_its_way(app: Flask, twilio: Twilio) -> None:
    came(twilio, "need a ride", 1)
    assert catch_up(app, twilio) == 0


def test_a_text_of_hours_ago_is_for_a_person_to_decide(
    app: Flask, twilio: Twilio, dialogue: ScriptedDialogue
) -> None:
    came(twilio, "need a ride", 180)
    assert catch_up(app, twilio) == 1
    assert items(app) == ["missed_text"]
    assert app.extensions["porchlight"].reception.take_up_left_over() == 0
    assert dialogue.heard == []


def test_a_stop_of_hours_ago_is_heeded_in_silence(
    app: Flask, client: FlaskClient, twilio: Twilio
) -> None:
    came(twilio, "STOP", 180)
    catch_up(app, twilio)
    assert items(app) == []
    assert said(post(client, fields("need a ride"))) == []


def test_a_start_of_hours_ago_brings_the_person_back_in_silence(
    app: Flask, client: FlaskClient, twilio: Twilio
) -> None:
    post(client, fields("STOP"))
    came(twilio, "START", 180)
    catch_up(app, twilio)
    assert said(post(client, fields("need a ride")))
    assert items(app) == []


def test_machines_and_an_unreachable_twilio_change_nothing(app: Flask, twilio: Twilio) -> None:
    came(twilio, "Your code is 1234", 10, number="72345")
    assert catch_up(app, twilio) == 0
    came(twilio, "need a ride", 10)
    assert catch_up(app, twilio, token="wrong") == 0
