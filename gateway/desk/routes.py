"""The desk's pages: sign in, queue, one referral, a conversation."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from flask import (
    Blueprint,
    Response,
    abort,
    current_app,
    g,
    jsonify,
    redirect,
    render_template,
    request,
    send_from_directory,
    session,
    url_for,
)
from werkzeug.wrappers import Response as AnyResponse

from gateway.desk.access import begin_session, require_sign_in, staff, token
from gateway.parts import Parts
from referrals.desk_views import finish_item, open_items, packet, queue
from referrals.model import OUTCOMES, StaleError, TransitionError
from referrals.outbox.queue import Outbox

_HERE = Path(__file__).resolve().parent
bp = Blueprint("desk", __name__, url_prefix="/desk", template_folder="templates")
bp.before_request(require_sign_in)


@bp.context_processor
def shared() -> dict[str, Any]:
    """What every page of the desk knows."""
    return {
        "token": token,
        "who": g.get("staff_name"),
        "now": datetime.now(UTC).replace(tzinfo=None),
    }


def _parts() -> Parts:
    parts: Parts = current_app.extensions["porchlight"]
    return parts


@bp.get("/static/<path:name>")
def static(name: str) -> Response:
    """Script and style of the desk."""
    return send_from_directory(_HERE / "static", name, max_age=300)


@bp.get("/sign-in")
def sign_in_form() -> str:
    """The form."""
    return render_template(
        "desk/sign_in.html", failed=False, next=_inside(request.args.get("next"))
    )


@bp.post("/sign-in")
def sign_in() -> AnyResponse | str:
    """Name and password."""
    name = request.form.get("name", "")[:80]
    role = staff().sign_in(name, request.form.get("password", "")[:200])
    if role is None:
        return render_template(
            "desk/sign_in.html", failed=True, next=_inside(request.form.get("next"))
        )
    begin_session(name)
    staff().note(name, "signed in", name)
    return redirect(_inside(request.form.get("next")))


def _inside(path: str | None) -> str:
    """Only a page of the desk itself, never another site."""
    return path if path and path.startswith("/desk") and "//" not in path else "/desk"


@bp.post("/sign-out")
def sign_out() -> AnyResponse:
    """End the session."""
    session.clear()
    return redirect(url_for("desk.sign_in_form"))


@bp.get("")
def desk() -> str:
    """What waits: urgent items, then referrals by how long they have waited."""
    referrals = _parts().referrals
    closed = request.args.get("show") == "closed"
    return render_template(
        "desk/queue.html", items=open_items(referrals), rows=queue(referrals, closed), closed=closed
    )


@bp.get("/state")
def state() -> Response:
    """Counts for the page that is open: it reloads when they change."""
    referrals = _parts().referrals
    items = open_items(referrals)
    return jsonify(
        {
            "urgent": sum(item.urgent for item in items),
            "items": len(items),
            "referrals": len(queue(referrals)),
        }
    )


@bp.post("/items/<int:item_id>/done")
def item_done(item_id: int) -> AnyResponse:
    """An item is dealt with."""
    finish_item(_parts().referrals, item_id, g.staff_name, datetime.now(UTC).replace(tzinfo=None))
    staff().note(g.staff_name, "item done", str(item_id))
    return redirect(url_for("desk.desk"))


@bp.get("/referrals/<reference>")
def referral(reference: str) -> str:
    """One referral on one page."""
    found = packet(_parts().referrals, reference)
    if found is None:
        abort(404, "There is no such referral.")
    staff().note(g.staff_name, "saw referral", reference)
    messages = _parts().referrals.messages_since(found.conversation, 0)
    return render_template(
        "desk/referral.html", p=found, outcomes=OUTCOMES, messages=messages, problem=request.args.get("problem", "")[:200],
        live=_parts().referrals.coordinator_has(found.conversation),
    )  # fmt: skip


@bp.post("/referrals/<reference>/move")
def move(reference: str) -> AnyResponse:
    """Along a named transition."""
    referrals = _parts().referrals
    found = packet(referrals, reference)
    if found is None:
        abort(404, "There is no such referral.")
    problem = ""
    try:
        referrals.transition(
            found.id,
            request.form.get("name", ""),
            g.staff_name,
            int(request.form.get("version", "0") or 0),
            outcome=request.form.get("outcome") or None,
            note=request.form.get("note", "")[:2000],
        )
        staff().note(g.staff_name, f"moved: {request.form.get('name', '')}"[:60], reference)
    except (StaleError, TransitionError, ValueError, KeyError) as error:
        problem = str(error)
    return redirect(url_for("desk.referral", reference=reference, problem=problem))


@bp.post("/referrals/<reference>/message")
def message(reference: str) -> AnyResponse:
    """A message to the client; from then on the bot is silent until the word is handed back."""
    parts = _parts()
    found = packet(parts.referrals, reference)
    if found is None:
        abort(404, "There is no such referral.")
    text = request.form.get("text", "").strip()[:1000]
    if text:
        parts.referrals.hand_over(found.conversation, "live", g.staff_name)
        parts.referrals.note_message(found.conversation, "coordinator", text)
        if found.conversation.startswith("sms-"):
            key = f"desk-{found.conversation}-{datetime.now(UTC).timestamp()}"
            Outbox(parts.referrals).enqueue(found.conversation, text, "coordinator", key)
        staff().note(g.staff_name, "wrote to client", reference)
    return redirect(url_for("desk.referral", reference=reference))


@bp.post("/referrals/<reference>/hand-back")
def hand_back(reference: str) -> AnyResponse:
    """The bot has the word again."""
    found = packet(_parts().referrals, reference)
    if found is None:
        abort(404, "There is no such referral.")
    _parts().referrals.hand_back(found.conversation)
    staff().note(g.staff_name, "handed back", reference)
    return redirect(url_for("desk.referral", reference=reference))
