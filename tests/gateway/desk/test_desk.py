from __future__ import annotations

from datetime import UTC, datetime

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from referrals.desk_items import open_items
from referrals.storage.tables import OutboxRow, PhoneLineRow, ReferralRow
from tests.support.bot import ScriptedDialogue
from tests.support.desk import (
    HOSTILE,
    account,
    ask,
    move,
    page_of,
    referrals_of,
    send,
    sign_in,
    text_conversation,
    two_hours_pass,
    version_on,
)


def test_a_coordinator_walks_a_referral_to_its_outcome(ana: FlaskClient, reference: str) -> None:
    assert reference in page_of(ana, "/desk")
    page = f"/desk/referrals/{reference}"
    move(ana, reference, "accept")
    send(ana, f"{page}/agency", page, service="s-1", version=version_on(ana, page))
    assert "I call for Ann" in page_of(ana, page)
    assert "937-555-0178" in page_of(ana, page)
    send(
        ana, f"{page}/attempt", page, how="call", whom="agency", result="reached", note="will call"
    )
    assert "with the agency" in page_of(ana, page), "who talks with the agency has begun"
    move(ana, reference, "complete", outcome="got_help")
    text = page_of(ana, page)
    assert "completed (got help)" in text
    assert "phone call to the agency, reached. will call" in text
    assert reference not in page_of(ana, "/desk")
    assert reference in page_of(ana, "/desk?show=closed")


def test_finishing_without_an_outcome_says_what_is_missing(
    ana: FlaskClient, reference: str
) -> None:
    move(ana, reference, "accept")
    where = move(ana, reference, "complete").headers["Location"]
    assert "Choose how it ended" in page_of(ana, where)


def test_two_coordinators_racing_never_overwrite_each_other(app: Flask, reference: str) -> None:
    for name in ("ana", "bob"):
        account(app, name)
    first, second = app.test_client(), app.test_client()
    sign_in(first, "ana")
    sign_in(second, "bob")
    page = f"/desk/referrals/{reference}"
    seen = version_on(second, page)
    move(first, reference, "accept")
    late = send(second, f"{page}/move", page, name="decline", version=seen, note="mine")
    assert "Somebody else changed" in page_of(second, late.headers["Location"])
    assert "With ana" in page_of(second, page)
    send(second, f"{page}/agency", page, name="Other", version=seen)
    assert "Other" not in page_of(second, page)


def test_a_declined_referral_tells_why(ana: FlaskClient, reference: str) -> None:
    move(ana, reference, "decline", reason="outside_area")
    assert "declined (outside our area)" in page_of(ana, f"/desk/referrals/{reference}")


def test_a_day_to_look_again_brings_it_to_the_top(app: Flask, ana: FlaskClient) -> None:
    older, newer = ask(app, needs=["housing"]), ask(app, needs=["utilities"])
    page = f"/desk/referrals/{newer}"
    send(ana, f"{page}/look-again", page, on="2020-01-02", version=version_on(ana, page))
    text = page_of(ana, "/desk")
    assert "look again now" in text
    assert text.index(newer) < text.index(older)


def test_an_urgent_need_comes_first(app: Flask, ana: FlaskClient) -> None:
    plain, urgent = ask(app, needs=["housing"]), ask(app, needs=["food_assistance"], urgent=True)
    text = page_of(ana, "/desk")
    assert text.index(urgent) < text.index(plain)


@pytest.mark.parametrize(
    ("query", "shown"),
    [("", True), ("?show=mine", False), ("?show=free", True), ("?need=transportation", True),
     ("?need=housing", False), ("?state=OH", True), ("?state=TX", False), ("?show=due", False)],
)  # fmt: skip
def test_the_queue_can_be_narrowed(
    ana: FlaskClient, reference: str, query: str, shown: bool
) -> None:
    assert (reference in page_of(ana, f"/desk{query}")) is shown
    assert (reference in page_of(ana, f"/desk/live{query}")) is shown


def test_a_referral_can_be_given_to_a_colleague_only(
    app: Flask, ana: FlaskClient, reference: str
) -> None:
    account(app, "bob")
    page = f"/desk/referrals/{reference}"
    move(ana, reference, "accept")
    send(ana, f"{page}/assign", page, to="nobody", version=version_on(ana, page))
    assert "With you" in page_of(ana, page)
    send(ana, f"{page}/assign", page, to="bob", version=version_on(ana, page))
    assert "With bob" in page_of(ana, page)


@pytest.mark.parametrize("field", ["name", "note", "situation", "good_time"])
def test_hostile_words_stay_text(app: Flask, ana: FlaskClient, field: str) -> None:
    reference = ask(app, needs=["housing"], **{field: HOSTILE})
    for page in (f"/desk/referrals/{reference}", f"/desk/referrals/{reference}/print"):
        text = page_of(ana, page)
        assert HOSTILE not in text
    assert "&lt;script&gt;" in page_of(ana, f"/desk/referrals/{reference}")


def test_while_a_coordinator_writes_the_bot_is_silent_until_handed_back(
    app: Flask, ana: FlaskClient, reference: str, dialogue: ScriptedDialogue
) -> None:
    page = f"/desk/referrals/{reference}"
    send(ana, f"{page}/message", page, text="Hello, I am Ana.")
    turns = app.extensions["porchlight"].turns
    assert turns.take("web-ann-12345", "web", "are you there").messages == []
    assert dialogue.heard == []
    assert "are you there" in page_of(ana, page)
    assert "The person wrote" in page_of(ana, "/desk")
    crisis = turns.take("web-ann-12345", "web", "i want to die")
    assert crisis.understood["crisis"] == "suicide"
    assert "i want to die" in page_of(ana, f"{page}/thread")
    send(ana, f"{page}/message", page, text="I call you now.")
    assert "The person wrote" not in page_of(ana, "/desk")
    send(ana, f"{page}/hand-back", page)
    assert turns.take("web-ann-12345", "web", "need a ride").messages


def test_a_text_from_the_desk_goes_through_the_outbox(app: Flask, ana: FlaskClient) -> None:
    conversation = text_conversation(app)
    reference = ask(app, conversation)
    page = f"/desk/referrals/{reference}"
    send(ana, f"{page}/message", page, text="Hello, I am Ana.")
    with Session(referrals_of(app).engine) as session:
        row = session.get_one(OutboxRow, 1)
        assert (row.conversation, row.kind, row.status) == (conversation, "coordinator", "queued")
        assert session.get_one(ReferralRow, 1).first_contact_at is not None
    assert "waits to go out" in page_of(ana, page)


@pytest.mark.parametrize("why", ["opted out", "abuse", "landline"])
def test_nobody_is_texted_who_must_not_be(app: Flask, ana: FlaskClient, why: str) -> None:
    parts = app.extensions["porchlight"]
    conversation = text_conversation(app)
    reference = ask(app, conversation)
    if why == "abuse":
        parts.referrals.never_text_first(conversation)
    else:
        with Session(parts.referrals.engine) as session, session.begin():
            line = session.get_one(PhoneLineRow, conversation)
            if why == "opted out":
                line.opted_out_at = parts.referrals.now()
            else:
                line.unreachable = "landline"
    page = f"/desk/referrals/{reference}"
    text = page_of(ana, page)
    assert "Call" in text
    assert f"{page}/message" not in text
    send(ana, f"{page}/message", page, text="Hello")
    assert not parts.referrals.coordinator_has(conversation)
    with Session(parts.referrals.engine) as session:
        assert session.query(OutboxRow).where(OutboxRow.kind == "coordinator").count() == 0


def test_a_crisis_stands_on_top_with_the_number_to_call(app: Flask, ana: FlaskClient) -> None:
    conversation = text_conversation(app)
    ask(app)
    referrals_of(app).raise_item("wrong_number", None, "first", subject="s-9")
    app.extensions["porchlight"].turns.take(conversation, "sms", "i want to die")
    text = page_of(ana, "/desk")
    assert text.index("Urgent: Crisis") < text.index("A listed number is wrong")
    assert "Call 937-555-0142" in text
    assert ana.get("/desk/state").get_json()["urgent"] == 1


def test_somebody_without_a_referral_can_be_talked_with(app: Flask, ana: FlaskClient) -> None:
    app.extensions["porchlight"].turns.take("web-bea-12345", "web", "i want to die")
    item = "/desk/items/1"
    assert "Thoughts of suicide" in page_of(ana, f"{item}/talk")
    send(ana, f"{item}/message", f"{item}/talk", text="I am Ana. Are you alone?")
    assert referrals_of(app).coordinator_has("web-bea-12345")
    assert "Are you alone?" in page_of(ana, f"{item}/thread")
    send(ana, f"{item}/hand-back", f"{item}/talk")
    assert not referrals_of(app).coordinator_has("web-bea-12345")


def test_an_item_that_is_done_is_gone_and_in_the_trail(app: Flask, ana: FlaskClient) -> None:
    referrals_of(app).raise_item("wrong_number", None, "s-9: nobody answers")
    assert "nobody answers" in page_of(ana, "/desk")
    send(ana, "/desk/items/1/done")
    assert "nobody answers" not in page_of(ana, "/desk")
    assert ana.get("/desk/items/1/talk").status_code == 404


def test_done_by_mistake_can_be_put_back(app: Flask, ana: FlaskClient) -> None:
    referrals_of(app).raise_item("wrong_number", None, "s-9: nobody answers")
    send(ana, "/desk/items/1/done")
    assert "/desk/items/1/back" in page_of(ana, "/desk")
    assert "/desk/items/1/back" not in page_of(ana, "/desk"), "offered once, on the next page"
    send(ana, "/desk/items/1/back")
    assert "nobody answers" in page_of(ana, "/desk")


def test_opening_again_deals_with_what_the_person_answered_and_with_nothing_else(
    app: Flask, ana: FlaskClient, reference: str
) -> None:
    move(ana, reference, "accept")
    move(ana, reference, "complete", outcome="got_help")
    for kind in ("follow_up", "tell_agency"):
        referrals_of(app).raise_item(kind, "web-ann-12345", f"{reference}: x", subject=reference)
    assert "Help did not come yet" in page_of(ana, "/desk")
    move(ana, reference, "reopen")
    text = page_of(ana, "/desk")
    assert "Help did not come yet" not in text
    assert "Tell the agency" in text


def test_people_come_before_the_directory(app: Flask, ana: FlaskClient) -> None:
    reference = ask(app)
    referrals_of(app).raise_item("stale_record", None, "an old listing", subject="s-8")
    text = page_of(ana, "/desk")
    assert text.index(reference) < text.index("an old listing")


def test_a_number_that_fails_a_coordinator_becomes_work_once(
    app: Flask, ana: FlaskClient, reference: str
) -> None:
    page = f"/desk/referrals/{reference}"
    send(ana, f"{page}/agency", page, service="s-1", version=version_on(ana, page))
    for _ in range(2):
        send(ana, f"{page}/attempt", page, how="call", whom="agency", result="wrong_number")
    assert (
        page_of(ana, "/desk").count("A listed number is wrong") == 2
    )  # the words and the button's label


def test_the_same_phone_on_two_channels_shows(app: Flask, ana: FlaskClient) -> None:
    by_text = ask(app, text_conversation(app), number="this phone")
    by_web = ask(app)
    assert by_text in page_of(ana, f"/desk/referrals/{by_web}")
    assert "937-555-0142" in page_of(ana, f"/desk/referrals/{by_text}")


def test_at_night_the_desk_says_when_a_text_goes_out(
    app: Flask, ana: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    reference = ask(app, text_conversation(app))

    class Night(datetime):
        @classmethod
        def now(cls, tz=None):  # type: ignore[no-untyped-def]
            return datetime(2026, 11, 3, 4, 0, tzinfo=tz or UTC)

    monkeypatch.setattr("gateway.desk.their_time.datetime", Night)
    assert "it goes out at" not in page_of(ana, f"/desk/referrals/{reference}"), "they are talking"
    two_hours_pass(app)
    assert "it goes out at 8:00 AM EST" in page_of(ana, f"/desk/referrals/{reference}")


def test_a_colleague_sees_who_is_writing(app: Flask, ana: FlaskClient, reference: str) -> None:
    page = f"/desk/referrals/{reference}"
    send(ana, f"{page}/message", page, text="Hello, I am Ana.")
    assert "You are writing with them" in page_of(ana, page)
    account(app, "bob")
    other = app.test_client()
    sign_in(other, "bob")
    assert "ana is writing with them" in page_of(other, page)


def test_where_a_call_would_be_seen_no_number_stands_in_the_list(
    app: Flask, ana: FlaskClient
) -> None:
    conversation = app.extensions["porchlight"].lines.seen("+19375550177")
    desk = referrals_of(app)
    desk.raise_item("crisis", conversation, "asks unseen", subject="unseen", urgent=True)
    assert "asks unseen" in page_of(ana, "/desk").lower()
    assert "937-555-0177" not in page_of(ana, "/desk")
    (item,) = open_items(desk)
    page = page_of(ana, f"/desk/items/{item.id}/talk")
    assert "Do not call or write to this phone" in page
    assert "tel:" not in page
    talk = f"/desk/items/{item.id}/talk"
    refused = send(ana, f"/desk/items/{item.id}/message", talk, text="hello")
    assert refused.status_code == 409
    desk.raise_item("crisis", conversation, "suicide", urgent=True)
    assert "937-555-0177" in page_of(ana, "/desk")
