"""GET /, /embed and /widget.js, with their script and style; GET /privacy; POST /, for those without script."""

from __future__ import annotations

import secrets
from pathlib import Path

from flask import Blueprint, Response, render_template, request, send_from_directory

from gateway.plan.access import CONVERSATION, LANGUAGES, page_words
from gateway.webchat.light import compress
from gateway.webchat.places import warm_up
from gateway.webchat.talk import LONGEST, answer_once

_HERE = Path(__file__).resolve().parent
_FONT_DAYS = 365
bp = Blueprint("webchat", __name__, template_folder="templates")


def _language() -> str:
    asked = request.args.get("lang")
    if asked in LANGUAGES:
        return str(asked)
    return request.accept_languages.best_match(["en", "es"]) or "en"


def _chat(language: str, embedded: bool = False, said: str = "", **more: object) -> str:
    values = {"conversation": secrets.token_hex(12), "answer": [], **more}
    return render_template(
        "chat.html",
        embedded=embedded,
        said=said,
        message_id=secrets.token_hex(12),
        **values,
        **page_words(language),
    )


def _fresh(content: str) -> Response:
    """A page with a new conversation's id: not to be shared by a cache. Nobody else can put words into it,
    so it may travel compressed."""
    warm_up()
    return compress(Response(content, headers={"Cache-Control": "no-store"}))


@bp.get("/")
def page() -> Response:
    """The chat as a page."""
    return _fresh(_chat(_language()))


@bp.get("/embed")
def embed() -> Response:
    """The chat inside another site's frame."""
    return _fresh(_chat(_language(), embedded=True))


@bp.post("/")
def without_script() -> str:
    """A question sent by a browser that runs no script: the same page with the answer."""
    language = _language()
    said = (request.form.get("start") or request.form.get("text") or "").strip()
    place = request.form.get("place", "").strip()[:80]
    if said and place:
        said = f"{said}. {place}"
    said = said[:LONGEST]
    conversation = _known(request.form.get("conversation")) or secrets.token_hex(12)
    if not said:
        return _chat(language, conversation=conversation)
    message_id = _known(request.form.get("message_id"))
    answer = answer_once(conversation, message_id, said, language)
    spoken = answer["end"]["language"]
    parts = answer["parts"]
    if answer["end"]["live"]:
        words = page_words(spoken)["w"]
        parts = [{"kind": "live", "text": words["has_message"]}]
    # Without a script the way out is a link.
    leave = answer["end"]["crisis"] == "abuse_now"
    return _chat(spoken, said=said, conversation=conversation, answer=parts, leave=leave)


def _known(identity: str | None) -> str | None:
    return identity if identity and CONVERSATION.fullmatch(identity) else None


@bp.get("/privacy")
def privacy() -> str:
    """What is kept, in plain words."""
    return render_template("privacy.html", **page_words(_language()))


@bp.get("/widget.js")
def widget() -> Response:
    """One script tag for any site."""
    return compress(send_from_directory(_HERE / "static", "widget.js", max_age=300))


@bp.get("/static/<path:name>")
def static(name: str) -> Response:
    """Script, style and fonts of the chat and the plan."""
    age = _FONT_DAYS * 24 * 3600 if name.startswith("fonts/") else 300
    return compress(send_from_directory(_HERE / "static", name, max_age=age))
