"""Is everything set so that a real number works? Each finding says what is fine or what to do."""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

import httpx
from requests.exceptions import RequestException
from twilio.base.exceptions import TwilioException
from twilio.request_validator import RequestValidator
from twilio.rest import Client
from twilio.rest.messaging.v1.service import ServiceInstance

from gateway.settings import ELDERCARE_LOCATOR, Settings
from gateway.sms.carrier import twilio_client
from gateway.sms.segments import plan
from gateway.wording import say

_TOLL_FREE = ("+1800", "+1833", "+1844", "+1855", "+1866", "+1877", "+1888")
_TIMEOUT_S = 10.0


@dataclass(frozen=True)
class Finding:
    """One thing that was looked at; `words` is a plain sentence, what to do where it is not fine."""

    what: str
    fine: bool
    words: str


def check(settings: Settings) -> Iterator[Finding]:
    """All findings, as they come. Nothing is sent to any phone."""
    complete = True
    for finding in _settings(settings):
        complete = complete and finding.fine
        yield finding
    yield _address(settings.public_url)
    yield from _reach(settings)
    if complete:
        client = twilio_client(
            settings.twilio_account_sid, settings.twilio_auth_token, settings.twilio_api_base
        )
        try:
            yield from _twilio(client, settings)
        except (TwilioException, RequestException) as error:
            yield Finding("Twilio", False, f"Twilio did not answer as expected: {error}"[:300])


def _settings(settings: Settings) -> Iterator[Finding]:
    forms = (
        ("TWILIO_ACCOUNT_SID", settings.twilio_account_sid, r"AC[0-9a-f]{32}"),
        ("TWILIO_AUTH_TOKEN", settings.twilio_auth_token, r"[0-9a-f]{32}"),
        ("TWILIO_FROM", settings.twilio_from, r"\+[1-9]\d{7,14}"),
    )
    for name, value, form in forms:
        fine = re.fullmatch(form, value) is not None
        words = (
            "is set." if fine else "is missing or has a wrong form. Copy it from Twilio's console."
        )
        yield Finding(name, fine, words)
    help_text = plan(say("help", "en", phone=settings.human_phone))
    spanish = plan(say("help", "es", phone=settings.human_phone))
    short = help_text.segments == 1 and spanish.segments == 1
    words = "The answer to HELP fits one segment." if short else "Write HUMAN_PHONE shorter."
    if settings.human_phone == ELDERCARE_LOCATOR:
        words += (
            " It names the Eldercare Locator: set HUMAN_PHONE if a person at your office answers."
        )
    yield Finding("HUMAN_PHONE", short, words)


def _address(public_url: str) -> Finding:
    parts = urlsplit(public_url)
    fine = parts.scheme == "https" and not _is_private(parts.hostname or "")
    words = (
        f"{public_url} can be reached by Twilio."
        if fine
        else "Set PUBLIC_URL to the https address of this gateway that the internet reaches."
    )
    return Finding("PUBLIC_URL", fine, words)


def _is_private(host: str) -> bool:
    try:
        return not ipaddress.ip_address(host).is_global
    except ValueError:
        return host in ("", "localhost") or host.endswith((".local", ".internal", ".lan"))


def _reach(settings: Settings) -> Iterator[Finding]:
    base = settings.public_url
    try:
        status = httpx.get(f"{base}/health/live", timeout=_TIMEOUT_S).status_code
    except httpx.HTTPError as error:
        words = (
            f"Nothing answers at {base} ({type(error).__name__}). Start Porchlight and its proxy."
        )
        yield Finding("reachable", False, words)
        return
    fine = status == 200
    yield Finding("reachable", fine, f"{base}/health/live answers {status}.")
    if fine and settings.twilio_auth_token:
        yield _signature(settings)


def _signature(settings: Settings) -> Finding:
    """A stranger must be refused, Twilio must not: both are tried on the status webhook, with no text."""
    url = f"{settings.public_url}/sms/status"
    form = {"AccountSid": settings.twilio_account_sid}
    signature = RequestValidator(settings.twilio_auth_token).compute_signature(url, form)
    signed = httpx.post(url, data=form, headers={"X-Twilio-Signature": signature}, timeout=_TIMEOUT_S)  # fmt: skip
    stranger = httpx.post(url, data=form, timeout=_TIMEOUT_S)
    if stranger.status_code != 403:
        words = "Unsigned requests are let in. Start the gateway with TWILIO_AUTH_TOKEN set."
    elif signed.status_code != 204:
        words = "Signed requests are refused. The gateway runs with another PUBLIC_URL or TWILIO_AUTH_TOKEN."
    else:
        return Finding("signatures", True, "Twilio is let in and strangers are not.")
    return Finding("signatures", False, words)


def _twilio(client: Client, settings: Settings) -> Iterator[Finding]:
    account = client.api.accounts(settings.twilio_account_sid).fetch()
    yield _account(str(account.status), str(account.type))
    numbers = client.incoming_phone_numbers.list(phone_number=settings.twilio_from, limit=1)
    if not numbers:
        yield Finding("number", False, f"{settings.twilio_from} is not a number of this account.")
        return
    number = numbers[0]
    can = bool((number.capabilities or {}).get("sms"))
    words = "can send and receive texts." if can else "cannot send texts. Get one that can."
    yield Finding("number", can, words)
    yield _webhook(str(number.sms_url or ""), str(number.sms_method or ""), settings.public_url)
    service = _service_of(client, settings.twilio_from)
    if service is not None and not service.use_inbound_webhook_on_number:
        words = f"The messaging service {service.friendly_name} takes the texts. Set its Integration to 'Defer to sender's webhook'."
        yield Finding("messaging service", False, words)
    if settings.twilio_from.startswith(_TOLL_FREE):
        yield _toll_free(client, str(number.sid))
    else:
        yield _ten_dlc(client, service)


def _account(status: str, kind: str) -> Finding:
    if status != "active":
        return Finding("account", False, f"is {status}. Open Twilio's console.")
    if kind == "Trial":
        words = "is a trial account: it texts only phones that you have listed. Upgrade it at Twilio."  # fmt: skip
        return Finding("account", False, words)
    return Finding("account", True, "is active.")


def _service_of(client: Client, number: str) -> ServiceInstance | None:
    """The messaging service that holds the number."""
    for service in client.messaging.v1.services.list(limit=20):
        held = client.messaging.v1.services(service.sid).phone_numbers.list(limit=100)
        if number in [one.phone_number for one in held]:
            return service
    return None


def _webhook(url: str, method: str, public_url: str) -> Finding:
    wanted = f"{public_url}/sms"
    address, _, retries = url.partition("#")
    if address != wanted or method.upper() != "POST":
        words = f"Set 'A message comes in' of the number to POST {wanted}#rc=3&rp=all"
        return Finding("webhook", False, words)
    if "rp=all" not in retries or "rc=" not in retries:
        words = f"Add #rc=3&rp=all to {wanted}: then Twilio tries again when a request fails."
        return Finding("webhook", False, words)
    return Finding("webhook", True, f"Texts come to {wanted}, and Twilio tries again.")


def _toll_free(client: Client, number_sid: str) -> Finding:
    found = client.messaging.v1.tollfree_verifications.list(
        tollfree_phone_number_sid=number_sid, limit=1
    )
    state = str(found[0].status) if found else "none"
    if state == "TWILIO_APPROVED":
        return Finding("verification", True, "The toll-free number is verified.")
    words = {
        "none": "The toll-free number is not verified. Send the form in Twilio's console (docs/sms.md).",
        "TWILIO_REJECTED": "The toll-free verification was refused. Read why in Twilio's console.",
    }.get(
        state, f"The toll-free verification is {state}. Carriers block texts until it is approved."
    )
    return Finding("verification", False, words)


def _ten_dlc(client: Client, service: ServiceInstance | None) -> Finding:
    """A local number sends within a campaign of the messaging service that holds it."""
    if service is None:
        words = "The number is in no messaging service with a 10DLC campaign. Register it (docs/sms.md)."  # fmt: skip
        return Finding("registration", False, words)
    campaigns = client.messaging.v1.services(service.sid).us_app_to_person.list(limit=5)
    states = [str(campaign.campaign_status) for campaign in campaigns]
    if "VERIFIED" in states:
        return Finding("registration", True, "The number is registered for 10DLC.")
    state = states[0] if states else "missing"
    words = f"The 10DLC campaign is {state}. Carriers block texts until it is VERIFIED."
    return Finding("registration", False, words)
