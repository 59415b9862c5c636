"""GET /, /embed and /widget.js, with their script and style; GET /privacy; POST /, for those without script."""

from __future__ import annotations

import secrets
from pathlib import Path

from flask import Blueprint, Response, current_app, render_template, request, send_from_directory

from gateway.parts import Parts
from gateway.replies import public_reply

_HERE = Path(__file__).resolve().parent
bp = Blueprint("webchat", __name__, template_folder="templates")


def _language() -> str:
    asked = request.args.get("lang")
    if asked in ("en", "es"):
        return str(asked)
    return request.accept_languages.best_match(["en", "es"]) or "en"


@bp.get("/")
def page() -> str:
    """The chat as a page."""
    return render_template("chat.html", language=_language(), embedded=False, answer=None, said="")


@bp.get("/embed")
def embed() -> str:
    """The chat inside another site's frame."""
    return render_template("chat.html", language=_language(), embedded=True, answer=None, said="")


@bp.post("/")
def without_script() -> str:
    """A question sent by a browser that runs no script: the same page with the answer."""
    parts: Parts = current_app.extensions["porchlight"]
    said = request.form.get("text", "")[:1600]
    conversation = request.form.get("conversation", "")[:40] or secrets.token_hex(12)
    language = _language()
    replies = []
    if said.strip():
        answer = parts.turns.take(f"web-{conversation}", "web", said, language)
        language = answer.language
        replies = [public_reply(message, answer.language) for message in answer.messages]
    return render_template(
        "chat.html",
        language=language,
        embedded=False,
        answer=replies,
        said=said,
        conversation=conversation,
    )


@bp.get("/privacy")
def privacy() -> str:
    """What is kept, in plain words."""
    return render_template("privacy.html", language=_language())


@bp.get("/widget.js")
def widget() -> Response:
    """One script tag for any site."""
    return send_from_directory(_HERE / "static", "widget.js", max_age=300)


@bp.get("/static/<path:name>")
def static(name: str) -> Response:
    """Script and style of the chat."""
    return send_from_directory(_HERE / "static", name, max_age=300)
