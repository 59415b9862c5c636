"""Saying later how it went."""

from __future__ import annotations

from datetime import timedelta

import pytest

from actions.desk import follow_up
from referrals.desk_items import open_items
from referrals.desk_views import packet
from referrals.outbox.follow_ups import ANSWERS, queue_due_questions
from referrals.outbox.queue import Outbox
from referrals.usecases import Referrals
from tests.support.referral_talk import Clock, Talk


@pytest.fixture
def asked(desk: Referrals, clock: Clock) -> Talk:
    """A text conversation in which the question was asked after three days."""
    talk = Talk()
    talk.until_consent()
    talk.hear("1", number=1)
    view = desk.latest("sms-1")
    assert view
    desk.transition(view.id, "accept", "ana", view.version)
    clock.now += timedelta(days=3, minutes=1)
    assert queue_due_questions(desk, Outbox(desk, clock)) == 1
    return talk


@pytest.mark.parametrize(
    ("text", "act", "number", "outcome"),
    [("1", "choose", 1, "got_help"), ("2", "choose", 2, "waiting_list"), ("3", "choose", 3, "could_not_reach"),
     ("4", "choose", 4, "not_eligible"), ("5", "choose", 5, "no_capacity"), ("yes", "affirm", None, "got_help"),
     ("no", "deny", None, "no_help"), ("they never called", "follow_up_answer", None, "could_not_reach"),
     ("ya me ayudaron", "follow_up_answer", None, "got_help"), ("no llego nadie", "follow_up_answer", None, "no_help"),
     ("they came but i dont qualify", "follow_up_answer", None, "not_eligible"),
     ("it was so so", "follow_up_answer", None, "unclear")],
)  # fmt: skip
def test_the_answer_is_taken_by_number_and_in_plain_words(
    desk: Referrals, asked: Talk, text: str, act: str, number: int | None, outcome: str
) -> None:
    assert follow_up.take_follow_up(asked.turn(text, act, number))
    found = packet(desk, desk.latest("sms-1").reference)  # type: ignore[union-attr]
    assert found
    assert found.answers == [outcome]
    helped = outcome == "got_help"
    assert asked.words() == (
        ["utter_follow_up_good"] if helped else ["utter_follow_up_more", "next choice"]
    )
    kinds = [item.kind for item in open_items(desk)]
    assert ("help_came" if helped else "follow_up") in kinds


def test_a_number_after_a_newer_list_means_the_list(
    desk: Referrals, asked: Talk, clock: Clock
) -> None:
    asked.memory.page = {"at": (clock.now + timedelta(hours=1)).isoformat()}
    assert not follow_up.take_follow_up(asked.turn("3", "choose", 3))
    assert desk.pending_follow_up("sms-1")


def test_a_new_need_is_not_taken_for_an_answer(desk: Referrals, asked: Talk) -> None:
    assert not follow_up.take_follow_up(asked.turn("need help with heat", "ask_need"))


def test_the_web_is_asked_once_when_it_comes_back(desk: Referrals, clock: Clock) -> None:
    talk = Talk("web")
    talk.until_consent()
    talk.hear("share")
    view = desk.latest("web-1")
    assert view
    desk.transition(view.id, "accept", "ana", view.version)
    clock.now += timedelta(days=3, minutes=1)
    assert queue_due_questions(desk, Outbox(desk, clock)) == 0
    turn = talk.turn("hello", "greeting")
    follow_up.ask_when_due(turn)
    assert "Did help come?" in talk.words()[0]
    assert [b["title"] for b in talk.said[0]["buttons"]] == list(ANSWERS["en"])
    follow_up.ask_when_due(talk.turn("hello", "greeting"))
    assert talk.said == []
    assert follow_up.take_follow_up(talk.turn("do not qualify", "ask_need"))
