"""Measures for leads: figures, charts drawn as SVG, and the same as CSV."""

from __future__ import annotations

import csv
import io
from datetime import datetime, timedelta

from flask import Response, render_template, request

from gateway.desk import words
from gateway.desk.access import note
from gateway.desk.blueprint import bp, now, referrals
from referrals.handoff.table import harmless
from referrals.measures import Count, Measures, measure
from resources_index.index.needs import need_name

FEW = "fewer than 5"


@bp.get("/measures")
def measures() -> str:
    """The page."""
    days = _days()
    figures = _measure(days)
    charts = {
        "Asked for, by week": [(c.label[0], c.value) for c in figures.by_week],
        "Why help did not come": [(_why(c.label[0]), c.value) for c in figures.why_not],
        "Unmet needs, by state and kind": [
            (f"{c.label[0]}: {need_name(c.label[1], 'en')}", c.value)
            for c in figures.unmet_by_place[:20]
        ],
        "By agency": [
            (f"{c.label[0]}: {_why(c.label[1])}", c.value) for c in figures.by_agency[:20]
        ],
    }
    return render_template("desk/measures.html", m=figures, days=days, charts=charts, few=FEW)


@bp.get("/measures.csv")
def measures_csv() -> Response:
    """All tables in one, without names; small numbers held back here too."""
    figures = _measure(_days())
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(("measure", "of", "kind", "value"))
    for name in ("asked", "open_now", "ended", "helped"):
        value = getattr(figures, name)
        writer.writerow((name, "", "", FEW if value is None else value))
    for name in ("helped_share", "hours_to_contact", "contact_in_a_day"):
        value = getattr(figures, name)
        writer.writerow((name, "", "", "not enough" if value is None else round(value, 3)))
    for name in ("by_week", "why_not", "unmet_by_place", "by_agency"):
        for count in getattr(figures, name):
            writer.writerow((name, *_cells(count), FEW if count.value is None else count.value))
    note("took measures as CSV", "measures")
    response = Response(out.getvalue(), mimetype="text/csv")
    response.headers["Content-Disposition"] = 'attachment; filename="measures.csv"'
    return response


def _cells(count: Count) -> tuple[str, str]:
    first, second = (*count.label, "")[:2]
    return harmless(first), harmless(second)


def _why(name: str) -> str:
    for table in ("outcomes", "reasons", "status"):
        said = words.word(name, table)
        if said != name.replace("_", " "):
            return said
    return name.replace("_", " ")


def _days() -> int:
    text = request.args.get("days", "90")
    return min(int(text), 3660) if text.isdigit() and int(text) > 0 else 90


def _measure(days: int) -> Measures:
    until: datetime = now()
    return measure(referrals(), until - timedelta(days=days), until)
