"""A desk for tests: accounts, one referral, and a browser that carries the token."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import update
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from referrals.outbox.queue import utc_now
from referrals.staff import Staff
from referrals.storage.tables import OutboxRow, PhoneLineRow
from referrals.usecases import Referrals

PASSWORD = "a long enough password"
HOSTILE = "<script>alert(1)</script>"
NUMBER = "+19375550142"
CONSENT = {"wording": "I share Ann, 937-555-0142", "wording_version": "t-en", "scope": "agency"}
SERVICE = {
    "service_id": "s-1",
    "name": "Rides for older adults",
    "organization": "Area Agency on Aging 2",
    "phones": ["+19375550178"],
    "call_first": True,
    "assured_date": "2024-01-01",
}


def two_hours_pass(app: Flask) -> None:
    """Whoever wrote just now wrote two hours ago, and what went out just now went out then."""
    then = utc_now() - timedelta(hours=2)
    with Session(referrals_of(app).engine) as session, session.begin():
        session.execute(update(PhoneLineRow).values(last_seen_at=then))
        session.execute(
            update(OutboxRow).where(OutboxRow.status == "handed").values(claimed_at=then)
        )


def details(**changes: Any) -> dict[str, Any]:
    known: dict[str, Any] = {
        "needs": ["transportation"],
        "name": "Ann",
        "number": "937-555-0142",
        "good_time": "morning",
        "language": "en",
        "note": "=cmd|danger",
        "situation": "cant get to dialysis",
        "place": {
            "text": "Dayton, OH 45402",
            "zip": "45402",
            "county": "Montgomery",
            "state": "OH",
        },
        "services": [SERVICE],
    }
    return {**known, **changes}


def referrals_of(app: Flask) -> Referrals:
    found: Referrals = app.extensions["porchlight"].referrals
    return found


def ask(app: Flask, conversation: str = "web-ann-12345", **changes: Any) -> str:
    channel = conversation.split("-", maxsplit=1)[0]
    view = referrals_of(app).request(conversation, channel, details(**changes), CONSENT)
    return view.reference


def text_conversation(app: Flask, number: str = NUMBER) -> str:
    return str(app.extensions["porchlight"].lines.seen(number))


def account(app: Flask, name: str, role: str = "coordinator") -> None:
    Staff(referrals_of(app)).create(name, PASSWORD, role)


def token_of(client: FlaskClient, path: str) -> str:
    found = re.search(r'name="token" value="([^"]+)"', client.get(path).get_data(as_text=True))
    assert found, path
    return found.group(1)


def sign_in(
    client: FlaskClient, name: str = "ana", password: str = PASSWORD, **more: str
) -> TestResponse:
    fields = {"name": name, "password": password, "token": token_of(client, "/desk/sign-in")}
    return client.post("/desk/sign-in", data={**fields, **more})


def send(client: FlaskClient, path: str, page: str = "/desk", **fields: Any) -> TestResponse:
    """Fill in and send a form of the desk."""
    return client.post(path, data={**fields, "token": token_of(client, page)})


def page_of(client: FlaskClient, path: str) -> str:
    response = client.get(path)
    assert response.status_code == 200, (path, response.status_code)
    return response.get_data(as_text=True)


def version_on(client: FlaskClient, path: str) -> str:
    found = re.search(r'name="version" value="(\d+)"', page_of(client, path))
    assert found
    return found.group(1)


def move(client: FlaskClient, reference: str, name: str, **more: str) -> TestResponse:
    page = f"/desk/referrals/{reference}"
    fields = {"name": name, "version": version_on(client, page), "note": "called", **more}
    return client.post(f"{page}/move", data={**fields, "token": token_of(client, page)})
