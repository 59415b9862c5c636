"""One referral on one page, and what a coordinator does with it."""

from __future__ import annotations

from datetime import datetime

from flask import g, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from gateway.desk import days, words
from gateway.desk.access import note, staff
from gateway.desk.blueprint import bp, done, now, packet_or_404, parts, referrals, tell
from gateway.desk.handing_off import mailer
from gateway.desk.queue import page_of
from gateway.desk.steps import MANY_TRIES, steps_of
from gateway.desk.story import story
from gateway.desk.their_time import goes_out, their_time
from referrals.desk_items import Item, finish_answers, open_items
from referrals.desk_views import Packet, QueueFilter, QueueRow, queue
from referrals.handoff.links import links_of
from referrals.life.work import Attempt
from referrals.model import OPEN, WAITING, StaleError, TransitionError

_LONGEST = 2000


@bp.get("/referrals/<reference>")
def referral(reference: str) -> str:
    """The packet and what to do next."""
    found = packet_or_404(reference)
    note("saw referral", reference)
    urgent = None if found.status in OPEN else _urgent_item()
    return render_template(
        "desk/referral.html",
        p=found,
        words=words,
        steps=steps_of(found),
        soon=days.choices(now(), days.SOON),
        days=days.choices(now(), days.ALL),
        waits=days.choices(now(), days.WAITS),
        many_tries=MANY_TRIES,
        story=story(found),
        next_one=None if found.status in OPEN else _next_one(),
        messages=referrals().messages_since(found.conversation, 0),
        links=links_of(referrals(), found.id),
        colleagues=[account.name for account in staff().accounts() if not account.disabled],
        night=goes_out(found.reach, parts()),
        there=their_time(_number(found), found.reach),
        urgent_item=urgent,
        urgent_page=page_of(urgent) if urgent else None,
        problem=request.args.get("problem", "")[:300],
        can_mail=mailer() is not None,
    )


def _urgent_item() -> Item | None:
    """What comes before any next referral."""
    return next((item for item in open_items(referrals()) if item.urgent), None)


def _number(found: Packet) -> str | None:
    """The number to call: the one that was given, else that of the phone that texted."""
    given = str(found.details.get("number") or "")
    return found.reach.number if given in ("", "this phone") else given


def _next_one() -> QueueRow | None:
    """What to take next: the first in the queue that nobody has."""
    return next(iter(queue(referrals(), QueueFilter(unclaimed=True))), None)


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
    name, outcome = form.get("name", ""), form.get("outcome") or None
    if name == "complete" and (outcome == WAITING or form.get("on")):
        # Who is on a waiting list has no help yet: it stays open until the day that is chosen.
        name = "wait"
    problem = ""
    try:
        on = _day_to_come() if name == "wait" else None
        referrals().transition(
            found.id,
            name,
            g.staff_name,
            _version(),
            outcome=outcome if name == "complete" else None,
            note=form.get("note", "")[:_LONGEST],
            reason=form.get("reason") or None if name == "decline" else None,
            on=on,
        )
        if name not in ("accept", "begin"):
            finish_answers(referrals(), reference, g.staff_name, now())
        kept = "other" if form.get("kept") == "other" else "note"
        _taken(f"moved: {name}", reference, f"{kept}-{reference}")
        tell(_waits(reference, on) if on else words.TOLD.get(name, ""))
        if on:
            return redirect(url_for("desk.desk"))
    except KeyError:
        problem = "There is no such step."
    except (StaleError, TransitionError, ValueError) as error:
        problem = str(error)
    return _back(reference, problem)


@bp.post("/referrals/<reference>/attempt")
def attempt(reference: str) -> AnyResponse:
    """A try to reach somebody. Who talks with the agency has begun."""
    found, form = packet_or_404(reference), request.form
    whom, result = form.get("whom", ""), form.get("result", "")
    tried = Attempt(form.get("how", ""), whom, result, form.get("note", "")[:_LONGEST])
    problem = ""
    try:
        referrals().log_attempt(found.id, g.staff_name, tried)
        _taken("wrote down an attempt", reference, _draft_of(reference))
        tell(words.TOLD.get(f"{whom} {result}", "Written down."))
        if (whom, result) == ("agency", "reached") and found.status == "accepted":
            referrals().transition(found.id, "begin", g.staff_name, found.version)
        if (whom, result) == ("agency", "wrong_number") and found.agency:
            detail = f"{found.agency}: the number in the directory did not work."
            subject = found.service_id or found.agency[:60]
            referrals().raise_once("wrong_number", None, detail, subject=subject)
    except (StaleError, ValueError) as error:
        problem = str(error)
    return _back(reference, problem)


def _draft_of(reference: str) -> str:
    """Which of the forms for a try was sent, by the name under which the page keeps what is typed."""
    form = request.form.get("draft", "")
    return f"attempt-{form}-{reference}" if form in ("client", "agency") else f"attempt-{reference}"


@bp.post("/referrals/<reference>/look-again")
def look_again(reference: str) -> AnyResponse:
    """The day to look at it again; an empty one clears it. `leave` goes back to the queue."""
    found = packet_or_404(reference)
    try:
        on = _chosen()
        said = request.form.get("note", "")[:_LONGEST]
        referrals().plan_check(found.id, g.staff_name, _version(), on, said)
    except StaleError as error:
        return _back(reference, str(error))
    except ValueError:
        return _back(reference, "Choose a day.")
    draft = request.form.get("draft", "")
    _taken("planned to look again", reference, draft if draft.endswith(reference) else "")
    tell(f"{reference} comes to the top of the list {_when(on)}." if on else "No day is set.")
    if request.form.get("leave"):
        return redirect(url_for("desk.desk"))
    return _back(reference, "")


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
        tell(f"Now call {name.strip()}.")
    except (StaleError, ValueError) as error:
        problem = str(error)
    return _back(reference, problem)


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
        tell(f"{to} has it now.")
    except (StaleError, ValueError) as error:
        problem = str(error)
    return _back(reference, problem)


def _chosen() -> datetime | None:
    """The day of the form: a button, or the day that was typed."""
    form = request.form
    return days.chosen(form.get("on", ""), form.get("other_on", ""), now())


def _day_to_come() -> datetime:
    """The same, but it must be there and not be over."""
    on = _chosen()
    if on is None or on.date() <= now().date():
        raise ValueError("Until when do they wait? Choose a day that is still to come.")
    return on


def _waits(reference: str, on: datetime) -> str:
    return (
        f"{reference} stays open: on a waiting list. It comes to the top of the list {_when(on)}."
    )


def _when(on: datetime) -> str:
    return "in 3 hours" if request.form.get("on") == "later" else f"on {words.day(on)}"


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


def _back(reference: str, problem: str) -> AnyResponse:
    """To the next step, or to the top of the page where the problem stands."""
    anchor = None if problem else "next"
    where = url_for("desk.referral", reference=reference, problem=problem or None, _anchor=anchor)
    return redirect(where)
