"""Who carries a text to the phone. The gateway's Twilio client is the real one; without settings a text
waits in the outbox and nothing is pretended to be sent."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import Protocol

import httpx


@dataclass(frozen=True)
class SendError(Exception):
    """Why a text was not taken; `permanent` says whether trying again can help."""

    code: str
    permanent: bool


class Sender(Protocol):
    """Takes a text to a number and gives back its sid."""

    def send(self, number: str, text: str) -> str: ...


@dataclass(frozen=True)
class HttpSender:
    """Twilio's Messages resource over plain HTTP."""

    base: str
    account_sid: str
    auth_token: str
    number: str
    status_url: str

    def send(self, number: str, text: str) -> str:
        """Raises SendError. A timeout is final: the text may be on its way, and twice is worse."""
        url = f"{self.base}/2010-04-01/Accounts/{self.account_sid}/Messages.json"
        fields = {
            "From": self.number,
            "To": number,
            "Body": text,
            "StatusCallback": self.status_url,
        }
        try:
            response = httpx.post(
                url, data=fields, auth=(self.account_sid, self.auth_token), timeout=20.0
            )
        except httpx.ConnectError as error:
            raise SendError("no connection", permanent=False) from error
        except httpx.HTTPError as error:
            raise SendError("unknown whether sent", permanent=True) from error
        if response.status_code == 201:
            return str(response.json()["sid"])
        later = response.status_code == 429 or response.status_code >= 500
        code = "" if later else str(response.json().get("code", ""))
        raise SendError(code or str(response.status_code), permanent=not later)


def sender_from_environment() -> Sender | None:
    """The sender that the settings name; None when there is none."""
    env = os.environ
    sid, token, number = (env.get(f"TWILIO_{x}") for x in ("ACCOUNT_SID", "AUTH_TOKEN", "FROM"))
    if not (sid and token and number):
        return None
    base = env.get("TWILIO_API_BASE") or "https://api.twilio.com"
    public = env.get("PUBLIC_URL", f"http://127.0.0.1:{env.get('PORT', '8000')}").rstrip("/")
    return HttpSender(base.rstrip("/"), sid, token, number, f"{public}/sms/status")
