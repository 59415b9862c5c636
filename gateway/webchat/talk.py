"""What the chat's script asks for: an answer in pieces, news from the desk, a report of a wrong number."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from flask import (
    Blueprint,
    Response,
    abort,
    jsonify,
    render_template,
    request,
    stream_with_context,
)
from werkzeug.wrappers import Response as AnyResponse

from gateway.plan.access import CONVERSATION, LANGUAGES, page_words, wanted_language
from gateway.web_parts import parts, web
from gateway.webchat.render import parts_of

bp = Blueprint("talk", __name__, url_prefix="/chat", template_folder="templates")
LONGEST = 1600


@bp.post("/turn")
def turn() -> Response:
    """One message; answers one JSON object a line: heard, then say, card, choices as they come, then done."""
    conversation, body = conversation_of_json()
    text, language, message_id = body.get("text"), body.get("language"), body.get("message_id")
    if not isinstance(text, str) or not text.strip() or len(text) > LONGEST:
        abort(422, f"The field text has 1 to {LONGEST} characters.")
    if not isinstance(message_id, str) or not CONVERSATION.fullmatch(message_id):
        abort(422, "The field message_id is 8 to 64 letters, digits, _ or -.")
    if language not in LANGUAGES:
        abort(422, "The field language is en or es.")

    def lines() -> Iterator[str]:
        yield _line({"kind": "heard"})
        answer = answer_once(conversation, message_id, text, language)
        for part in answer["parts"]:
            yield _line(part)
        yield _line({"kind": "done", **answer["end"]})

    headers = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}
    stream = stream_with_context(lines())
    return Response(stream, mimetype="application/x-ndjson", headers=headers)


def answer_once(
    conversation: str, message_id: str | None, text: str, language: str
) -> dict[str, Any]:
    """The pieces of the answer and how it ended; the same for a message that comes again."""
    identity = f"web-{conversation}"
    key = f"chat {message_id}" if message_id else None

    def make() -> dict[str, Any]:
        answer = parts().turns.take(identity, "web", text, language, key)
        live = not answer.messages and parts().referrals.coordinator_has(identity)
        end = {
            "language": answer.language,
            "live": live,
            "referral": answer.referral,
            "crisis": answer.understood.get("crisis"),
            "needs": [need["need_id"] for need in answer.understood.get("needs") or []],
            "place": answer.understood.get("place"),
            "about": answer.understood.get("about"),
        }
        return {"parts": [part.to_dict() for part in parts_of(answer, conversation)], "end": end}

    return web().once.answer(identity, key, make)


def _line(thing: dict[str, Any]) -> str:
    return json.dumps(thing, ensure_ascii=False) + "\n"


@bp.post("/news")
def news() -> Response:
    """What the desk wrote since message `after`, and who has the word."""
    conversation, body = conversation_of_json()
    identity = f"web-{conversation}"
    after = body.get("after")
    referrals = parts().referrals
    written = [
        {"id": message["id"], "text": message["text"]}
        for message in referrals.messages_since(identity, after if isinstance(after, int) else 0)
        if message["who"] == "coordinator"
    ]
    latest = referrals.latest(identity)
    return jsonify(
        {
            "messages": written,
            "live": referrals.coordinator_has(identity),
            "referral": None if latest is None else {"status": latest.status},
        }
    )


@bp.post("/wrong-number")
def wrong_number() -> AnyResponse | str:
    """From a card: work for the desk."""
    conversation = request.form.get("conversation", "")
    identity = f"web-{conversation}" if CONVERSATION.fullmatch(conversation) else None
    language = wanted_language("en")
    service = web().services.find(request.form.get("service_id", ""), language)
    if service is None:
        abort(422, "This service is not listed.")
    detail = f"{service['service_id']}: {service['name']}, {', '.join(service['phones'])}"
    parts().referrals.raise_item("wrong_number", identity, detail)
    if request.accept_mimetypes.best == "application/json":
        return jsonify({"thanks": page_words(language)["w"]["wrong_thanks"]})
    return render_template("wrong.html", **page_words(language))


def conversation_of_json() -> tuple[str, dict[str, Any]]:
    """(conversation, body). 400 or 422 in one plain sentence."""
    body: Any = request.get_json(silent=True)
    if not isinstance(body, dict):
        abort(400, "The body is not a JSON object.")
    conversation = body.get("conversation")
    if not isinstance(conversation, str) or not CONVERSATION.fullmatch(conversation):
        abort(422, "The field conversation is 8 to 64 letters, digits, _ or -.")
    return conversation, body
