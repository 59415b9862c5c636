"""The desk's page of texts: those that did not arrive, and what texting costs."""

from __future__ import annotations

from flask import redirect, render_template, url_for
from werkzeug.wrappers import Response as AnyResponse

from gateway.desk.access import note
from gateway.desk.blueprint import bp, parts, referrals
from referrals.outbox.costs import costs
from referrals.outbox.dead_letters import dead_letters, send_again, set_aside, waiting


@bp.get("/texts")
def texts() -> str:
    """What did not arrive, what waits, and the segments of each conversation."""
    return render_template(
        "desk/texts.html",
        letters=dead_letters(referrals()),
        waiting=waiting(referrals()),
        costs=costs(referrals(), parts().settings.segment_cents),
    )


@bp.post("/texts/<int:item_id>/again")
def text_again(item_id: int) -> AnyResponse:
    """Send it once more."""
    if send_again(referrals(), item_id):
        note("sent text again", str(item_id))
    return redirect(url_for("desk.texts"))


@bp.post("/texts/<int:item_id>/done")
def text_done(item_id: int) -> AnyResponse:
    """It is dealt with."""
    if set_aside(referrals(), item_id):
        note("set text aside", str(item_id))
    return redirect(url_for("desk.texts"))
