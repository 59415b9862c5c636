from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from referrals.model import OPEN, TRANSITIONS, StaleError, TransitionError, next_status
from referrals.outbox.follow_ups import queue_due_questions
from referrals.outbox.queue import Outbox
from referrals.outbox.send import quiet_until, send_due
from referrals.outbox.sender import SendError
from referrals.settings import Settings
from referrals.usecases import Referrals

CONSENT = {"wording": "I share your name", "wording_version": "1", "scope": "agency"}


class Clock:
    def __init__(self) -> None:
        self.now = datetime(2026, 11, 2, 15, 0)

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def referrals(tmp_path: Path, clock: Clock) -> Referrals:
    opened = Referrals.open(Settings(tmp_path, f"sqlite:///{tmp_path / 'p.db'}", "key"))
    opened._now = clock
    return opened


def ask(referrals: Referrals, conversation: str = "sms-1", need: str = "utilities"):  # type: ignore[no-untyped-def]
    return referrals.request(conversation, "sms", {"needs": [need], "name": "Ann"}, CONSENT)


@given(
    st.sampled_from(["requested", "accepted", "declined", "in_progress", "completed", "cancelled"]),
    st.sampled_from(sorted(TRANSITIONS)),
)
def test_a_status_moves_only_along_named_transitions(status: str, name: str) -> None:
    sources, target = TRANSITIONS[name]
    if status in sources:
        assert next_status(status, name) == target
    else:
        with pytest.raises(TransitionError):
            next_status(status, name)


def test_a_referral_without_consent_is_refused(referrals: Referrals) -> None:
    with pytest.raises(ValueError, match="wording"):
        referrals.request("sms-1", "sms", {"needs": []}, {})


def test_the_same_open_request_joins_instead_of_multiplying(referrals: Referrals) -> None:
    assert ask(referrals).reference == ask(referrals).reference
    assert ask(referrals).reference != ask(referrals, need="housing").reference


def test_two_coordinators_never_overwrite_each_other(referrals: Referrals) -> None:
    view = ask(referrals)
    referrals.transition(view.id, "accept", "ana", view.version)
    with pytest.raises(StaleError):
        referrals.transition(view.id, "decline", "bob", view.version)


def test_completing_needs_an_outcome(referrals: Referrals) -> None:
    view = ask(referrals)
    view = referrals.transition(view.id, "accept", "ana", view.version)
    with pytest.raises(ValueError, match="outcome"):
        referrals.transition(view.id, "complete", "ana", view.version)
    done = referrals.transition(view.id, "complete", "ana", view.version, outcome="got_help")
    assert (done.status, done.outcome) == ("completed", "got_help")


def test_withdrawing_stops_open_referrals_and_says_who_must_be_told(referrals: Referrals) -> None:
    view = ask(referrals)
    referrals.transition(view.id, "accept", "ana", view.version)
    (withdrawn,) = referrals.withdraw("sms-1")
    assert withdrawn.status not in OPEN
    assert referrals.withdraw("sms-1") == []


def test_deleting_leaves_nothing_that_names_the_person(
    referrals: Referrals, tmp_path: Path
) -> None:
    ask(referrals)
    assert referrals.delete_person("sms-1") == 1
    assert referrals.latest("sms-1") is None


def test_follow_ups_are_asked_after_three_days_and_answered_once(
    referrals: Referrals, clock: Clock
) -> None:
    view = ask(referrals)
    referrals.transition(view.id, "accept", "ana", view.version)
    outbox = Outbox(referrals, clock)
    assert queue_due_questions(referrals, outbox) == 0
    clock.now += timedelta(days=3, minutes=1)
    assert queue_due_questions(referrals, outbox) == 1
    assert queue_due_questions(referrals, outbox) == 0
    assert referrals.answer_follow_up("sms-1", "could_not_reach")
    assert not referrals.answer_follow_up("sms-1", "got_help")


def test_the_same_key_queues_a_text_once(referrals: Referrals, clock: Clock) -> None:
    outbox = Outbox(referrals, clock)
    for _ in range(3):
        outbox.enqueue("sms-1", "hello", "note", key="k")
    assert outbox.claim() is not None
    assert outbox.claim() is None


def test_a_text_that_was_claimed_before_a_crash_is_not_sent_twice(
    referrals: Referrals, clock: Clock
) -> None:
    outbox = Outbox(referrals, clock)
    outbox.enqueue("sms-1", "hello", "note", key="k")
    assert outbox.claim() is not None
    after_restart = Outbox(referrals, clock)
    assert after_restart.claim() is None


def test_a_passing_fault_is_tried_again_later_and_a_lasting_one_is_not(
    referrals: Referrals, clock: Clock
) -> None:
    outbox = Outbox(referrals, clock)
    outbox.enqueue("sms-1", "hello", "note", key="a")
    text = outbox.claim()
    assert text is not None
    outbox.failed(text, "429", permanent=False)
    assert outbox.claim() is None
    clock.now += timedelta(minutes=1)
    again = outbox.claim()
    assert again is not None
    outbox.failed(again, "21610", permanent=True)
    clock.now += timedelta(days=2)
    assert outbox.claim() is None


def test_nothing_goes_to_a_line_that_nobody_knows(referrals: Referrals, clock: Clock) -> None:
    class Refusing:
        def send(self, number: str, text: str) -> str:
            raise SendError("never", permanent=True)

    outbox = Outbox(referrals, clock)
    outbox.enqueue("sms-unknown", "hello", "note", key="a")
    assert send_due(referrals, outbox, Refusing()) == 0


def test_the_stricter_of_two_time_zones_keeps_its_quiet_hours() -> None:
    from datetime import UTC

    morning = datetime(2026, 11, 3, 14, 0, tzinfo=UTC)  # 9:00 in New York, 6:00 in Los Angeles
    assert quiet_until(morning, ["America/New_York"]) is None
    until = quiet_until(morning, ["America/New_York", "America/Los_Angeles"])
    assert until is not None
    assert until.hour == 16
