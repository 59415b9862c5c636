"""Twilio's side of a webhook: fields as Twilio sends them, signed with its own validator, TwiML read."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from xml.etree import ElementTree

from flask.testing import FlaskClient
from twilio.request_validator import RequestValidator
from werkzeug.test import TestResponse

from tests.support.twilio import ACCOUNT, OURS, TOKEN

PUBLIC = "https://text.example.org"


@dataclass(frozen=True)
class Said:
    """A text in a response, and where its reports go."""

    text: str
    status_callback: str


def new_sid() -> str:
    return "SM" + uuid.uuid4().hex


def fields(body: str, sid: str = "", number: str = "+19375550199", **more: str) -> dict[str, str]:
    """The parameters of an inbound text."""
    sid = sid or new_sid()
    return {
        "ToCountry": "US", "ToState": "OH", "SmsMessageSid": sid, "NumMedia": "0", "ToCity": "DAYTON", "FromZip": "45402",
        "SmsSid": sid, "FromState": "OH", "SmsStatus": "received", "FromCity": "DAYTON", "Body": body, "FromCountry": "US",
        "To": OURS, "ToZip": "45402", "NumSegments": "1", "MessageSid": sid, "AccountSid": ACCOUNT, "From": number,
        "ApiVersion": "2010-04-01", **more,
    }  # fmt: skip


def signed(path: str, form: dict[str, str], public: str = PUBLIC) -> dict[str, str]:
    """The header that Twilio adds."""
    signature = RequestValidator(TOKEN).compute_signature(f"{public}{path}", form)
    return {"X-Twilio-Signature": signature}


def post(client: FlaskClient, form: dict[str, str], path: str = "/sms", **headers: str) -> TestResponse:  # fmt: skip
    return client.post(path, data=form, headers={**signed(path, form), **headers})


def said(response: TestResponse) -> list[str]:
    return [one.text for one in read_twiml(response.status_code, response.data)]


def read_twiml(status: int, data: bytes) -> list[Said]:
    """The texts of a response; fails on anything but TwiML."""
    assert status == 200, status
    root = ElementTree.fromstring(data)  # noqa: S314 (our own answer)
    assert root.tag == "Response"
    return [Said(node.text or "", node.get("statusCallback") or "") for node in root]
