"""The real Twilio client against the stand-in for Twilio's API."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest

from gateway.sms.carrier import TwilioCarrier, twilio_client
from referrals.outbox.queue import utc_now
from referrals.outbox.sender import SendError, UnsureError
from tests.support.twilio import ACCOUNT, OURS, TOKEN, Twilio, running_twilio

TO = "+19375550142"
NOBODY: frozenset[str] = frozenset()


@pytest.fixture
def twilio() -> Iterator[Twilio]:
    with running_twilio() as standing_in:
        yield standing_in


def carrier(twilio: Twilio, token: str = TOKEN) -> TwilioCarrier:
    client = twilio_client(ACCOUNT, token, twilio.base)
    return TwilioCarrier(client, OURS, "https://text.example.org")


def test_a_text_is_taken_and_its_reports_name_the_try(twilio: Twilio) -> None:
    sent = carrier(twilio).send(TO, "Did help come?", "17.2")
    (taken,) = twilio.texts
    assert (taken.sid, taken.to, taken.sender, taken.body) == (sent.sid, TO, OURS, "Did help come?")
    assert taken.status_callback == "https://text.example.org/sms/status?text=17.2"
    assert sent.segments == 1


def test_what_is_sent_is_planned_so_that_an_accent_does_not_double_the_cost(twilio: Twilio) -> None:
    sent = carrier(twilio).send(TO, "¿Llegó la ayuda? " + "x" * 100, "1.1")
    assert twilio.texts[0].body.startswith("¿Llego la ayuda?")
    assert sent.segments == 1


@pytest.mark.parametrize(
    ("fault", "code", "permanent"),
    [("21610", "21610", True), ("21614", "21614", True), ("429", "429", False), ("503", "503", False)],
)  # fmt: skip
def test_an_error_says_whether_trying_again_can_help(
    twilio: Twilio, fault: str, code: str, permanent: bool
) -> None:
    twilio.faults.append(fault)
    with pytest.raises(SendError) as caught:
        carrier(twilio).send(TO, "hello", "1.1")
    assert (caught.value.code, caught.value.permanent) == (code, permanent)


def test_a_wrong_key_is_told_apart(twilio: Twilio) -> None:
    with pytest.raises(SendError) as caught:
        carrier(twilio, "wrong").send(TO, "hello", "1.1")
    assert caught.value.code == "20003"


@pytest.mark.parametrize("fault", ["lost", "broken"])
def test_a_line_that_breaks_leaves_it_open_whether_the_text_went_out(
    twilio: Twilio, fault: str
) -> None:
    twilio.faults.append(fault)
    with pytest.raises(UnsureError):
        carrier(twilio).send(TO, "hello", "1.1")
    found = carrier(twilio).find(TO, "hello", utc_now() - timedelta(minutes=1), NOBODY)
    assert (found is not None) == (fault == "lost")


def test_a_text_is_found_by_number_words_and_time_and_only_once(twilio: Twilio) -> None:
    since = utc_now() - timedelta(minutes=1)
    sent = carrier(twilio).send(TO, "Está lista", "1.1")
    find = carrier(twilio).find
    assert find(TO, "Está lista", since, NOBODY) == sent
    assert find(TO, "Está lista", since, frozenset({sent.sid})) is None
    assert find(TO, "other words", since, NOBODY) is None
    assert find("+19375550143", "Está lista", since, NOBODY) is None
    assert find(TO, "Está lista", datetime(2099, 1, 1), NOBODY) is None


def test_when_the_list_cannot_be_read_nothing_is_concluded(twilio: Twilio) -> None:
    with pytest.raises(UnsureError):
        carrier(twilio, "wrong").find(TO, "hello", utc_now(), NOBODY)
