"""POST /api/v1/messages: one message in, the answer out."""

from __future__ import annotations

import re
from typing import Any

from flask import Blueprint, Response, abort, current_app, jsonify, request

from gateway.parts import Parts
from gateway.replies import public_reply
from gateway.web_parts import web

bp = Blueprint("api", __name__, url_prefix="/api/v1")
_CONVERSATION = re.compile(r"[A-Za-z0-9_-]{8,64}")
_LONGEST = 1600


@bp.post("/messages")
def messages() -> Response:
    """As docs/api.md says."""
    conversation, text, language, message_id = _fields()
    parts: Parts = current_app.extensions["porchlight"]
    identity = f"web-{conversation}"
    key = f"api {message_id}" if message_id else None

    def make() -> dict[str, Any]:
        answer = parts.turns.take(identity, "web", text, language, key)
        return {
            "conversation": conversation,
            "replies": [public_reply(message, answer.language) for message in answer.messages],
            "understood": answer.understood,
            "referral": answer.referral,
        }

    return jsonify(web().once.answer(identity, key, make))


def conversation_key() -> str:
    """What a conversation's own limit counts by."""
    body: Any = request.get_json(silent=True)
    named = body.get("conversation") if isinstance(body, dict) else None
    return str(named)[:64] if named else f"address {request.remote_addr}"


def _fields() -> tuple[str, str, str | None, str | None]:
    if not request.is_json:
        abort(400, "Send JSON with the header Content-Type: application/json.")
    body: Any = request.get_json(silent=True)
    if not isinstance(body, dict):
        abort(400, "The body is not a JSON object.")
    conversation, text = body.get("conversation"), body.get("text")
    if not isinstance(conversation, str) or not _CONVERSATION.fullmatch(conversation):
        abort(422, "The field conversation is 8 to 64 letters, digits, _ or -.")
    if not isinstance(text, str):
        abort(422, "The field text is missing.")
    if len(text) > _LONGEST:
        abort(422, f"The text is longer than {_LONGEST} characters. Please send less at a time.")
    language = body.get("language")
    if language not in (None, "en", "es"):
        abort(422, "The field language is en or es, or absent.")
    message_id = body.get("message_id")
    if message_id is not None and not (
        isinstance(message_id, str) and _CONVERSATION.fullmatch(message_id)
    ):
        abort(422, "The field message_id is 8 to 64 letters, digits, _ or -, or absent.")
    return conversation, text, language, message_id
