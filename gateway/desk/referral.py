"""One referral on one page, and what a coordinator does with it."""

from __future__ import annotations

from datetime import datetime

from flask import g, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from gateway.desk import words
from gateway.desk.access import note, staff
from gateway.desk.blueprint import bp, done, packet_or_404, referrals
from gateway.desk.handing_off import mailer
from gateway.desk.talk import goes_out
from referrals.handoff.links import links_of
from referrals.life.work import Attempt
from referrals.model import StaleError, TransitionError

_LONGEST = 2000


@bp.get("/referrals/<reference>")
def referral(reference: str) -> str:
    """The packet."""
    found = packet_or_404(reference)
    note("saw referral", reference)
    return render_template(
        "desk/referral.html",
        p=found,
        words=words,
        messages=referrals().messages_since(found.conversation, 0),
        links=links_of(referrals(), found.id),
        colleagues=[account.name for account in staff().accounts() if not account.disabled],
        night=goes_out(found.reach),
        problem=request.args.get("problem", "")[:300],
        can_mail=mailer() is not None,
    )


@bp.get("/referrals/<reference>/print")
def printed(reference: str) -> str:
    """The packet on one sheet, with room to write."""
    found = packet_or_404(reference)
    note("printed referral", reference)
    return render_template("desk/print.html", p=found)


@bp.post("/referrals/<reference>/move")
def move(reference: str) -> AnyResponse:
    """Along a named transition."""
    found, form = packet_or_404(reference), request.form
    name = form.get("name", "")
    problem = ""
    try:
        referrals().transition(
            found.id,
            name,
            g.staff_name,
            _version(),
            outcome=form.get("outcome") or None if name == "complete" else None,
            note=form.get("note", "")[:_LONGEST],
            reason=form.get("reason") or None if name == "decline" else None,
        )
        _taken(f"moved: {name}", reference, f"note-{reference}")
    except KeyError:
        problem = "There is no such step."
    except (StaleError, TransitionError, ValueError) as error:
        problem = str(error)
    return _back(reference, problem, "next")


@bp.post("/referrals/<reference>/attempt")
def attempt(reference: str) -> AnyResponse:
    """A try to reach somebody."""
    found, form = packet_or_404(reference), request.form
    tried = Attempt(
        form.get("how", ""),
        form.get("whom", ""),
        form.get("result", ""),
        form.get("note", "")[:_LONGEST],
    )
    problem = ""
    try:
        referrals().log_attempt(found.id, g.staff_name, tried)
        _taken("wrote down an attempt", reference, f"attempt-{reference}")
        if tried.whom == "agency" and tried.result == "wrong_number" and found.agency:
            detail = f"{found.agency}: the number in the directory did not work."
            subject = found.service_id or found.agency[:60]
            referrals().raise_once("wrong_number", None, detail, subject=subject)
    except ValueError as error:
        problem = str(error)
    return _back(reference, problem, "attempts")


@bp.post("/referrals/<reference>/look-again")
def look_again(reference: str) -> AnyResponse:
    """The day to look at it again; an empty one clears it."""
    found = packet_or_404(reference)
    problem, text = "", request.form.get("on", "")
    try:
        on = datetime.fromisoformat(text) if text else None
        referrals().plan_check(found.id, g.staff_name, _version(), on)
        _taken("planned to look again", reference)
    except StaleError as error:
        problem = str(error)
    except ValueError:
        problem = "Choose a day."
    return _back(reference, problem, "next")


@bp.post("/referrals/<reference>/agency")
def agency(reference: str) -> AnyResponse:
    """Which agency it goes to: one of those that were shown, or another."""
    found, form = packet_or_404(reference), request.form
    chosen = form.get("service", "")
    shown = {s["service_id"]: s for s in _shown(found.details)}
    name = shown[chosen]["organization"] if chosen in shown else form.get("name", "")
    problem = ""
    try:
        referrals().name_agency(found.id, g.staff_name, _version(), name, chosen or None)
        _taken("chose an agency", reference)
    except (StaleError, ValueError) as error:
        problem = str(error)
    return _back(reference, problem, "agency")


@bp.post("/referrals/<reference>/assign")
def assign(reference: str) -> AnyResponse:
    """Give it to another coordinator."""
    found, to = packet_or_404(reference), request.form.get("to", "")
    problem = ""
    try:
        if staff().account(to) is None:
            raise ValueError("Choose a colleague.")
        referrals().assign(found.id, to, g.staff_name, _version())
        _taken(f"gave to {to}"[:60], reference)
    except (StaleError, ValueError) as error:
        problem = str(error)
    return _back(reference, problem, "next")


def _shown(details: dict[str, object]) -> list[dict[str, str]]:
    """The services that the client was shown; referrals from before kept only their ids."""
    services = details.get("services")
    return [s for s in services if isinstance(s, dict)] if isinstance(services, list) else []


def _version() -> int:
    text = request.form.get("version", "")
    return int(text) if text.isdigit() else -1


def _taken(what: str, reference: str, key: str = "") -> None:
    note(what, reference)
    if key:
        done(key)


def _back(reference: str, problem: str, anchor: str) -> AnyResponse:
    where = url_for("desk.referral", reference=reference, problem=problem or None, _anchor=anchor)
    return redirect(where)
