"""Twilio as the outbox needs it: the real client, its errors told apart by whether a retry can help."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urlsplit

from requests.exceptions import ConnectTimeout, RequestException
from twilio.base.exceptions import TwilioException, TwilioRestException
from twilio.http.http_client import TwilioHttpClient
from twilio.http.response import Response
from twilio.rest import Client
from twilio.rest.api.v2010.account.message import MessageInstance

from gateway.settings import Settings
from gateway.sms.segments import plan
from referrals.outbox.sender import SendError, Sent, UnsureError

_TIMEOUT_S = 15.0
# Of a trial account Twilio puts this before each text.
_TRIAL = "Sent from your Twilio trial account - "
_NEWEST = 50
_MOST_RECEIVED = 1000


class _StandInHttp(TwilioHttpClient):
    """Sends what the client would send to any of Twilio's hosts to one other address instead."""

    def __init__(self, base: str, timeout_s: float) -> None:
        super().__init__(timeout=timeout_s)
        self._base = base.rstrip("/")

    def request(self, method: str, url: str, *rest: Any, **named: Any) -> Response:
        """As the client's own, with the host changed."""
        parts = urlsplit(url)
        query = f"?{parts.query}" if parts.query else ""
        return super().request(method, f"{self._base}{parts.path}{query}", *rest, **named)


def twilio_client(
    account_sid: str, auth_token: str, api_base: str = "", timeout_s: float = _TIMEOUT_S
) -> Client:
    """The real client; `api_base` names a stand-in for Twilio's API."""
    http = _StandInHttp(api_base, timeout_s) if api_base else TwilioHttpClient(timeout=timeout_s)
    return Client(account_sid, auth_token, http_client=http)


def status_url(public_url: str, tag: str) -> str:
    """Where Twilio reports on one try of one text."""
    return f"{public_url}/sms/status?text={tag}"


@dataclass(frozen=True)
class Received:
    """A text that Twilio has from a phone; `at` is UTC without a zone."""

    sid: str
    number: str
    text: str
    pictures: int
    at: datetime


class TwilioCarrier:
    """Sends through Twilio and looks up what Twilio has sent."""

    def __init__(self, client: Client, number: str, public_url: str) -> None:
        self._client = client
        self._from = number
        self._public_url = public_url

    def send(self, number: str, text: str, tag: str) -> Sent:
        """Raises SendError when it was surely not taken, UnsureError when nobody knows."""
        planned = plan(text)
        try:
            message = self._client.messages.create(
                to=number,
                from_=self._from,
                body=planned.text,
                status_callback=status_url(self._public_url, tag),
            )
        except TwilioRestException as error:
            raise _send_error(error) from error
        except ConnectTimeout as error:
            raise SendError("no connection", permanent=False) from error
        except (RequestException, TwilioException) as error:
            # The request may have arrived before the line broke.
            raise UnsureError from error
        return Sent(str(message.sid), planned.segments)

    def find(self, number: str, text: str, since: datetime, known: frozenset[str]) -> Sent | None:
        """The newest texts to `number` are read; a text counts as found by its words and its time."""
        planned = plan(text)
        try:
            messages = self._client.messages.list(to=number, from_=self._from, limit=_NEWEST)
        except (RequestException, TwilioException) as error:
            raise UnsureError from error
        for message in messages:
            body = (message.body or "").removeprefix(_TRIAL)
            made = message.date_created
            if message.sid in known or body != planned.text or made is None:
                continue
            if made.astimezone(UTC).replace(tzinfo=None) >= since:
                return Sent(str(message.sid), planned.segments)
        return None

    def received_since(self, since: datetime) -> list[Received]:
        """Texts to our number after `since` (UTC), the earliest first. Raises UnsureError."""
        after = since.replace(tzinfo=UTC)
        try:
            messages = self._client.messages.list(
                to=self._from, date_sent_after=after, limit=_MOST_RECEIVED
            )
        except (RequestException, TwilioException) as error:
            raise UnsureError from error
        found = [_received(message) for message in messages if message.direction == "inbound"]
        return sorted((one for one in found if one.at >= since), key=lambda one: one.at)


def _received(message: MessageInstance) -> Received:
    at = message.date_sent or message.date_created or datetime.now(UTC)
    return Received(
        str(message.sid),
        str(message.from_),
        message.body or "",
        int(message.num_media or 0),
        at.astimezone(UTC).replace(tzinfo=None),
    )


def _send_error(error: TwilioRestException) -> SendError:
    later = error.status == 429 or error.status >= 500
    code = str(error.code or error.status)
    return SendError(code, permanent=not later)


def open_carrier(settings: Settings, timeout_s: float = _TIMEOUT_S) -> TwilioCarrier | None:
    """The carrier that the settings name; None when they name none."""
    if not (settings.twilio_account_sid and settings.twilio_auth_token and settings.twilio_from):
        return None
    client = twilio_client(
        settings.twilio_account_sid, settings.twilio_auth_token, settings.twilio_api_base, timeout_s
    )
    return TwilioCarrier(client, settings.twilio_from, settings.public_url)
