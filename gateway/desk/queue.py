"""What waits: urgent items, then referrals; kept up to date without a reload."""

from __future__ import annotations

from typing import Any

from flask import Response, g, jsonify, redirect, render_template, request, session, url_for
from werkzeug.wrappers import Response as AnyResponse

from gateway.after_crisis import UNSEEN
from gateway.desk.access import note
from gateway.desk.blueprint import bp, now, once, referrals, tell
from gateway.desk.words import word
from referrals.desk_items import (
    CHORES,
    Item,
    finish_item,
    line_number_of,
    open_items,
    reopen_item,
)
from referrals.desk_views import QueueFilter, queue
from resources_index.index.needs import need_ids


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
    wanted = QueueFilter(
        closed=show == "closed",
        mine=g.staff_name if show == "mine" else None,
        unclaimed=show == "free",
        need=args.get("need") or None,
        state=(args.get("state") or "").upper()[:2] or None,
        due_before=now() if show == "due" else None,
    )
    items = [] if wanted.closed else open_items(referrals())
    return {
        "items": [item for item in items if item.kind not in CHORES],
        "chores": [item for item in items if item.kind in CHORES],
        "numbers": {item.id: _number(item) for item in items},
        "rows": queue(referrals(), wanted),
        "closed": wanted.closed,
        "show": show,
        "need": wanted.need or "",
        "state": wanted.state or "",
    }


def _number(item: Item) -> str | None:
    """Whom to call at once: only in a crisis does a number stand in the list, and never where a call would be seen."""
    urgent = item.kind in ("crisis", "call_instead", "not_safe_to_text")
    if item.subject == UNSEEN:
        return None
    return line_number_of(referrals(), item.conversation) if urgent else None


@bp.get("/state")
def state() -> Response:
    """Counts for whichever page is open: a new urgent item changes the title and sounds."""
    items = open_items(referrals())
    return jsonify({"urgent": sum(item.urgent for item in items), "items": len(items)})


@bp.post("/items/<int:item_id>/done")
def item_done(item_id: int) -> AnyResponse:
    """An item is dealt with; the next page offers to put it back."""
    kind = next((item.kind for item in open_items(referrals()) if item.id == item_id), "")
    if finish_item(referrals(), item_id, g.staff_name, now()):
        note("item done", str(item_id))
        tell(f"Done: {word(kind, 'kinds')}.")
        session["undo"] = str(item_id)
    return redirect(url_for("desk.desk"))


@bp.post("/items/<int:item_id>/back")
def item_back(item_id: int) -> AnyResponse:
    """It was not dealt with after all."""
    if reopen_item(referrals(), item_id):
        note("item put back", str(item_id))
    return redirect(url_for("desk.desk"))
