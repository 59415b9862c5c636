"""A warm referral from the first text to the outcome: signed texts on one side, the desk on the other."""

from __future__ import annotations

import re
import uuid
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from xml.etree import ElementTree

import httpx
import pytest
from sqlalchemy import update
from sqlalchemy.orm import Session
from twilio.request_validator import RequestValidator

from porchlight.processes.stack import Stack, running_stack
from porchlight.settings import Settings
from referrals.outbox.follow_ups import queue_due_questions
from referrals.outbox.queue import Outbox
from referrals.settings import Settings as ReferralSettings
from referrals.settings import secret_from_file
from referrals.staff import Staff
from referrals.storage.tables import FollowUpRow
from referrals.usecases import Referrals

pytestmark = [pytest.mark.stack, pytest.mark.timeout(600)]
TOKEN = "0123456789abcdef0123456789abcdef"
PUBLIC = "https://text.example.org"
PASSWORD = "a long enough password"
ASKING = ["PERSON", "Ann", "1", "morning", "nothing else"]


@pytest.fixture(scope="module")
def stack() -> Iterator[Stack]:
    changes = {"TWILIO_AUTH_TOKEN": TOKEN, "PUBLIC_URL": PUBLIC, "TWILIO_FROM": "+19375550100"}
    with running_stack(Settings.read(), changes) as running:
        yield running


@pytest.fixture(scope="module")
def referrals(stack: Stack) -> Referrals:
    folder = stack.settings.data_dir
    database = f"sqlite:///{folder / 'porchlight.db'}"
    opened = Referrals.open(ReferralSettings(folder, database, secret_from_file(folder)))
    Staff(opened).create("walker", PASSWORD, "lead")
    return opened


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


@pytest.fixture(scope="module")
def desk(stack: Stack, referrals: Referrals) -> Desk:
    return Desk(stack)


def test_asked_agreed_claimed_called_finished_answered_3_reopened_completed(
    stack: Stack, referrals: Referrals, desk: Desk
) -> None:
    phone = Phone(stack)
    reference = phone.ask()
    assert reference in desk.page("/desk")
    assert "someone will call you soon" in phone.text("any news?").lower()
    desk.move(reference, "accept")
    assert "a person took it" in phone.text("any news?")
    base = f"/desk/referrals/{reference}"
    desk.post(
        f"{base}/attempt", base, how="call", whom="agency", result="reached", note="they call her"
    )
    desk.move(reference, "complete", outcome="got_help")
    ask_now_whether_help_came(referrals)
    answer = phone.text("3")
    assert "A person at our desk will look" in answer
    assert "Reply 4 for more" in answer, "the next choice after the three that were shown"
    assert "Help did not come yet" in desk.page("/desk")
    desk.move(reference, "reopen")
    desk.move(reference, "accept")
    page = desk.move(reference, "complete", outcome="waiting_list")
    assert "completed (on a waiting list)" in page
    assert "could not reach" in page


def test_a_no_shares_nothing(stack: Stack, referrals: Referrals) -> None:
    phone = Phone(stack)
    phone.text("need a ride 45402", *ASKING)
    assert "I share nothing" in phone.text("2")
    assert "I have no request" in phone.text("any news?")


def test_an_unclear_answer_is_asked_once_more(stack: Stack) -> None:
    phone = Phone(stack)
    phone.text("need a ride 45402", *ASKING)
    assert "Send 1 to share" in phone.text("ok but only if my daughter says so")
    assert "I share nothing" in phone.text("hmm maybe")


def test_taking_it_back_in_the_middle_stops_everything(stack: Stack, desk: Desk) -> None:
    phone = Phone(stack)
    reference = phone.ask()
    desk.move(reference, "accept")
    assert "It is stopped" in phone.text("i changed my mind dont send my name")
    page = desk.page(f"/desk/referrals/{reference}")
    assert "The consent was taken back" in page
    assert "Tell the agency" in desk.page("/desk")


def test_opting_out_in_the_middle_is_work_and_no_text_goes_out(stack: Stack, desk: Desk) -> None:
    phone = Phone(stack)
    reference = phone.ask()
    phone.text("STOP")
    page = desk.page(f"/desk/referrals/{reference}")
    assert "does not want texts" in page
    assert "Does not want texts any more" in desk.page("/desk")


def test_a_coordinator_takes_over_and_hands_back(stack: Stack, desk: Desk) -> None:
    phone = Phone(stack)
    reference = phone.ask()
    base = f"/desk/referrals/{reference}"
    desk.post(f"{base}/message", base, text="Hello, I am Walker.")
    assert phone.text("oh hello walker") == ""
    assert "oh hello walker" in desk.page(base)
    desk.post(f"{base}/hand-back", base)
    assert phone.text("need a ride 45402") != ""


def test_in_spanish_it_is_the_same(stack: Stack) -> None:
    phone = Phone(stack)
    phone.text("necesito transporte al doctor 33125")
    asked = phone.text("PERSONA", "Rosa", "1", "manana", "nada")
    assert "a nadie mas" in asked.replace("á", "a")
    assert "R-" in phone.text("1")


def test_deleting_leaves_nothing_at_the_bot_either(stack: Stack, referrals: Referrals) -> None:
    phone = Phone(stack)
    phone.ask()
    assert "deleted" in phone.text("delete my information")
    assert "I have no request" in phone.text("any news?")
    news = phone.text("more")
    assert "Dayton" not in news
