"""A waiting list is no end: it stays open with the day that was chosen, and comes back on it."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient

from referrals.desk_views import packet
from tests.support.desk import ask, move, page_of, referrals_of, send, version_on


def in_days(days: int) -> str:
    return f"{datetime.now() + timedelta(days=days):%Y-%m-%d}"


def past(app: Flask, days: int) -> None:
    """The room's clock so many days on."""
    real = referrals_of(app)._now
    referrals_of(app)._now = lambda: real() + timedelta(days=days)


def test_it_stays_open_with_its_day_and_comes_back_on_it(
    app: Flask, ana: FlaskClient, reference: str
) -> None:
    move(ana, reference, "accept")
    where = move(ana, reference, "complete", outcome="waiting_list", on=in_days(21))
    page = page_of(ana, where.headers["Location"])
    assert f"{reference} stays open: on a waiting list. It comes to the top of the list on" in page
    found = packet(referrals_of(app), reference)
    assert found
    assert found.next_check_at
    assert (found.status, found.outcome) == ("in_progress", "waiting_list")
    assert f"{found.next_check_at:%Y-%m-%d}" == in_days(21)
    assert [line["what"] for line in found.history[-2:]] == ["wait", f"look again {in_days(21)}"]
    mine = page_of(ana, "/desk?show=mine")
    assert reference in mine
    assert "on a waiting list" in mine
    assert "look again now" not in mine
    past(app, 22)
    assert "look again now" in page_of(ana, "/desk")


@pytest.mark.parametrize("day", ["", "not a day", "2020-01-02"])
def test_without_a_day_that_is_to_come_it_is_asked_for(
    app: Flask, ana: FlaskClient, reference: str, day: str
) -> None:
    move(ana, reference, "accept")
    where = move(ana, reference, "complete", outcome="waiting_list", other_on=day)
    page = page_of(ana, where.headers["Location"])
    assert 'class="problem" role="alert"' in page
    found = packet(referrals_of(app), reference)
    assert found
    assert (found.status, found.outcome) == ("accepted", None)


def test_three_weeks_are_one_click_and_what_happens_is_said_before(
    ana: FlaskClient, reference: str
) -> None:
    move(ana, reference, "accept")
    page = page_of(ana, f"/desk/referrals/{reference}")
    asked = page.split("Until when do they wait?")[1].split("</fieldset>")[0]
    assert "it stays yours and open" in asked
    assert "in 3 weeks: " in asked


def test_an_agency_that_completes_on_a_list_is_looked_at_again(
    app: Flask, ana: FlaskClient, reference: str
) -> None:
    room = referrals_of(app)
    move(ana, reference, "accept")
    page = f"/desk/referrals/{reference}"
    send(ana, f"{page}/look-again", page, on=in_days(21), version=version_on(ana, page))
    found = packet(room, reference)
    assert found
    room.transition(found.id, "complete", "Agency", found.version, outcome="waiting_list")
    assert f"Open {reference}" not in page_of(ana, "/desk")
    closed = page_of(ana, "/desk?show=closed")
    assert "completed: on a waiting list" in closed
    assert "look again on" in closed
    assert "It comes to the top of the list on" in page_of(ana, page)
    past(app, 22)
    assert "look again now" in page_of(ana, "/desk")
    send(ana, f"{page}/look-again", page, on="", version=version_on(ana, page))
    assert f"Open {reference}" not in page_of(ana, "/desk")


def test_an_agency_that_sets_no_day_gets_two_weeks(app: Flask, reference: str) -> None:
    room = referrals_of(app)
    found = packet(room, reference)
    assert found
    taken = room.transition(found.id, "accept", "ana", found.version)
    room.transition(found.id, "complete", "Agency", taken.version, outcome="waiting_list")
    after = packet(room, reference)
    assert after
    assert after.next_check_at
    assert timedelta(days=13) < after.next_check_at - room.now() < timedelta(days=15)


def test_who_takes_the_consent_back_is_not_looked_at_again(app: Flask, reference: str) -> None:
    room = referrals_of(app)
    found = packet(room, reference)
    assert found
    taken = room.transition(found.id, "accept", "ana", found.version)
    room.transition(found.id, "complete", "Agency", taken.version, outcome="waiting_list")
    room.withdraw("web-ann-12345")
    after = packet(room, reference)
    assert after
    assert after.next_check_at is None


def test_an_urgent_need_is_not_left_to_a_list_without_a_word(app: Flask, ana: FlaskClient) -> None:
    plain, urgent = ask(app, needs=["housing"]), ask(app, needs=["utilities"], urgent=True)
    for reference in (plain, urgent):
        move(ana, reference, "accept")
    assert "Still urgent" not in page_of(ana, f"/desk/referrals/{plain}")
    page = f"/desk/referrals/{urgent}"
    asked = page_of(ana, page).split("Still urgent: another agency?")[1].split("</fieldset>")[0]
    assert "Area Agency on Aging 2" in asked


def test_another_agency_is_called_after_the_first(
    app: Flask, ana: FlaskClient, reference: str
) -> None:
    page = f"/desk/referrals/{reference}"
    move(ana, reference, "accept")
    send(ana, f"{page}/agency", page, name="First", version=version_on(ana, page))
    send(ana, f"{page}/attempt", page, how="call", whom="agency", result="reached")
    assert "step end now" in page_of(ana, page)
    send(ana, f"{page}/agency", page, name="Second 937-555-0190", version=version_on(ana, page))
    text = page_of(ana, page)
    assert "step end now" not in text
    assert "3. Call Second 937-555-0190</summary>" in text


def test_later_today_is_a_time_not_a_day(app: Flask, ana: FlaskClient, reference: str) -> None:
    page = f"/desk/referrals/{reference}"
    move(ana, reference, "accept")
    send(ana, f"{page}/attempt", page, how="call", whom="client", result="no_answer")
    send(ana, f"{page}/look-again", page, on="later", leave="1", version=version_on(ana, page))
    assert "in 3 hours" in page_of(ana, "/desk")
    found = packet(referrals_of(app), reference)
    assert found
    assert found.next_check_at
    assert timedelta(hours=2) < found.next_check_at - referrals_of(app).now() < timedelta(hours=4)
    past(app, 1)
    assert "look again now" in page_of(ana, "/desk")


def test_an_urgent_one_that_waits_for_its_day_is_not_the_next(app: Flask, ana: FlaskClient) -> None:
    waits, new = ask(app, needs=["utilities"], urgent=True), ask(app, needs=["housing"])
    move(ana, waits, "accept")
    move(ana, waits, "complete", outcome="waiting_list", on=in_days(21))
    ana.get("/desk")
    text = page_of(ana, "/desk")
    assert text.index(new) < text.index(waits)
    past(app, 22)
    text = page_of(ana, "/desk")
    assert text.index(waits) < text.index(new)


def test_those_who_wait_for_a_day_stand_last_by_their_day(app: Flask, ana: FlaskClient) -> None:
    late, soon = ask(app, "web-late-12345"), ask(app, "web-soon-12345", needs=["housing"])
    for reference, days in ((late, 21), (soon, 7)):
        move(ana, reference, "accept")
        page = f"/desk/referrals/{reference}"
        send(ana, f"{page}/look-again", page, on=in_days(days), version=version_on(ana, page))
    mine = page_of(ana, "/desk?show=mine")
    assert "All of these wait for a later day" in mine
    assert 'class="button first"' not in mine
    assert mine.index(f"Open {soon}") < mine.index(f"Open {late}")
    fresh = ask(app, "web-fresh-1234", needs=["utilities"])
    everybody = page_of(ana, "/desk")
    assert "The top one is next" in everybody
    assert everybody.index(f"Open {fresh}") < everybody.index(f"Open {soon}")


def test_what_happened_names_the_day_in_words(ana: FlaskClient, reference: str) -> None:
    move(ana, reference, "accept")
    move(ana, reference, "complete", outcome="waiting_list", on=in_days(21))
    said = page_of(ana, f"/desk/referrals/{reference}").split("What happened")[1]
    assert "on a waiting list, stays open" in said
    assert "look again on " in said
    assert in_days(21) not in said
