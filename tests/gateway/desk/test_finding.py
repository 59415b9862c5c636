"""Lists that name people, a search, the time where they are, and plain words."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from referrals.finding import fits
from referrals.storage.tables import PhoneLineRow
from tests.support.desk import (
    HOSTILE,
    ask,
    move,
    page_of,
    referrals_of,
    send,
    text_conversation,
    two_hours_pass,
)


def at(monkeypatch: pytest.MonkeyPatch, hour: int, minute: int = 0) -> None:
    """The clock of the desk, in UTC, on November 3."""

    class Then(datetime):
        @classmethod
        def now(cls, tz=None):  # type: ignore[no-untyped-def]
            return datetime(2026, 11, 3, hour, minute, tzinfo=tz or UTC)

    monkeypatch.setattr("gateway.desk.their_time.datetime", Then)


def test_lists_show_the_first_name_and_the_need(app: Flask, ana: FlaskClient) -> None:
    reference = ask(app, name="Dorothy Miller")
    assert "<strong>Dorothy</strong>: rides" in page_of(ana, "/desk")
    assert "Miller" not in page_of(ana, "/desk")
    move(ana, reference, "decline", reason="outside_area")
    assert "<strong>Dorothy</strong>: rides" in page_of(ana, "/desk?show=closed")


def test_a_hostile_name_stays_text_in_the_list(app: Flask, ana: FlaskClient) -> None:
    ask(app, name=HOSTILE)
    assert HOSTILE not in page_of(ana, "/desk")


@pytest.mark.parametrize(
    "asked", ["Dorothy", "doro", "dorothy miller", "{}", "{}#", "0199", "555-0199", "937 555 0199"]
)
@pytest.mark.parametrize("closed", [False, True])
def test_somebody_who_calls_back_is_found(
    app: Flask, ana: FlaskClient, asked: str, closed: bool
) -> None:
    other = ask(app, "web-bob-12345", name="Bob", number="937-555-0142")
    wanted = ask(app, name="Dorothy Miller", number="937-555-0199")
    if closed:
        move(ana, wanted, "decline", reason="other")
    text = asked.format(wanted.lower() if asked == "{}" else wanted.removeprefix("R-")).rstrip("#")
    for path in ("/desk", "/desk/live"):
        page = ana.get(path, query_string={"q": text}).get_data(as_text=True)
        assert f"Open {wanted}" in page
        assert f"Open {other}" not in page


def test_the_phone_that_texted_is_found_by_its_last_four_digits(
    app: Flask, ana: FlaskClient
) -> None:
    reference = ask(app, text_conversation(app), number="this phone")
    assert f"Open {reference}" in page_of(ana, "/desk?q=0142")
    assert "Nobody fits" in page_of(ana, "/desk?q=0143")


def test_what_was_searched_for_stays_text(ana: FlaskClient) -> None:
    page = ana.get("/desk", query_string={"q": HOSTILE}).get_data(as_text=True)
    assert HOSTILE not in page
    assert "Nobody fits" in page


@pytest.mark.parametrize(
    ("asked", "found"),
    [("ann", True), ("an", True), ("nn", False), ("142", False), ("0142", True), ("ann 0142", False), ("4f7k", True)],
)  # fmt: skip
def test_what_fits(asked: str, found: bool) -> None:
    assert fits(asked, "R-4F7K", "Ann", ("+19375550142",)) is found


def test_an_item_names_the_person_and_what_was_written(app: Flask, ana: FlaskClient) -> None:
    ask(app)
    referrals_of(app).note_message("web-ann-12345", "client", "my ride did not come")
    text = page_of(ana, "/desk")
    assert "my ride did not come" in text
    assert "<strong>Ann</strong>" in text


@pytest.mark.parametrize(
    ("hour", "said", "night"),
    [(8, "It is night there: 3:00 AM EST.", True), (15, "It is 10:00 AM EST there.", False)],
)
def test_beside_the_number_stands_what_time_it_is_there(
    app: Flask, ana: FlaskClient, reference: str, monkeypatch: pytest.MonkeyPatch, hour: int, said: str, night: bool
) -> None:  # fmt: skip
    at(monkeypatch, hour)
    move(ana, reference, "accept")
    step = page_of(ana, f"/desk/referrals/{reference}").split("2. Call Ann")[1].split("3. Call")[0]
    assert said in step
    assert ("Call from 8:00 AM EST" in step) is night


@pytest.mark.parametrize(("hour", "offered"), [(15, True), (23, False)])
def test_later_today_is_offered_while_it_is_day_there_then(
    app: Flask, ana: FlaskClient, reference: str, monkeypatch: pytest.MonkeyPatch, hour: int, offered: bool
) -> None:  # fmt: skip
    page = f"/desk/referrals/{reference}"
    move(ana, reference, "accept")
    send(ana, f"{page}/attempt", page, how="call", whom="client", result="no_answer")
    at(monkeypatch, hour)
    step = page_of(ana, page).split("2. Call Ann")[1].split("3. Call")[0]
    assert ("later today" in step) is offered


def test_a_pretend_phone_has_no_night(
    app: Flask, ana: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    conversation = text_conversation(app)
    reference = ask(app, conversation)
    at(monkeypatch, 8)
    two_hours_pass(app)
    assert "A text waits" in page_of(ana, f"/desk/referrals/{reference}")
    with Session(referrals_of(app).engine) as session, session.begin():
        session.get_one(PhoneLineRow, conversation).pretend = True
    assert "A text waits" not in page_of(ana, f"/desk/referrals/{reference}")


def test_what_to_know_first_stands_where_one_calls(app: Flask, ana: FlaskClient) -> None:
    reference = ask(app, note="hard of hearing, let it ring")
    move(ana, reference, "accept")
    step = page_of(ana, f"/desk/referrals/{reference}").split("2. Call Ann")[1].split("3. Call")[0]
    assert "hard of hearing, let it ring" in step
    assert "I share Ann, 937-555-0142" in step, "what they agreed to"


def test_the_first_visit_is_not_told_that_a_session_has_ended(
    app: Flask, client: FlaskClient, ana: FlaskClient
) -> None:
    fresh = app.test_client()
    assert "session has ended" not in page_of(fresh, fresh.get("/desk").headers["Location"])
    referrals_of(app)
    with ana.session_transaction() as session:
        session["seen"] = 0
    assert "session has ended" in page_of(ana, ana.get("/desk").headers["Location"])


def test_signing_out_says_so(ana: FlaskClient) -> None:
    assert "You are signed out." in page_of(ana, send(ana, "/desk/sign-out").headers["Location"])


def test_after_the_end_a_crisis_comes_before_the_next_request(
    app: Flask, ana: FlaskClient, reference: str
) -> None:
    ask(app, "web-bob-12345", needs=["housing"], name="Bob")
    move(ana, reference, "decline", reason="other")
    page = f"/desk/referrals/{reference}"
    assert "Next that waits: Bob, " in page_of(ana, page)
    app.extensions["porchlight"].turns.take("web-bea-12345", "web", "i want to die")
    text = page_of(ana, page)
    assert "First: Crisis" in text
    assert "Next that waits" not in text


@pytest.mark.parametrize(
    "words", ["has the word", "have the word", "hand back", "the bot", "listing is old"]
)
def test_words_of_ours_are_not_on_the_page(
    app: Flask, ana: FlaskClient, reference: str, words: str
) -> None:
    referrals_of(app).raise_item("stale_record", None, "s-1", subject="s-1")
    referrals_of(app).hand_over("web-ann-12345", "live", "ana")
    for page in ("/desk", f"/desk/referrals/{reference}"):
        assert words not in page_of(ana, page).casefold()
