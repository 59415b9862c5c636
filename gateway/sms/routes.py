"""Twilio's webhooks: who speaks, what they say, one call; answers TwiML."""

from __future__ import annotations

from flask import Blueprint, Response, abort, current_app, request
from twilio.request_validator import RequestValidator
from twilio.twiml.messaging_response import MessagingResponse

from gateway.parts import Parts
from gateway.sms.carrier import status_url
from gateway.sms.keywords import single_word, what_carriers_do
from gateway.sms.reception import Inbound
from referrals.outbox.inbox import HandedText

bp = Blueprint("sms", __name__)
_LONGEST = 4000
_LOOPBACK = ("127.0.0.1", "::1")
_SHORT_CODE = 7


def _parts() -> Parts:
    parts: Parts = current_app.extensions["porchlight"]
    return parts


@bp.before_request
def refuse_strangers() -> None:
    """Signed by Twilio over the exact public address; without a token only from this very machine."""
    settings = _parts().settings
    if not settings.twilio_auth_token:
        if request.remote_addr not in _LOOPBACK or "X-Forwarded-For" in request.headers:
            abort(403)
        return
    query = f"?{request.query_string.decode('latin-1')}" if request.query_string else ""
    url = f"{settings.public_url}{request.path}{query}"
    signature = request.headers.get("X-Twilio-Signature", "")
    if not RequestValidator(settings.twilio_auth_token).validate(url, request.form, signature):
        abort(403)


@bp.post("/sms")
def inbound() -> Response:
    """A text from a person."""
    number = request.form.get("From", "").strip()[:40]
    if not number:
        abort(400, "The field From is missing.")
    if len(number.lstrip("+")) < _SHORT_CODE:
        # Short codes are machines; two machines that answer each other never stop.
        return _xml([])
    text = request.form.get("Body", "")[:_LONGEST]
    return _xml(
        _parts().reception.receive(
            Inbound(number, text, _pictures(), _tokens(), _carrier_did(text))
        )
    )


def _tokens() -> tuple[str, ...]:
    """What names this message: Twilio's sid, and its token that stays the same when it tries again."""
    sid = request.form.get("MessageSid") or request.form.get("SmsMessageSid") or ""
    tokens = (sid, request.headers.get("I-Twilio-Idempotency-Token", ""))
    return tuple(token[:200] for token in tokens if token)


def _carrier_did(text: str) -> str | None:
    """STOP, START or HELP when Twilio has answered this word itself."""
    done = request.form.get("OptOutType", "").upper()
    if done in ("STOP", "START", "HELP"):
        return done
    if _parts().settings.keywords_by_carrier:
        return what_carriers_do(single_word(text))
    return None


def _pictures() -> int:
    count = request.form.get("NumMedia", "0")[:2]
    return int(count) if count.isascii() and count.isdecimal() else 0


def _xml(texts: list[HandedText]) -> Response:
    public_url = _parts().settings.public_url
    response = MessagingResponse()
    for text in texts:
        response.message(text.text, status_callback=status_url(public_url, text.tag))
    return Response(str(response), mimetype="text/xml")


@bp.post("/sms/status")
def status() -> Response:
    """What became of a text that we sent."""
    form = request.form
    sid, state = form.get("MessageSid", "")[:40], form.get("MessageStatus", "")[:20]
    if sid and state:
        tag = request.args.get("text", "")[:30]
        _parts().reports.report(tag, sid, state.lower(), form.get("ErrorCode", "")[:8])
    return Response(status=204)
