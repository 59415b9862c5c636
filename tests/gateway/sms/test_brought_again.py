"""Twilio brings a message again because our response never arrived: the answer goes with the next one."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

import pytest

from referrals.outbox import second_try
from referrals.outbox.inbox import HandedText
from referrals.outbox.second_try import SecondTry
from referrals.outbox.sender import Sent, UnsureError
from tests.gateway.sms.parts import EchoDialogue, make_app
from tests.referrals.outbox_parts import Carrier, World
from tests.support.twilio import ACCOUNT, OURS, running_twilio
from tests.support.webhook import fields, post, read_twiml, said


@dataclass
class Silent(Carrier):
    """Twilio that cannot be asked."""

    asked: list[str] = field(default_factory=list)

    def find(self, number: str, text: str, since: datetime, known: frozenset[str]) -> Sent | None:
        self.asked.append(text)
        raise UnsureError


@pytest.fixture
def world(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[World]:
    world = World(tmp_path)
    monkeypatch.setattr(second_try, "utc_now", lambda: world.now)
    return world


def handed(world: World, *texts: str) -> int:
    """A message whose answer went with a response of ours."""
    message = world.hear()
    world.reply(message, *texts)
    assert len(world.inbox.collect(message.id) or []) == len(texts)
    return message.id


def again(world: World, message_id: int, carrier: Carrier | None = None) -> list[HandedText]:
    deadline = time.monotonic() + 2.0
    tries = SecondTry(world.referrals, world.outbox, carrier or world.carrier)
    return tries.texts(message_id, deadline)


def test_what_the_carrier_does_not_have_goes_with_the_next_response_in_its_order(
    world: World,
) -> None:
    message_id = handed(world, "Rides near Dayton", "I'm Porchlight")
    world.pass_time(seconds=5)
    texts = again(world, message_id)
    assert [text.text for text in texts] == ["Rides near Dayton", "I'm Porchlight"]
    world.reports.report(texts[0].tag, "SMx", "delivered", "")
    assert world.rows()[0].status == "delivered"
    assert world.line().segments_sent == 2


def test_what_the_carrier_has_is_not_handed_again(world: World) -> None:
    message_id = handed(world, "Rides near Dayton", "I'm Porchlight")
    world.carrier.taken.append(("SM-there", "+19375550142", "Rides near Dayton"))
    world.pass_time(seconds=5)
    assert [text.text for text in again(world, message_id)] == ["I'm Porchlight"]
    assert [row.status for row in world.rows()] == ["sent", "handed"]


def test_a_report_on_the_first_response_that_comes_late_changes_nothing(world: World) -> None:
    message_id = handed(world, "Rides near Dayton")
    world.pass_time(seconds=5)
    again(world, message_id)
    world.reports.report("1.1", "SM-old", "sent", "")
    assert world.rows()[0].status == "handed"


def test_a_copy_that_comes_at_the_same_moment_gets_nothing(world: World) -> None:
    message_id = handed(world, "Rides near Dayton")
    assert again(world, message_id) == []


def test_a_carrier_that_cannot_be_asked_leaves_it_to_later(world: World) -> None:
    message_id = handed(world, "Rides near Dayton", "I'm Porchlight")
    world.pass_time(seconds=5)
    carrier = Silent()
    assert again(world, message_id, carrier) == []
    assert carrier.asked == ["Rides near Dayton"]
    world.pass_time(minutes=3)
    assert world.settle() == 2


def test_over_the_webhook_a_lost_response_is_made_good_and_an_arrived_one_is_not_doubled(
    tmp_path: Path,
) -> None:
    with running_twilio() as twilio:
        line = make_app(
            tmp_path, EchoDialogue(), twilio_api_base=twilio.base, twilio_account_sid=ACCOUNT
        )
        phone = line.test_client()
        post(phone, fields("hello"))
        lost = fields("need a ride")
        # This response never reaches Twilio.
        post(phone, lost)
        again = read_twiml(200, post(phone, lost).data)
        assert [text.text for text in again] == ["You said: need a ride"]
        assert again[0].status_callback.endswith(".2")
        twilio.take("+19375550199", OURS, again[0].text, again[0].status_callback)
        assert said(post(phone, lost)) == []
        assert said(post(phone, fields("MORE"))) == ["You said: MORE"]
