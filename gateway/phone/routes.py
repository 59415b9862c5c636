"""GET /phone and its endpoint: the same text line as /sms, with a made-up number."""

from __future__ import annotations

import re
from pathlib import Path

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
from gateway.sms.reception import Inbound
from gateway.sms.segments import count_segments, encoding_of

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
    """A text from the pretend phone; answers with texts and their segments."""
    body = request.get_json(silent=True) or {}
    number, text = body.get("number"), body.get("text")
    if not isinstance(number, str) or not _NUMBER.fullmatch(number) or not isinstance(text, str):
        abort(422, "Send number (+1 and ten digits) and text.")
    parts: Parts = current_app.extensions["porchlight"]
    texts = parts.reception.receive(Inbound(number, text[:1600], pretend=True))
    return jsonify(
        {
            "sent": {"segments": count_segments(text), "encoding": encoding_of(text)},
            "texts": [
                {"text": t.text, "segments": t.segments, "encoding": encoding_of(t.text)}
                for t in texts
            ],
        }
    )
