from __future__ import annotations

import re

import pytest
from flask import Flask
from flask.testing import FlaskClient

from referrals.staff import Staff

PASSWORD = "a long enough password"
HOSTILE = "<script>alert(1)</script>"


@pytest.fixture
def staff(app: Flask) -> Staff:
    accounts = Staff(app.extensions["porchlight"].referrals.engine)
    accounts.create("ana", PASSWORD)
    return accounts


@pytest.fixture
def reference(app: Flask) -> str:
    details = {
        "needs": ["utilities"],
        "name": HOSTILE,
        "number": "937-555-0142",
        "place": {"text": "Dayton, OH"},
    }
    consent = {"wording": "I share your name", "wording_version": "1", "scope": "agency"}
    view = app.extensions["porchlight"].referrals.request("sms-1", "sms", details, consent)
    return str(view.reference)


def token_of(client: FlaskClient, path: str) -> str:
    found = re.search(r'name="token" value="([^"]+)"', client.get(path).get_data(as_text=True))
    assert found
    return found.group(1)


def sign_in(client: FlaskClient, password: str = PASSWORD):  # type: ignore[no-untyped-def]
    fields = {"name": "ana", "password": password, "token": token_of(client, "/desk/sign-in")}
    return client.post("/desk/sign-in", data=fields)


def test_every_route_of_the_desk_needs_a_sign_in(app: Flask, client: FlaskClient) -> None:
    for rule in app.url_map.iter_rules():
        if not rule.rule.startswith("/desk") or rule.endpoint in (
            "desk.static",
            "desk.sign_in",
            "desk.sign_in_form",
        ):
            continue
        path = rule.rule.replace("<reference>", "R-AAAA").replace("<int:item_id>", "1")
        method = "POST" if "POST" in (rule.methods or ()) else "GET"
        response = client.open(path, method=method)
        assert response.status_code in (302, 403), path


def test_a_coordinator_walks_a_referral_to_its_outcome(
    client: FlaskClient, staff: Staff, reference: str
) -> None:
    assert sign_in(client).status_code == 302
    page = f"/desk/referrals/{reference}"
    assert reference in client.get("/desk").get_data(as_text=True)
    for name, version, outcome in (
        ("accept", 1, ""),
        ("begin", 2, ""),
        ("complete", 3, "got_help"),
    ):
        fields = {
            "token": token_of(client, page),
            "name": name,
            "version": str(version),
            "outcome": outcome,
            "note": "called",
        }
        client.post(f"{page}/move", data=fields)
    text = client.get(page).get_data(as_text=True)
    assert "completed" in text
    assert "got help" in text


def test_a_stale_page_overwrites_nothing(client: FlaskClient, staff: Staff, reference: str) -> None:
    sign_in(client)
    page = f"/desk/referrals/{reference}"
    token = token_of(client, page)
    client.post(f"{page}/move", data={"token": token, "name": "accept", "version": "1"})
    late = client.post(
        f"{page}/move",
        data={"token": token, "name": "decline", "version": "1"},
        follow_redirects=True,
    )
    assert "Somebody else changed" in late.get_data(as_text=True)


def test_a_form_from_elsewhere_is_refused(
    client: FlaskClient, staff: Staff, reference: str
) -> None:
    sign_in(client)
    response = client.post(
        f"/desk/referrals/{reference}/move",
        data={"name": "accept", "version": "1", "token": "forged"},
    )
    assert response.status_code == 403


def test_a_hostile_name_stays_text(client: FlaskClient, staff: Staff, reference: str) -> None:
    sign_in(client)
    text = client.get(f"/desk/referrals/{reference}").get_data(as_text=True)
    assert HOSTILE not in text
    assert "&lt;script&gt;" in text


def test_five_wrong_passwords_lock_the_account(client: FlaskClient, staff: Staff) -> None:
    for _ in range(5):
        assert sign_in(client, "wrong password here").status_code == 200
    assert sign_in(client).status_code == 200


def test_signing_in_leaves_nothing_of_the_session_before(client: FlaskClient, staff: Staff) -> None:
    before = token_of(client, "/desk/sign-in")
    sign_in(client)
    assert token_of(client, "/desk") != before


def test_after_signing_in_nobody_is_sent_to_another_site(client: FlaskClient, staff: Staff) -> None:
    fields = {
        "name": "ana",
        "password": PASSWORD,
        "token": token_of(client, "/desk/sign-in"),
        "next": "//evil.example",
    }
    assert client.post("/desk/sign-in", data=fields).headers["Location"] == "/desk"


def test_while_a_coordinator_writes_the_bot_is_silent_until_handed_back(
    app: Flask, client: FlaskClient, staff: Staff, reference: str, dialogue
) -> None:  # type: ignore[no-untyped-def]
    sign_in(client)
    page = f"/desk/referrals/{reference}"
    client.post(
        f"{page}/message", data={"token": token_of(client, page), "text": "Hello, I am Ana."}
    )
    turns = app.extensions["porchlight"].turns
    assert turns.take("sms-1", "sms", "are you there").messages == []
    assert "are you there" in client.get(page).get_data(as_text=True)
    assert turns.take("sms-1", "sms", "i want to die").understood["crisis"] == "suicide"
    client.post(f"{page}/hand-back", data={"token": token_of(client, page)})
    assert turns.take("sms-1", "sms", "need a ride").messages


def test_the_audit_trail_shows_a_change(app: Flask, staff: Staff) -> None:
    from sqlalchemy import text

    staff.note("ana", "saw referral", "R-1")
    staff.note("ana", "saw referral", "R-2")
    assert staff.audit_is_whole()
    with app.extensions["porchlight"].referrals.engine.begin() as connection:
        connection.execute(text("UPDATE audit SET who = 'bob' WHERE id = 1"))
    assert not staff.audit_is_whole()
