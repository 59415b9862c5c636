"""The desk's page of texts: those that did not arrive, and what texting costs."""

from __future__ import annotations

from flask import Blueprint, current_app, g, redirect, render_template, url_for
from werkzeug.wrappers import Response as AnyResponse

from gateway.desk.access import require_sign_in, staff
from gateway.desk.routes import shared
from gateway.parts import Parts
from referrals.outbox.costs import costs
from referrals.outbox.dead_letters import dead_letters, send_again, set_aside, waiting

bp = Blueprint("desk_texts", __name__, url_prefix="/desk/texts", template_folder="templates")
bp.before_request(require_sign_in)
bp.context_processor(shared)


def _parts() -> Parts:
    parts: Parts = current_app.extensions["porchlight"]
    return parts


@bp.get("")
def texts() -> str:
    """What did not arrive, what waits, and the segments of each conversation."""
    parts = _parts()
    return render_template(
        "desk/texts.html",
        letters=dead_letters(parts.referrals),
        waiting=waiting(parts.referrals),
        costs=costs(parts.referrals, parts.settings.segment_cents),
    )


@bp.post("/<int:item_id>/again")
def again(item_id: int) -> AnyResponse:
    """Send it once more."""
    if send_again(_parts().referrals, item_id):
        staff().note(g.staff_name, "sent text again", str(item_id))
    return redirect(url_for("desk_texts.texts"))


@bp.post("/<int:item_id>/done")
def done(item_id: int) -> AnyResponse:
    """It is dealt with."""
    if set_aside(_parts().referrals, item_id):
        staff().note(g.staff_name, "set text aside", str(item_id))
    return redirect(url_for("desk_texts.texts"))
