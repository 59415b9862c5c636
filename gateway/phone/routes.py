"""GET /phone and its endpoint: the same text line as /sms, with a made-up number."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from flask import (
    Blueprint,
    Response,
    abort,
    current_app,
    jsonify,
    render_template,
    request,
    send_from_directory,
)

from gateway.parts import Parts
from gateway.sms.blocked import LONGEST, why_blocked
from gateway.sms.reception import Inbound
from gateway.sms.segments import count_segments, encoding_of, plan
from referrals.outbox.pretend import deliver
from referrals.outbox.queue import Outbox

_HERE = Path(__file__).resolve().parent
bp = Blueprint("phone", __name__, url_prefix="/phone", template_folder="templates")
_NUMBER = re.compile(r"\+1\d{10}")
_LOOPBACK = ("127.0.0.1", "::1")


@bp.before_request
def refuse_strangers() -> None:
    """Only from this machine, and not through a proxy."""
    if request.remote_addr not in _LOOPBACK or "X-Forwarded-For" in request.headers:
        abort(403, "The pretend phone works on this machine only.")


@bp.get("")
def page() -> str:
    """The phone."""
    return render_template("phone.html")


@bp.get("/static/<path:name>")
def static(name: str) -> Response:
    """Its script and style."""
    return send_from_directory(_HERE / "static", name, max_age=300)


@bp.post("/messages")
def message() -> Response:
    """A text from the pretend phone; answers with what the webhook's response would carry."""
    number, text = _number(), _text()
    pictures = 1 if _body().get("pictures") == 1 else 0
    inbound = Inbound(number, text[:LONGEST], pictures, pretend=True)
    texts = [_shown(handed.text) for handed in _parts().reception.receive(inbound)]
    _, opted_out = _parts().reception.conversation_of(number, pretend=True)
    return jsonify({"sent": _shown(text), "texts": texts, "blocked": opted_out})


@bp.post("/texts")
def texts() -> Response:
    """Texts that come by themselves: answers that took long, questions, a coordinator's words."""
    referrals = _parts().referrals
    conversation, _ = _parts().reception.conversation_of(_number(), pretend=True)
    found = deliver(referrals, Outbox(referrals), conversation)
    return jsonify({"texts": [_shown(plan(text.text).text) for text in found]})


@bp.post("/count")
def count() -> Response:
    """What a text would cost while it is being written."""
    return jsonify(_shown(_text()))


def _parts() -> Parts:
    parts: Parts = current_app.extensions["porchlight"]
    return parts


def _body() -> dict[str, Any]:
    body = request.get_json(silent=True)
    return body if isinstance(body, dict) else {}


def _number() -> str:
    number = _body().get("number")
    if not isinstance(number, str) or not _NUMBER.fullmatch(number):
        abort(422, "Send number: +1 and ten digits.")
    return number


def _text() -> str:
    text = _body().get("text")
    if not isinstance(text, str):
        abort(422, "Send text.")
    # Half an emoji, as a script may send it, is no letter of any alphabet.
    return text.encode("utf-8", "replace").decode()


def _shown(text: str) -> dict[str, Any]:
    return {
        "text": text,
        "segments": count_segments(text),
        "encoding": encoding_of(text),
        "too_long": len(text) > LONGEST,
        "blocked": why_blocked(text),
    }
