"""How long a cry for help is the last thing that was said."""

from __future__ import annotations

from datetime import timedelta

from referrals.usecases import Referrals
from tests.referrals.conftest import Clock


def test_a_crisis_is_recent_for_a_quarter_of_an_hour(referrals: Referrals, clock: Clock) -> None:
    assert referrals.recent("web-1", "crisis") is None
    referrals.raise_item("crisis", "web-1", "suicide", urgent=True)
    referrals.raise_item("crisis", "web-2", "abuse_now", urgent=True)
    referrals.raise_item("wrong_number", "web-1", "937-555-0142")
    assert referrals.recent("web-1", "crisis") == "suicide"
    referrals.raise_item("crisis", "web-1", "unsafe_now", urgent=True)
    assert referrals.recent("web-1", "crisis") == "unsafe_now"
    clock.now += timedelta(minutes=16)
    assert referrals.recent("web-1", "crisis") is None


def test_what_was_asked_unseen_is_no_new_cry(referrals: Referrals) -> None:
    referrals.raise_item("crisis", "web-1", "abuse_now", urgent=True)
    referrals.raise_once("crisis", "web-1", "asks unseen", subject="unseen", urgent=True)
    assert referrals.recent("web-1", "crisis") == "abuse_now"
