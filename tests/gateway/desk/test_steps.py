"""Which step the page names as next, and when one may look again."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient

from gateway.desk.days import SOON, working_days
from gateway.desk.steps import Steps, steps_of
from referrals.desk_views import Attempted, packet
from referrals.life.work import Attempt
from tests.support.desk import ask, move, page_of, referrals_of, send, text_conversation

NOON = datetime(2026, 11, 2, 12, 0)


def tried(result: str, minutes: int = 0, whom: str = "client") -> Attempted:
    return Attempted("ana", "call", whom, result, None, NOON + timedelta(minutes=minutes))


def now_of(app: Flask, reference: str) -> str:
    found = packet(referrals_of(app), reference)
    assert found
    return steps_of(found).now


def test_each_click_leads_to_the_next_step(app: Flask, ana: FlaskClient, reference: str) -> None:
    page = f"/desk/referrals/{reference}"
    walked = [now_of(app, reference)]
    move(ana, reference, "accept")
    walked.append(now_of(app, reference))
    for whom, result in (
        ("client", "no_answer"), ("client", "reached"), ("agency", "no_answer"), ("agency", "reached"),
    ):  # fmt: skip
        send(ana, f"{page}/attempt", page, how="call", whom=whom, result=result)
        walked.append(now_of(app, reference))
    move(ana, reference, "complete", outcome="got_help")
    walked.append(now_of(app, reference))
    assert walked == ["take", "person", "person", "agency", "agency", "end", "over"]


def test_each_click_is_told_what_came_of_it(ana: FlaskClient, reference: str) -> None:
    page = f"/desk/referrals/{reference}"
    move(ana, reference, "accept")
    for whom, result, told in (
        ("client", "no_answer", "Written down: no answer."), ("client", "reached", "Now call an agency."),
        ("agency", "reached", "Say how it ended"),
    ):  # fmt: skip
        send(ana, f"{page}/attempt", page, how="call", whom=whom, result=result)
        assert told in page_of(ana, page)


def test_an_agency_that_was_called_first_does_not_send_one_back(
    app: Flask, ana: FlaskClient, reference: str
) -> None:
    page = f"/desk/referrals/{reference}"
    move(ana, reference, "accept")
    send(ana, f"{page}/attempt", page, how="call", whom="agency", result="no_answer")
    assert now_of(app, reference) == "agency"


def test_what_was_tried_before_it_was_opened_again_does_not_count(
    app: Flask, ana: FlaskClient, reference: str
) -> None:
    page = f"/desk/referrals/{reference}"
    move(ana, reference, "accept")
    for whom in ("client", "agency"):
        send(ana, f"{page}/attempt", page, how="call", whom=whom, result="reached")
    move(ana, reference, "complete", outcome="got_help")
    move(ana, reference, "reopen")
    move(ana, reference, "accept")
    assert now_of(app, reference) == "person"


@pytest.mark.parametrize(
    ("results", "unanswered"),
    [
        (["no_answer"], 1),
        (["no_answer", "left_message", "no_answer"], 3),
        (["no_answer", "reached"], 0),
        (["reached", "no_answer"], 1),
    ],
)
def test_calls_in_vain_are_counted_since_somebody_was_reached(
    results: list[str], unanswered: int
) -> None:
    tries = [tried(result, minutes) for minutes, result in enumerate(results)]
    assert Steps("person", tries, []).unanswered == unanswered


def test_after_three_calls_in_vain_the_page_says_that_one_may_stop(
    app: Flask, ana: FlaskClient, reference: str
) -> None:
    page = f"/desk/referrals/{reference}"
    move(ana, reference, "accept")
    found = packet(referrals_of(app), reference)
    assert found
    for _ in range(2):
        referrals_of(app).log_attempt(found.id, "ana", Attempt("call", "client", "no_answer"))
    assert "often enough" not in page_of(ana, page)
    referrals_of(app).log_attempt(found.id, "ana", Attempt("call", "client", "no_answer"))
    assert "often enough" in page_of(ana, page)


def test_nobody_looks_again_on_a_weekend() -> None:
    thursday = datetime(2026, 11, 5, 9, 0)
    assert [f"{day:%a %d}" for day in working_days(thursday, SOON)] == [
        "Fri 06",
        "Mon 09",
        "Thu 12",
    ]
    friday = thursday + timedelta(days=1)
    assert [f"{day:%a %d}" for day in working_days(friday, SOON)] == ["Mon 09", "Fri 13"]


def test_where_others_may_listen_no_message_is_left(app: Flask, ana: FlaskClient) -> None:
    conversation = text_conversation(app)
    reference = ask(app, conversation)
    page = f"/desk/referrals/{reference}"
    move(ana, reference, "accept")
    person = page_of(ana, page).split("3. Call")[0]
    assert 'value="left_message"' in person
    referrals_of(app).never_text_first(conversation)
    person = page_of(ana, page).split("3. Call")[0]
    assert "leave no message" in person
    assert 'value="left_message"' not in person
