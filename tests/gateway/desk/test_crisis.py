"""A crisis: what the person wrote, whom to call, and that nobody puts it aside without saying how it ended."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select
from sqlalchemy.orm import Session

from gateway.desk.words import ENDED, REACHED, numbers_given
from referrals import putting_aside
from referrals.audit import Audit
from referrals.export import export_person
from referrals.storage.tables import ItemNoteRow, MessageRow
from tests.support.desk import (
    HOSTILE,
    ask,
    page_of,
    referrals_of,
    send,
    text_conversation,
    two_hours_pass,
)

ITEM = "/desk/items/1"
TALK = f"{ITEM}/talk"


@pytest.fixture
def conversation(app: Flask) -> str:
    """Somebody on a phone who has just written of suicide, and whom the desk knows by name."""
    known = text_conversation(app)
    ask(app, known)
    app.extensions["porchlight"].turns.take(known, "sms", "i want to die tonight")
    return known


def test_it_shows_the_words_the_name_and_the_numbers_they_were_given(
    ana: FlaskClient, conversation: str
) -> None:
    for page in ("/desk", TALK):
        text = page_of(ana, page)
        assert "i want to die tonight" in text, page
        assert "Ann" in text, page
        assert "988" in text, page
    assert "Call 937-555-0142" in page_of(ana, TALK)


def test_the_words_are_kept_encrypted_and_go_with_the_person(app: Flask, conversation: str) -> None:
    room = referrals_of(app)
    with Session(room.engine) as session:
        assert "die" not in session.scalars(select(MessageRow.text_cipher)).one()
    room.delete_person(conversation)
    with Session(room.engine) as session:
        assert session.scalars(select(MessageRow)).all() == []


def test_old_words_of_somebody_without_a_request_go_after_the_time_of_keeping(
    app: Flask, ana: FlaskClient
) -> None:
    room = referrals_of(app)
    app.extensions["porchlight"].turns.take("web-bea-12345", "web", "i want to die")
    real = room._now
    room._now = lambda: real() + timedelta(days=100)
    room.strip_closed(90)
    assert room.messages_since("web-bea-12345", 0), "the crisis is open: whoever calls must know"
    room._now = real
    send(ana, f"{ITEM}/done", TALK, reached="person", ended="safe_now", note="with her son")
    room._now = lambda: real() + timedelta(days=100)
    room.strip_closed(90)
    assert room.messages_since("web-bea-12345", 0) == []
    with Session(room.engine) as session:
        row = session.scalars(select(ItemNoteRow)).one()
        assert (row.who, row.ended, row.note_cipher) == ("ana", "safe_now", None)


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"reached": "person"},
        {"ended": "safe_now"},
        {"reached": "x", "ended": "safe_now"},
        {"reached": "nobody", "ended": "not_reached"},
        {"reached": "person", "ended": "other", "note": "  "},
    ],
)
def test_it_is_not_put_aside_without_who_was_reached_and_how_it_ended(
    app: Flask, ana: FlaskClient, conversation: str, fields: dict[str, str]
) -> None:
    where = send(ana, f"{ITEM}/done", TALK, **fields).headers["Location"]
    assert 'class="problem" role="alert"' in page_of(ana, where)
    assert "Urgent: Crisis" in page_of(ana, "/desk")


def test_it_is_put_aside_with_who_and_when_found_again_and_put_back(
    app: Flask, ana: FlaskClient, conversation: str
) -> None:
    send(
        ana,
        f"{ITEM}/done",
        TALK,
        reached="person",
        ended="somebody_there",
        note="Her son is there.",
    )
    assert "Urgent: Crisis" not in page_of(ana, "/desk")
    trail = [(line.who, line.what, line.subject) for line in Audit(referrals_of(app)).lines()]
    assert ("ana", "crisis put aside: reached person, somebody_there", "item 1") in trail
    for _ in range(2):
        aside = page_of(ana, "/desk?show=aside")
        assert (
            "Reached: the person. How it ended: somebody is with them. Her son is there." in aside
        )
        assert "ana, <time" in aside
        assert f"{ITEM}/back" in aside
    send(ana, f"{ITEM}/back")
    assert "Urgent: Crisis" in page_of(ana, "/desk")
    assert "Her son is there." in page_of(ana, TALK), "what was done before stays to read"
    assert ("ana", "item put back", "item 1") in [
        (line.who, line.what, line.subject) for line in Audit(referrals_of(app)).lines()
    ]


def test_a_try_is_written_down_and_it_stays_on_top(ana: FlaskClient, conversation: str) -> None:
    send(
        ana, f"{ITEM}/done", TALK, reached="nobody", ended="not_reached", note="Try 911.", keep="1"
    )
    assert "Urgent: Crisis" in page_of(ana, "/desk")
    assert "Try 911." in page_of(ana, TALK)


def test_done_is_no_button_of_a_crisis_in_the_list(ana: FlaskClient, conversation: str) -> None:
    assert 'id="done-1"' not in page_of(ana, "/desk")


def test_the_one_first_button_leads_to_the_crisis(app: Flask, ana: FlaskClient) -> None:
    reference = ask(app)
    assert page_of(ana, "/desk").count("button first") == 1
    app.extensions["porchlight"].turns.take(text_conversation(app), "sms", "i want to die")
    text = page_of(ana, "/desk")
    assert text.count("button first") == 1
    assert f'class="button first" id="talk-1" href="{TALK}"' in text
    assert reference in text
    assert ana.get("/desk/state").get_json() == {"urgent": 1, "items": 1, "first": TALK}


def test_at_night_it_says_that_a_text_waits_and_to_call(
    app: Flask, ana: FlaskClient, conversation: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Night(datetime):
        @classmethod
        def now(cls, tz=None):  # type: ignore[no-untyped-def]
            return datetime(2026, 11, 3, 8, 37, tzinfo=tz or UTC)

    monkeypatch.setattr("gateway.desk.their_time.datetime", Night)
    assert "it goes out at" not in page_of(ana, TALK), "who wrote just now is answered at once"
    two_hours_pass(app)
    text = page_of(ana, TALK)
    assert "It is night there: 3:37 AM EST." in text
    assert "Call all the same" in text
    assert "Do not wait for a text." in text
    assert "it goes out at 8:00 AM EST" in text


def test_a_phone_that_somebody_else_reads_is_not_written_to(app: Flask, ana: FlaskClient) -> None:
    app.extensions["porchlight"].turns.take(
        text_conversation(app), "sms", "my son hits me, i am afraid of him"
    )
    text = page_of(ana, TALK)
    assert "Do not text and leave no message" in text
    assert f"{ITEM}/message" not in text


def test_hostile_words_of_a_crisis_stay_text(app: Flask, ana: FlaskClient) -> None:
    app.extensions["porchlight"].turns.take("web-bea-12345", "web", f"i want to die {HOSTILE}")
    send(ana, f"{ITEM}/done", TALK, reached="person", ended="safe_now", note=HOSTILE)
    for page in ("/desk?show=aside", "/desk"):
        assert HOSTILE not in page_of(ana, page)


def test_a_person_gets_what_was_written_of_them(
    app: Flask, ana: FlaskClient, conversation: str
) -> None:
    send(ana, f"{ITEM}/done", TALK, reached="person", ended="safe_now", note="with her son")
    kept = export_person(referrals_of(app), conversation)
    assert kept["desk_item_note"][0]["note"] == "with her son"


def test_each_choice_has_its_words_and_each_kind_its_numbers() -> None:
    assert tuple(REACHED) == putting_aside.REACHED
    assert tuple(ENDED) == putting_aside.ENDED
    assert numbers_given("suicide") == ["988", "911"]
    assert numbers_given("abuse_now") == ["911", "1-800-799-7233"]
    assert numbers_given("suicide, after STOP: call") == [], "nothing may be sent after STOP"
