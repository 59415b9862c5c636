"""Status callbacks: forward only, and what each code means for the line, the text and the desk."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest

from tests.referrals.outbox_parts import World


@pytest.fixture
def world(tmp_path: Path) -> World:
    world = World(tmp_path)
    world.queue()
    world.send()
    return world


def status(world: World) -> str:
    return world.rows()[0].status


def report(world: World, state: str, error: str = "", tag: str = "1.1", sid: str = "SM0") -> None:
    world.reports.report(tag, sid, state, error)


@pytest.mark.parametrize("order", list(itertools.permutations(["queued", "sent", "delivered"])))
def test_in_whatever_order_reports_come_delivered_stays(
    world: World, order: tuple[str, ...]
) -> None:
    for state in order:
        report(world, state)
    assert status(world) == "delivered"


@pytest.mark.parametrize("late", ["accepted", "queued", "sending", "sent", "nonsense", ""])
def test_a_late_report_does_not_undo_a_failure(world: World, late: str) -> None:
    report(world, "undelivered", "30004")
    report(world, late)
    assert status(world) == "undelivered"


def test_a_report_faster_than_the_answer_of_the_api_is_kept(tmp_path: Path) -> None:
    from referrals.outbox.sender import Sent

    world = World(tmp_path)
    world.queue()
    text = world.outbox.claim()
    assert text is not None
    report(world, "delivered", sid="SMfast")
    world.outbox.sent(text, Sent("SMfast", 1))
    assert status(world) == "delivered"
    assert world.rows()[0].message_sid == "SMfast"


@pytest.mark.parametrize(("code", "words"), [("30006", "landline"), ("30005", "unknown number")])
def test_a_landline_or_unknown_number_gets_no_more_texts_and_a_call(
    world: World, code: str, words: str
) -> None:
    report(world, "undelivered", code)
    world.queue("another")
    world.send()
    assert world.bodies == ["hello"]
    assert world.items() == [("call_instead", words, False)]


def test_a_stop_at_the_carrier_opts_out(world: World) -> None:
    report(world, "failed", "21610")
    assert world.line().opted_out_at is not None
    assert world.consents() == [(False, "carrier")]


@pytest.mark.parametrize("code", ["30003", "30008"])
def test_a_phone_that_is_off_is_tried_again_three_times(world: World, code: str) -> None:
    from sqlalchemy import update
    from sqlalchemy.orm import Session

    from referrals.storage.tables import OutboxRow

    for attempt in range(1, 8):
        report(world, "undelivered", code, f"1.{attempt}", f"SM{attempt - 1}")
        with Session(world.referrals.engine) as session, session.begin():
            session.execute(update(OutboxRow).values(not_before=world.now))
        world.send()
    assert len(world.bodies) == 4
    assert status(world) == "undelivered"


@pytest.mark.parametrize("kind", ["moment", "opt_out"])
def test_what_is_of_no_use_later_is_not_tried_again(world: World, kind: str) -> None:
    world.queue("short-lived", kind=kind)
    world.send()
    report(world, "undelivered", "30003", "2.1", "SM1")
    assert [row.status for row in world.rows()] == ["sent", "cancelled"]
    world.pass_time(days=1)
    assert world.send() == 0


def test_the_same_bad_report_twice_plans_one_more_try(world: World) -> None:
    report(world, "undelivered", "30003")
    planned = world.rows()[0].not_before
    report(world, "undelivered", "30003")
    assert (status(world), world.rows()[0].not_before) == ("queued", planned)


def test_good_news_about_the_first_try_cancels_the_second(world: World) -> None:
    report(world, "undelivered", "30008")
    report(world, "delivered")
    world.pass_time(days=1)
    assert world.send() == 0
    assert status(world) == "delivered"


@pytest.mark.parametrize(("code", "words"), [("30034", "10DLC"), ("30032", "toll-free")])
def test_the_operator_is_told_once_what_to_register(world: World, code: str, words: str) -> None:
    report(world, "undelivered", code)
    world.queue("second")
    world.send()
    report(world, "undelivered", code, "2.1", "SM1")
    (item,) = world.items()
    assert item[0] == "operator"
    assert words in item[1]
    assert item[2]


@pytest.mark.parametrize(
    "tag", ["", "x.y", "9.9", "1", "1.", "-1.1", "1.1.1", "99999999999999999999.1", "²٣.1"]
)
def test_a_report_on_nothing_we_know_changes_nothing(world: World, tag: str) -> None:
    report(world, "delivered", tag=tag, sid="SMother")
    assert status(world) == "sent"
