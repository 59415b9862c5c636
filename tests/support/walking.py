"""A whole stack with a text line: phones that text it, a coordinator at the desk, and days that pass."""

from __future__ import annotations

import re
import uuid
from datetime import UTC, datetime, timedelta
from xml.etree import ElementTree

import httpx
from sqlalchemy import update
from sqlalchemy.orm import Session
from twilio.request_validator import RequestValidator

from porchlight.processes.stack import Stack
from referrals.outbox.follow_ups import queue_due_questions
from referrals.outbox.queue import Outbox
from referrals.storage.tables import FollowUpRow
from referrals.usecases import Referrals

TOKEN = "0123456789abcdef0123456789abcdef"
PUBLIC = "https://text.example.org"
PASSWORD = "a long enough password"
ASKING = ["PERSON", "Ann", "1", "morning", "nothing else"]


class Phone:
    """Somebody who texts; each phone has a number of its own."""

    def __init__(self, stack: Stack) -> None:
        self._url = stack.url
        self.number = f"+1937555{uuid.uuid4().int % 10000:04d}"

    def text(self, *lines: str) -> str:
        for line in lines:
            fields = {
                "From": self.number,
                "To": "+19375550100",
                "Body": line,
                "MessageSid": uuid.uuid4().hex,
            }
            signature = RequestValidator(TOKEN).compute_signature(f"{PUBLIC}/sms", fields)
            response = httpx.post(
                f"{self._url}/sms",
                data=fields,
                headers={"X-Twilio-Signature": signature},
                timeout=30,
            )
            assert response.status_code == 200
        return "\n".join(node.text or "" for node in ElementTree.fromstring(response.content))  # noqa: S314

    def ask(self, *need: str) -> str:
        """Ask for a person and agree; the reference."""
        self.text(*(need or ("need a ride to dialysis 45402",)))
        asked = self.text(*ASKING)
        assert "Is that all right?" in asked, asked
        found = re.search(r"R-\w{4}", self.text("1"))
        assert found
        return found.group()


class Desk:
    """A coordinator who is signed in, behind a proxy that speaks https with the world."""

    def __init__(self, stack: Stack) -> None:
        self._url = stack.url
        self._cookie = ""
        self.post("/desk/sign-in", "/desk/sign-in", name="walker", password=PASSWORD)

    def page(self, path: str, **fields: str) -> str:
        """A page, or (with fields) the page that a form leads to."""
        headers = {"Cookie": self._cookie}
        if fields:
            response = httpx.post(self._url + path, data=fields, headers=headers, timeout=30)
        else:
            response = httpx.get(self._url + path, headers=headers, timeout=30)
        # The cookie is for https only, so no client would send it to a loopback address by itself.
        if "set-cookie" in response.headers:
            self._cookie = response.headers["set-cookie"].split(";")[0]
        if response.is_redirect:
            return self.page(response.headers["location"])
        assert response.status_code == 200, (path, response.status_code)
        return response.text

    def post(self, path: str, page: str, **fields: str) -> str:
        shown = self.page(page)
        for name in ("token", "version"):
            found = re.search(rf'name="{name}" value="([^"]+)"', shown)
            if found:
                fields.setdefault(name, found.group(1))
        return self.page(path, **fields)

    def move(self, reference: str, name: str, **fields: str) -> str:
        base = f"/desk/referrals/{reference}"
        return self.post(f"{base}/move", base, name=name, **fields)


def ask_now_whether_help_came(referrals: Referrals) -> int:
    """Three days later."""
    past = datetime.now(UTC).replace(tzinfo=None) - timedelta(minutes=1)
    with Session(referrals.engine) as session, session.begin():
        session.execute(update(FollowUpRow).where(FollowUpRow.round == 1).values(due_at=past))
    return queue_due_questions(referrals, Outbox(referrals))
