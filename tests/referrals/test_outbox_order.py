"""Texts of one person go out in their order, and what is urgent or another's is not held up by it."""

from __future__ import annotations

from referrals.outbox.sender import SendError
from tests.referrals.outbox_parts import World


def test_a_text_in_doubt_is_not_overtaken_by_a_later_one(world: World) -> None:
    world.queue("first")
    world.queue("second")
    assert world.outbox.claim() is not None
    # The process is killed here; another worker goes on.
    assert world.send() == 0
    world.pass_time(minutes=2, seconds=10)
    assert world.settle() == 1
    world.send()
    assert world.bodies == ["first", "second"]


def test_a_text_that_is_tried_again_shortly_is_not_overtaken_and_one_that_waits_long_is(
    world: World,
) -> None:
    world.carrier.faults += [SendError("503", permanent=False)] * 3
    world.queue("first")
    world.queue("second")
    for _ in range(2):
        assert world.send() == 0
        world.pass_time(seconds=125)
    # The third try fails too, and the fourth comes in ten minutes.
    world.send()
    assert world.bodies == ["second"]
    world.pass_time(minutes=10)
    world.send()
    assert world.bodies == ["second", "first"]


def test_a_doubt_that_cannot_be_settled_holds_nothing_up_for_long(world: World) -> None:
    world.queue("first")
    world.queue("second")
    assert world.outbox.claim() is not None
    world.pass_time(minutes=3)
    world.send()
    assert world.bodies == ["second"]


def test_other_people_and_what_a_crisis_needs_wait_for_no_text_in_doubt(world: World) -> None:
    world.add_line("sms-bob", "+19375550143")
    world.queue("first")
    assert world.outbox.claim() is not None
    world.queue("for Bob", conversation="sms-bob")
    world.reply(world.hear(), "Call or text 988", "You matter", kind="crisis")
    world.pass_time(seconds=20)
    world.send()
    assert world.bodies == ["for Bob", "Call or text 988", "You matter"]


def test_an_answer_waits_for_no_reminder(world: World) -> None:
    world.queue("reminder")
    assert world.outbox.claim() is not None
    world.reply(world.hear(), "Rides near Dayton")
    world.pass_time(seconds=20)
    world.send()
    assert world.bodies == ["Rides near Dayton"]


def test_a_response_lets_an_answer_pass_that_is_just_being_sent(world: World) -> None:
    first, second = world.hear(), None
    world.inbox.stop_waiting(first.id, None)
    world.reply(first, "Rides near Dayton")
    assert world.outbox.claim() is not None
    second = world.hear("MORE", "SM-2")
    world.reply(second, "More rides")
    assert world.inbox.collect(second.id) is None
    world.pass_time(seconds=4)
    assert [text.text for text in world.inbox.collect(second.id) or []] == ["More rides"]


# Dying at any moment
