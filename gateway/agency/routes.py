"""GET and POST /handoff/<token>: the packet, once. GET and PUT /fhir/Task/<id>: with the token of that page."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, Response, current_app, jsonify, render_template, request
from werkzeug.exceptions import HTTPException

from gateway.parts import Parts
from referrals.handoff.fhir import bundle, task
from referrals.handoff.inbound import TaskError, take_task
from referrals.handoff.links import LinkError, link_is_open, open_link, referral_of_task_token
from referrals.handoff.packet import NoConsentError, SharedPacket, shared_packet
from resources_index.index.needs import need_name

bp = Blueprint("agency", __name__, template_folder="templates")
_FHIR = "application/fhir+json"


def _parts() -> Parts:
    opened: Parts = current_app.extensions["porchlight"]
    return opened


@bp.get("/handoff/<token>")
def before(token: str) -> tuple[str, int]:
    """A page with one button: programs that look at links in mails must not use the link up."""
    fine = link_is_open(_parts().referrals, token)
    return render_template("agency/before.html", fine=fine), 200 if fine else 410


@bp.post("/handoff/<token>")
def opened(token: str) -> tuple[str, int]:
    """The packet, shown once, with the token to answer with."""
    try:
        packet, task_token = open_link(_parts().referrals, token)
    except (LinkError, NoConsentError) as error:
        return render_template("agency/before.html", fine=False, why=str(error)), 410
    made = task(packet, _parts().settings.public_url)
    page = render_template(
        "agency/packet.html",
        p=packet,
        d=packet.details,
        needs=", ".join(need_name(need, "en") for need in packet.needs) or "not said",
        task_token=task_token,
        task_url=f"{_parts().settings.public_url}/fhir/Task/{made['id']}",
    )
    return page, 200


@bp.post("/handoff/answer")
def answer() -> tuple[str, int]:
    """The agency's answer from the page itself, without FHIR: the same token, the same rules."""
    form = request.form
    allowed = referral_of_task_token(_parts().referrals, form.get("task_token", "")[:100])
    if allowed is None:
        return render_template("agency/said.html", problem="This page is too old."), 403
    body: dict[str, Any] = {
        "resourceType": "Task",
        "status": form.get("status", "")[:20],
        "intent": "order",
        "statusReason": {"text": form.get("why", "").strip()[:300] or "no reason given"},
        "output": [
            {
                "type": {"text": "outcome"},
                "valueCodeableConcept": {"text": form.get("outcome") or "got_help"},
            }
        ],
    }
    try:
        take_task(_parts().referrals, allowed[0], allowed[1], body)
    except (TaskError, NoConsentError) as error:
        return render_template("agency/said.html", problem=str(error)), 409
    return render_template("agency/said.html", problem=""), 200


@bp.get("/fhir/Task/<identity>")
def read_task(identity: str) -> tuple[Response, int]:
    """The Task as it is now; with `?bundle=1` the whole Bundle."""
    packet, refusal = _allowed(identity)
    if packet is None:
        return refusal
    public = _parts().settings.public_url
    if request.args.get("bundle"):
        names = {need: need_name(need, "en") for need in packet.needs}
        return _fhir(bundle(packet, public, names).model_dump(mode="json")), 200
    return _fhir(task(packet, public)), 200


@bp.put("/fhir/Task/<identity>")
def write_task(identity: str) -> tuple[Response, int]:
    """The agency says how it goes. Answers the Task as it is then."""
    packet, refusal = _allowed(identity)
    if packet is None:
        return refusal
    body: Any = request.get_json(silent=True, force=True)
    allowed = referral_of_task_token(_parts().referrals, _bearer())
    if not isinstance(body, dict) or allowed is None:
        return _outcome("The body is not a JSON object.", "invalid"), 400
    if body.get("id") not in (None, identity):
        return _outcome("Task.id is not that of the address.", "invalid"), 400
    try:
        take_task(_parts().referrals, packet.id, allowed[1], body)
    except TaskError as error:
        return _outcome(str(error), "conflict" if error.status == 409 else "invalid"), error.status
    after = shared_packet(_parts().referrals, packet.id)
    return _fhir(task(after, _parts().settings.public_url)), 200


def _allowed(identity: str) -> tuple[SharedPacket | None, tuple[Response, int]]:
    """The packet that the token speaks for, if that is the Task of the address; else the refusal."""
    allowed = referral_of_task_token(_parts().referrals, _bearer())
    if allowed is None:
        response = _outcome("Send the token of your page as Authorization: Bearer.", "login")
        response.headers["WWW-Authenticate"] = "Bearer"
        return None, (response, 401)
    try:
        packet = shared_packet(_parts().referrals, allowed[0])
    except NoConsentError as error:
        return None, (_outcome(str(error), "suppressed"), 410)
    if task(packet, _parts().settings.public_url)["id"] != identity:
        return None, (_outcome("This token is for another Task.", "forbidden"), 403)
    return packet, (Response(), 200)


def _bearer() -> str:
    kind, _, token = request.headers.get("Authorization", "").partition(" ")
    return token.strip()[:100] if kind.lower() == "bearer" else ""


def _fhir(resource: dict[str, Any]) -> Response:
    response = jsonify(resource)
    response.mimetype = _FHIR
    return response


def _outcome(message: str, code: str) -> Response:
    """FHIR's way to say what is wrong."""
    issue = {"severity": "error", "code": code, "diagnostics": message}
    return _fhir({"resourceType": "OperationOutcome", "issue": [issue]})


@bp.errorhandler(HTTPException)
def problem(error: HTTPException) -> tuple[Response, int]:
    """Errors of this room as FHIR says them."""
    return _outcome(str(error.description), "invalid"), error.code or 500


@bp.after_request
def keep_nothing(response: Response) -> Response:
    """A packet stays in no store and tells no other site where it was."""
    response.headers["Cache-Control"] = "no-store"
    response.headers["X-Robots-Tag"] = "noindex"
    return response
