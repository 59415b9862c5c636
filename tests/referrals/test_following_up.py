from __future__ import annotations

from datetime import timedelta

import pytest

from actions.consent.wording import consent_for
from referrals.desk_items import open_items
from referrals.outbox.follow_ups import ANSWERS, RESTED, let_rest, question, queue_due_questions
from referrals.outbox.queue import Outbox
from referrals.outbox.sender import Sent
from referrals.usecases import Referrals
from tests.referrals.conftest import Clock
from tests.support.desk import CONSENT, details
from tests.support.reading import ease, grade


@pytest.fixture
def outbox(referrals: Referrals, clock: Clock) -> Outbox:
    view = referrals.request("sms-1", "sms", details(), CONSENT)
    referrals.transition(view.id, "accept", "ana", view.version)
    return Outbox(referrals, clock)


def texts(outbox: Outbox) -> list[str]:
    """What is sent, one after the other: the next waits until the carrier has taken the one before."""
    found: list[str] = []
    while (text := outbox.claim()) is not None:
        outbox.sent(text, Sent(f"SM{len(found)}", segments=1))
        found.append(text.text)
    return found


def test_it_is_asked_after_three_days_and_two_weeks_and_then_let_rest_once(
    referrals: Referrals, outbox: Outbox, clock: Clock
) -> None:
    asked_on, rested_on = [], []
    for day in range(40):
        if queue_due_questions(referrals, outbox):
            asked_on.append(day)
        if let_rest(referrals, outbox):
            rested_on.append(day)
        clock.now += timedelta(days=1)
    assert (asked_on, rested_on) == ([3, 14], [18])
    said = texts(outbox)
    assert ["Did help come" in text for text in said] == [True, True, False]
    assert "will not ask" in said[2]
    assert open_items(referrals) == []


def test_help_that_came_ends_the_questions(
    referrals: Referrals, outbox: Outbox, clock: Clock
) -> None:
    clock.now += timedelta(days=3, minutes=1)
    queue_due_questions(referrals, outbox)
    referrals.answer_follow_up("sms-1", "got_help")
    clock.now += timedelta(days=30)
    assert queue_due_questions(referrals, outbox) == 0
    assert let_rest(referrals, outbox) == 0
    assert [item.kind for item in open_items(referrals)] == ["help_came"]


def test_a_no_is_asked_about_again_and_becomes_work(
    referrals: Referrals, outbox: Outbox, clock: Clock
) -> None:
    clock.now += timedelta(days=3, minutes=1)
    queue_due_questions(referrals, outbox)
    referrals.answer_follow_up("sms-1", "could_not_reach", "3")
    (item,) = open_items(referrals)
    assert (item.kind, item.reference) == ("follow_up", referrals.latest("sms-1").reference)  # type: ignore[union-attr]
    clock.now += timedelta(days=12)
    assert queue_due_questions(referrals, outbox) == 1


def test_a_reopened_referral_is_asked_about_anew(
    referrals: Referrals, outbox: Outbox, clock: Clock
) -> None:
    clock.now += timedelta(days=15)
    assert queue_due_questions(referrals, outbox) == 2
    referrals.answer_follow_up("sms-1", "could_not_reach")
    view = referrals.latest("sms-1")
    assert view
    view = referrals.transition(view.id, "complete", "ana", view.version, outcome="no_capacity")
    view = referrals.transition(view.id, "reopen", "ana", view.version)
    referrals.transition(view.id, "accept", "ana", view.version)
    clock.now += timedelta(days=4)
    assert queue_due_questions(referrals, outbox) == 1


def test_nothing_is_asked_after_the_consent_is_taken_back(
    referrals: Referrals, outbox: Outbox, clock: Clock
) -> None:
    referrals.withdraw("sms-1")
    clock.now += timedelta(days=20)
    assert queue_due_questions(referrals, outbox) == 0
    assert let_rest(referrals, outbox) == 0


def test_what_the_desk_asks_and_says_is_sixth_grade_or_lower() -> None:
    texts = [question("R-4F7K", "en"), RESTED["en"].format(reference="R-4F7K"), *ANSWERS["en"]]
    for text in [*texts, consent_words("en")]:
        assert grade(text) <= 6.0, (round(grade(text), 1), text)


def test_the_same_in_spanish_is_easy_to_read() -> None:
    texts = [question("R-4F7K", "es"), RESTED["es"].format(reference="Reina")]
    for text in [*texts, consent_words("es")]:
        assert ease(text) >= 65, (round(ease(text)), text)


def consent_words(language: str) -> str:
    told = {"name": "Ann", "number": "this phone", "good_time": "morning", "note": "walker"}
    return consent_for(told, "rides", language).wording
