"""Twilio's webhooks: who speaks, seen before?, then the text line; answers TwiML."""

from __future__ import annotations

import time

import structlog
from flask import Blueprint, Response, abort, current_app, request
from twilio.request_validator import RequestValidator
from twilio.twiml.messaging_response import MessagingResponse

from gateway.parts import Parts
from gateway.sms.handler import Inbound
from gateway.sms.segments import Plan

bp = Blueprint("sms", __name__)
_log = structlog.get_logger()
_LONGEST = 4000
_LOOPBACK = ("127.0.0.1", "::1")
_WAIT_S = 9.0


def _parts() -> Parts:
    parts: Parts = current_app.extensions["porchlight"]
    return parts


@bp.before_request
def refuse_strangers() -> None:
    """Signed by Twilio over the exact public address; without a token only from this machine."""
    settings = _parts().settings
    if not settings.twilio_auth_token:
        if request.remote_addr not in _LOOPBACK:
            abort(403)
        return
    query = f"?{request.query_string.decode()}" if request.query_string else ""
    url = f"{settings.public_url}{request.path}{query}"
    signature = request.headers.get("X-Twilio-Signature", "")
    if not RequestValidator(settings.twilio_auth_token).validate(url, request.form, signature):
        abort(403)


@bp.post("/sms")
def inbound() -> Response:
    """A text from a person."""
    number = request.form.get("From", "")[:40]
    if not number:
        abort(400, "The field From is missing.")
    parts = _parts()
    token = (
        request.headers.get("I-Twilio-Idempotency-Token")
        if not request.form.get("MessageSid")
        else request.form["MessageSid"]
    )
    conversation = parts.lines.conversation(number)
    if token and not parts.lines.first_time(token[:80], conversation):
        return _xml(_wait_for_answer(parts, token[:80]))
    texts = parts.text_line.receive(
        Inbound(number, request.form.get("Body", "")[:_LONGEST], _pictures())
    )
    twiml = _twiml(texts)
    if token:
        parts.lines.answered(token[:80], twiml)
    return _xml(twiml)


def _pictures() -> int:
    count = request.form.get("NumMedia", "0")
    return int(count) if count.isdigit() else 0


def _wait_for_answer(parts: Parts, token: str) -> str:
    """The second of two deliveries answers the same as the first, or nothing while that one is busy."""
    deadline = time.monotonic() + _WAIT_S
    while time.monotonic() < deadline:
        if parts.lines.earlier_answer(token) is not None:
            break
        time.sleep(0.2)
    # The first delivery carried the answer: a second copy of it would reach the person twice.
    return _twiml([])


def _twiml(texts: list[Plan]) -> str:
    response = MessagingResponse()
    for text in texts:
        response.message(text.text)
    return str(response)


def _xml(twiml: str) -> Response:
    return Response(twiml, mimetype="text/xml")


@bp.post("/sms/status")
def status() -> Response:
    """What became of a text that we sent."""
    sid = request.form.get("MessageSid", "")
    state = request.form.get("MessageStatus", "")
    error = request.form.get("ErrorCode", "")
    if sid and state:
        _parts().deliveries.report(sid[:40], state[:20], error[:8])
    return Response(status=204)
