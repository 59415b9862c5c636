"""What waits: urgent items, then referrals; what was put aside; kept up to date without a reload."""

from __future__ import annotations

from typing import Any

from flask import Response, g, jsonify, redirect, render_template, request, session, url_for
from werkzeug.wrappers import Response as AnyResponse

from gateway.after_crisis import UNSEEN
from gateway.desk.access import note
from gateway.desk.blueprint import bp, done, now, once, referrals, tell
from gateway.desk.words import word
from referrals.desk_items import (
    CHORES,
    Item,
    aside_items,
    finish_item,
    line_number_of,
    open_items,
    urgent_count,
)
from referrals.desk_views import QueueFilter, queue
from referrals.finding import find, fits
from referrals.putting_aside import HowItWent, put_back, write_down
from resources_index.index.needs import need_ids

_LONGEST = 2000


@bp.get("")
def desk() -> str:
    """The whole page."""
    return render_template("desk/queue.html", needs=need_ids(), undo=once("undo"), **_waiting())


@bp.get("/live")
def live() -> str:
    """Only the tables: the page puts them in place of its own when they differ."""
    return render_template("desk/queue_live.html", **_waiting())


def _waiting() -> dict[str, Any]:
    show, args = request.args.get("show", ""), request.args
    asked = args.get("q", "").strip()[:80]
    wanted = QueueFilter(
        closed=show == "closed",
        mine=g.staff_name if show == "mine" else None,
        unclaimed=show == "free",
        need=args.get("need") or None,
        state=(args.get("state") or "").upper()[:2] or None,
        due_before=now() if show == "due" else None,
    )
    items = [] if wanted.closed or show == "aside" else open_items(referrals())
    aside = aside_items(referrals()) if show == "aside" or asked else []
    if asked:
        items = [item for item in items if _fits(asked, item)]
        aside = [item for item in aside if _fits(asked, item)]
    if asked:
        rows = find(referrals(), asked)
    else:
        rows = [] if show == "aside" else queue(referrals(), wanted)
    return {
        "items": [item for item in items if item.kind not in CHORES],
        "chores": [item for item in items if item.kind in CHORES],
        "aside": aside,
        "numbers": {item.id: _number(item) for item in items},
        "urgent_first": any(item.urgent for item in items),
        "rows": rows,
        "closed": wanted.closed and not asked,
        "show": show,
        "asked": asked,
        "need": wanted.need or "",
        "state": wanted.state or "",
    }


def _fits(asked: str, item: Item) -> bool:
    number = line_number_of(referrals(), item.conversation) or ""
    return fits(asked, item.reference or "", item.name or "", (number,))


def _number(item: Item) -> str | None:
    """Whom to call at once: only in a crisis does a number stand in the list, and never where a call would be seen."""
    urgent = item.kind in ("crisis", "call_instead", "not_safe_to_text")
    if item.subject == UNSEEN:
        return None
    return line_number_of(referrals(), item.conversation) if urgent else None


def page_of(item: Item) -> str:
    """Where an item is worked on: a crisis on its own page, else the referral it is about."""
    if item.kind != "crisis" and item.reference:
        return url_for("desk.referral", reference=item.reference)
    if item.conversation:
        return url_for("desk.talk", item_id=item.id)
    return url_for("desk.desk")


@bp.get("/state")
def state() -> Response:
    """Counts for whichever page is open: a new urgent item changes the title and sounds; `first` is its page."""
    urgent, count = urgent_count(referrals())
    first = page_of(open_items(referrals())[0]) if urgent else None
    return jsonify({"urgent": urgent, "items": count, "first": first})


@bp.post("/items/<int:item_id>/done")
def item_done(item_id: int) -> AnyResponse:
    """Somebody has dealt with it. A crisis is put aside only with who was reached and how it ended."""
    found = next((item for item in open_items(referrals()) if item.id == item_id), None)
    if found is None:
        return redirect(url_for("desk.desk"))
    if found.kind == "crisis" and found.conversation:
        return _crisis_done(found)
    if finish_item(referrals(), item_id, g.staff_name, now()):
        note(f"item done: {found.kind}", f"item {item_id}")
        tell(f"Done: {word(found.kind, 'kinds')}. It stands under Put aside.")
        session["undo"] = item_id
    return redirect(url_for("desk.desk"))


def _crisis_done(item: Item) -> AnyResponse:
    form, aside = request.form, not request.form.get("keep")
    how = HowItWent(form.get("reached", ""), form.get("ended", ""), form.get("note", "")[:_LONGEST])
    try:
        written = write_down(referrals(), item.id, g.staff_name, how, aside)
    except ValueError as error:
        return redirect(url_for("desk.talk", item_id=item.id, problem=str(error)))
    if not written:
        return redirect(url_for("desk.desk"))
    did = "put aside" if aside else "noted"
    note(f"crisis {did}: reached {how.reached}, {how.ended}", f"item {item.id}")
    done(f"crisis-{item.id}")
    if not aside:
        tell("Written down. It stays on top of the list.")
        return redirect(url_for("desk.talk", item_id=item.id))
    tell("Put aside and written down. You find it under Put aside.")
    session["undo"] = item.id
    return redirect(url_for("desk.desk"))


@bp.post("/items/<int:item_id>/back")
def item_back(item_id: int) -> AnyResponse:
    """It was not dealt with after all."""
    if put_back(referrals(), item_id, g.staff_name):
        note("item put back", f"item {item_id}")
        tell("It is back on the list.")
    return redirect(url_for("desk.desk"))
