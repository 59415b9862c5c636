"""A stand-in for Twilio: its Messages API over HTTP, and its way of calling our webhooks.

The API checks what Twilio checks (key, numbers, length, status address) and answers as Twilio does, so
that the real client library works against it. What must go wrong is told by `faults`.
"""

from __future__ import annotations

import base64
import json
import random
import re
import threading
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import format_datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

ACCOUNT = "AC" + "0" * 32
TOKEN = "0123456789abcdef0123456789abcdef"
OURS = "+19375550100"
_E164 = re.compile(r"\+[1-9]\d{6,14}")


@dataclass
class Taken:
    """A text that Twilio has."""

    sid: str
    to: str
    sender: str
    body: str
    status_callback: str
    made: datetime


@dataclass
class Twilio:
    """What the stand-in has taken, and what shall go wrong next (`faults`, one for each request).

    A fault is an error code ("21610"), an HTTP status ("503"), "lost" (taken, then the line breaks) or
    "broken" (the line breaks before it is taken).
    """

    base: str = ""
    texts: list[Taken] = field(default_factory=list)
    received: list[Taken] = field(default_factory=list)
    opted_out: set[str] = field(default_factory=set)
    faults: list[str] = field(default_factory=list)
    pause_s: float = 0.0
    account_status: str = "active"
    account_type: str = "Full"
    service_defers: bool = True
    number: dict[str, Any] = field(default_factory=dict)
    toll_free_status: str | None = None
    campaigns: list[str] = field(default_factory=list)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def bodies(self, number: str) -> list[str]:
        """The texts to one number, in their order."""
        with self.lock:
            return [t.body for t in self.texts if t.to == number]

    def take(self, to: str, sender: str, body: str, status_callback: str) -> Taken:
        """Take a text, from the API or from TwiML."""
        made = datetime.now(UTC)
        text = Taken("SM" + uuid.uuid4().hex, to, sender, body, status_callback, made)
        with self.lock:
            self.texts.append(text)
        return text


class _Refused(Exception):  # noqa: N818 (an answer, not a fault of ours)
    def __init__(self, status: int, code: int, message: str) -> None:
        super().__init__(message)
        self.status, self.code, self.message = status, code, message


def _check(twilio: Twilio, fields: dict[str, str]) -> None:
    """What Twilio refuses, with its codes."""
    if not _E164.fullmatch(fields.get("To", "")):
        raise _Refused(400, 21211, "The 'To' number is not a valid phone number.")
    if fields.get("From") != OURS:
        raise _Refused(400, 21606, "The 'From' phone number provided is not a valid number.")
    if not fields.get("Body"):
        raise _Refused(400, 21602, "Message body is required.")
    if len(fields["Body"]) > 1600:
        raise _Refused(
            400, 21617, "The concatenated message body exceeds the 1600 character limit."
        )
    callback = fields.get("StatusCallback", "")
    if callback and not urlsplit(callback).netloc:
        raise _Refused(400, 21609, "The 'StatusCallback' URL is not a valid URL.")
    if fields["To"] in twilio.opted_out:
        raise _Refused(400, 21610, "Attempt to send to unsubscribed recipient")


def _as_json(text: Taken) -> dict[str, Any]:
    stamp = format_datetime(text.made)
    return {
        "account_sid": ACCOUNT, "api_version": "2010-04-01", "body": text.body, "date_created": stamp,
        "date_sent": stamp, "date_updated": stamp, "direction": "outbound-api", "error_code": None,
        "error_message": None, "from": text.sender, "messaging_service_sid": None, "num_media": "0",
        "num_segments": "1", "price": None, "price_unit": "USD", "sid": text.sid, "status": "queued",
        "subresource_uris": {}, "to": text.to,
        "uri": f"/2010-04-01/Accounts/{ACCOUNT}/Messages/{text.sid}.json",
    }  # fmt: skip


class _Handler(BaseHTTPRequestHandler):
    twilio: Twilio
    protocol_version = "HTTP/1.1"

    def do_POST(self) -> None:
        length = int(self.headers.get("Content-Length", "0"))
        fields = {k: v[0] for k, v in parse_qs(self.rfile.read(length).decode(), True).items()}
        with self.twilio.lock:
            fault = self.twilio.faults.pop(0) if self.twilio.faults else ""
        if fault == "broken":
            self._break()
            return
        try:
            self._identify()
            if fault and fault != "lost":
                status = int(fault) if len(fault) == 3 else 400
                raise _Refused(status, 0 if len(fault) == 3 else int(fault), "as told by the test")
            if not self.path.endswith(f"/Accounts/{ACCOUNT}/Messages.json"):
                raise _Refused(404, 20404, "The requested resource was not found")
            _check(self.twilio, fields)
        except _Refused as refused:
            self._refuse(refused)
            return
        callback = fields.get("StatusCallback", "")
        # Whoever is killed while it waits here does not know whether the text was taken.
        time.sleep(random.uniform(0, self.twilio.pause_s))
        taken = self.twilio.take(fields["To"], fields["From"], fields["Body"], callback)
        time.sleep(random.uniform(0, self.twilio.pause_s))
        if fault == "lost":
            self._break()
        else:
            self._say(201, _as_json(taken))

    def do_GET(self) -> None:
        try:
            self._identify()
            self._say(200, self._found(urlsplit(self.path)))
        except _Refused as refused:
            self._refuse(refused)

    def _found(self, parts: Any) -> dict[str, Any]:
        query = {k: v[0] for k, v in parse_qs(parts.query).items()}
        page = {"page": 0, "page_size": 50, "next_page_uri": None, "uri": parts.path}
        if parts.path.endswith("/Messages.json"):
            if query.get("To") == OURS:
                inbound = [
                    {**_as_json(text), "direction": "inbound"} for text in self.twilio.received
                ]
                return {**page, "messages": inbound}
            with self.twilio.lock:
                newest = [t for t in reversed(self.twilio.texts) if t.to == query.get("To")]
            return {**page, "messages": [_as_json(text) for text in newest[:50]]}
        if parts.path.endswith("/IncomingPhoneNumbers.json"):
            number = self.twilio.number
            known = [number] if number.get("phone_number") == query.get("PhoneNumber") else []
            return {**page, "incoming_phone_numbers": known}
        if parts.path.endswith(f"/Accounts/{ACCOUNT}.json"):
            return {
                "sid": ACCOUNT,
                "status": self.twilio.account_status,
                "type": self.twilio.account_type,
                "friendly_name": "Test",
            }
        meta = {"meta": {"page": 0, "page_size": 50, "next_page_url": None, "key": "verifications"}}
        if parts.path == "/v1/Tollfree/Verifications":
            states = [self.twilio.toll_free_status] if self.twilio.toll_free_status else []
            return {
                **meta,
                "verifications": [{"sid": "HH" + "0" * 32, "status": s} for s in states],
            }
        if parts.path.startswith("/v1/Services"):
            return self._services(parts.path)
        raise _Refused(404, 20404, "The requested resource was not found")

    def _services(self, path: str) -> dict[str, Any]:
        """One messaging service that holds the number, with its campaigns, when there are any."""
        meta = {"page": 0, "page_size": 50, "next_page_url": None}
        if path.endswith("/PhoneNumbers"):
            return {
                "meta": {**meta, "key": "phone_numbers"},
                "phone_numbers": [{"phone_number": self.twilio.number["phone_number"]}],
            }
        if path.endswith("/Compliance/Usa2p"):
            states = [{"campaign_status": state} for state in self.twilio.campaigns]
            return {"meta": {**meta, "key": "compliance"}, "compliance": states}
        one = {"sid": "MG" + "0" * 32, "friendly_name": "Texts", "use_inbound_webhook_on_number": self.twilio.service_defers}  # fmt: skip
        services = [one] if self.twilio.campaigns else []
        return {"meta": {**meta, "key": "services"}, "services": services}

    def _identify(self) -> None:
        expected = base64.b64encode(f"{ACCOUNT}:{TOKEN}".encode()).decode()
        if self.headers.get("Authorization") != f"Basic {expected}":
            raise _Refused(401, 20003, "Authenticate")

    def _refuse(self, refused: _Refused) -> None:
        body = {"code": refused.code or None, "message": refused.message, "status": refused.status}
        self._say(refused.status, body)

    def _say(self, status: int, body: dict[str, Any]) -> None:
        raw = json.dumps(body).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(raw)))
        self.end_headers()
        self.wfile.write(raw)

    def _break(self) -> None:
        self.close_connection = True
        self.connection.close()

    def log_message(self, *_: object) -> None:
        """Quiet."""


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 128

    def handle_error(self, *_: object) -> None:
        """A line that we or the other side broke is no news."""


@contextmanager
def running_twilio() -> Iterator[Twilio]:
    """The stand-in on a free port."""
    twilio = Twilio()
    handler = type("Handler", (_Handler,), {"twilio": twilio})
    server = _Server(("127.0.0.1", 0), handler)
    twilio.base = f"http://127.0.0.1:{server.server_address[1]}"
    threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    try:
        yield twilio
    finally:
        server.shutdown()
        server.server_close()
