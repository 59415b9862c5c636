"""A person's own data at the desk: who looked, all of it as a file, delete."""

from __future__ import annotations

import json

from flask import Response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from gateway.desk.access import note
from gateway.desk.blueprint import bp, packet_or_404, referrals
from referrals.audit import Audit
from referrals.export import export_person


@bp.get("/referrals/<reference>/who-looked")
def who_looked(reference: str) -> str:
    """Who saw or changed this referral."""
    packet_or_404(reference)
    lines = Audit(referrals()).lines(reference)
    return render_template("desk/audit.html", lines=lines, whole=None, subject=reference)


@bp.get("/referrals/<reference>/export.json")
def export(reference: str) -> Response:
    """Everything that is kept of this person, to hand to that person."""
    found = packet_or_404(reference)
    note("took all data of the person", reference)
    kept = export_person(referrals(), found.conversation)
    kept["bot_remembers"] = referrals().bot_memory.remembered(found.conversation)
    text = json.dumps(kept, ensure_ascii=False, indent=2)
    response = Response(text, mimetype="application/json")
    response.headers["Content-Disposition"] = f'attachment; filename="{reference}-all.json"'
    return response


@bp.post("/referrals/<reference>/delete-person")
def delete_person(reference: str) -> AnyResponse:
    """Delete what names this person; the reference must be typed, so that no slip does it."""
    found = packet_or_404(reference)
    if request.form.get("typed", "").strip().upper() != reference:
        problem = "Nothing was deleted: type the reference to delete."
        return redirect(
            url_for("desk.referral", reference=reference, problem=problem, _anchor="data")
        )
    referrals().delete_person(found.conversation)
    referrals().forget_at_the_bot(found.conversation)
    note("deleted the person's data", reference)
    return redirect(url_for("desk.desk"))
