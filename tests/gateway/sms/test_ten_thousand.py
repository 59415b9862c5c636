"""Ten thousand generated requests: forged, replayed, re-ordered, parallel, malformed.

The generator keeps the books of what a correct text line says: each genuine message is answered exactly
once, by whichever of its deliveries; nothing else is answered; no request gets an error page.
"""

from __future__ import annotations

import random
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from gateway.app import create_app
from gateway.dialogue import BotAnswer, BotMessage
from tests.conftest import make_settings
from tests.referrals.outbox_parts import database_for
from tests.support.webhook import PUBLIC, fields, new_sid, read_twiml, signed

COUNT = 10_000
THREADS = 6
_BODIES = (
    "need a ride", "comida para mi mamá", "🙂🙂", "", " ", "中文 帮助", "x" * 1499, "\x00\x01", "' OR 1=1 --",
    "<Response><Message>hi</Message></Response>", "&amp;&lt;", "عربى", "1", "MORE", "/restart", "{}", "%s%n", "\u202etxet",
    "a" * 800, "stop by tomorrow", "can't quit smoking", "🙂 ok", "line\nline\r\nline", "]]>",
)  # fmt: skip


@dataclass
class CountingDialogue:
    """Answers at once and remembers how often it heard each sender."""

    heard: Counter[str] = field(default_factory=Counter)

    def send(self, sender: str, text: str, metadata: dict[str, Any]) -> BotAnswer:
        self.heard[sender] += 1
        return BotAnswer((BotMessage(f"Heard {len(text)}"),), {}, {"language": "en"})


@dataclass
class Delivery:
    """One HTTP request. `message` names the genuine message that it delivers; None for the others."""

    path: str
    data: Any
    headers: dict[str, str]
    message: str | None = None
    method: str = "POST"
    expected: tuple[int, ...] = (200,)


def genuine(chance: random.Random) -> list[Delivery]:
    """A text with one to four deliveries, some with Twilio's token for retries."""
    sid, number = new_sid(), f"+1937555{chance.randrange(400):04d}"
    body = chance.choice(_BODIES)
    if chance.random() < 0.005:
        # As long as can be: what follows from the same phone would be taken for its second part.
        body, number = "x" * 1600, f"+1614{chance.randrange(2_000_000, 10_000_000)}"
    form = fields(body, sid, number, NumMedia=chance.choice("0001"))
    headers = signed("/sms", form)
    if chance.random() < 0.5:
        headers["I-Twilio-Idempotency-Token"] = f"token-{sid}"
    copies = chance.choice((1, 1, 2, 3, 4))
    return [Delivery("/sms", form, headers, sid) for _ in range(copies)]


def forged(chance: random.Random) -> list[Delivery]:
    """Signed with another key, for another address, over other fields, or not at all."""
    form = fields(chance.choice(_BODIES))
    good = signed("/sms", form)
    kind = chance.randrange(5)
    if kind == 0:
        headers = {}
    elif kind == 1:
        headers = {"X-Twilio-Signature": good["X-Twilio-Signature"][::-1]}
    elif kind == 2:
        headers = signed("/sms", form, "https://elsewhere.example.org")
    elif kind == 3:
        headers, form = good, {**form, "Body": form["Body"] + "!"}
    else:
        headers = {"X-Twilio-Signature": chance.choice(("é", "=" * 5000, "\t", "a b c"))}
    path = chance.choice(("/sms", "/sms/status"))
    return [Delivery(path, form, headers, expected=(403,))]


def malformed(chance: random.Random) -> list[Delivery]:
    """Properly signed or not, and not what Twilio sends."""
    kind = chance.randrange(8)
    refused = (400, 403, 405, 413, 415)
    if kind == 0:
        form = fields("hello", NumMedia=chance.choice(("9" * 5000, "²", "-1", "x", "")), number="")
        return [Delivery("/sms", form, signed("/sms", form), expected=(400,))]
    if kind == 1:
        form: dict[str, str] = {}
        return [Delivery("/sms", form, signed("/sms", form), expected=(400,))]
    if kind == 2:
        raw = bytes(chance.randrange(256) for _ in range(chance.randrange(200)))
        kind_of_data = "application/x-www-form-urlencoded"
        return [Delivery("/sms", raw, {"Content-Type": kind_of_data}, expected=refused)]
    if kind == 3:
        return [Delivery("/sms", b"{}", {"Content-Type": "application/json"}, expected=refused)]
    if kind == 4:
        return [
            Delivery(
                "/sms", None, {}, method=chance.choice(("GET", "PUT", "DELETE")), expected=refused
            )
        ]
    if kind == 5:
        path = f"/sms?{chance.choice(('a=%ff', 'text=1', '%00', 'ü=ß', 'a=b&a=c'))}"
        return [Delivery(path, fields("hello"), {"X-Twilio-Signature": "x"}, expected=refused)]
    if kind == 6:
        raw = b"--b\r\nContent-Disposition: form-data; name=From\r\n\r\n+1"
        return [
            Delivery(
                "/sms", raw, {"Content-Type": "multipart/form-data; boundary=b"}, expected=refused
            )
        ]
    return [Delivery("/sms", {"Body": "x" * 300_000}, {}, expected=refused)]


def report(chance: random.Random) -> list[Delivery]:
    """A signed status callback on a text that may or may not be ours, in any order."""
    state = chance.choice(("queued", "sent", "delivered", "undelivered", "failed", "nonsense", ""))
    form = {
        "MessageSid": new_sid(),
        "MessageStatus": state,
        "ErrorCode": chance.choice(("", "30004", "x" * 50)),
    }
    path = f"/sms/status?text={chance.choice(('', '0.1', '99999999999999999999.1', 'x', '-1.-1'))}"
    return [Delivery(path, form, signed(path, form), expected=(204,))]


def generate(seed: int) -> list[Delivery]:
    chance = random.Random(seed)
    kinds = (genuine, genuine, genuine, forged, forged, malformed, report)
    made: list[Delivery] = []
    while len(made) < COUNT:
        made += chance.choice(kinds)(chance)
    chance.shuffle(made)
    return made


def deliver(client: FlaskClient, one: Delivery) -> tuple[str | None, int, list[str]]:
    response = client.open(one.path, method=one.method, data=one.data, headers=one.headers)
    assert response.status_code in one.expected, (one, response.status_code)
    assert b"<html" not in response.data.lower()
    assert b"Traceback" not in response.data
    if response.status_code != 200:
        assert response.status_code == 204 or response.data == b"<Response/>"
        return one.message, response.status_code, []
    return one.message, 200, [s.text for s in read_twiml(200, response.data)]


@pytest.mark.timeout(280)
def test_ten_thousand_requests_leave_no_error_page_and_no_lost_or_doubled_reply(
    tmp_path: Path,
) -> None:
    dialogue = CountingDialogue()
    app: Flask = create_app(
        make_settings(
            tmp_path, sms_wait_s=60.0, public_url=PUBLIC, database_url=database_for(tmp_path)
        ),
        dialogue,
    )  # type: ignore[arg-type]
    requests = generate(20261130)

    def work(part: list[Delivery]) -> list[tuple[str | None, int, list[str]]]:
        with app.test_client() as client:
            return [deliver(client, one) for one in part]

    with ThreadPoolExecutor(THREADS) as pool:
        results = [
            one
            for part in pool.map(work, [requests[n::THREADS] for n in range(THREADS)])
            for one in part
        ]

    assert len(results) >= COUNT
    answers: Counter[str] = Counter()
    for message, _, texts in results:
        if message is not None:
            answers[message] += bool(texts)
        else:
            assert texts == []
    wrong = {sid: count for sid, count in answers.items() if count != 1}
    assert wrong == {}
    with app.extensions["porchlight"].referrals.engine.connect() as connection:
        queued = connection.exec_driver_sql("SELECT status, count(*) FROM outbox GROUP BY status")
        assert {status for status, _ in queued} == {"handed"}
