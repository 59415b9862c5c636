"""The desk's blueprint: sign-in before everything, words for the pages, errors as pages."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import structlog
from flask import Blueprint, abort, current_app, g, render_template, request, session
from werkzeug.exceptions import HTTPException

from gateway.desk import words
from gateway.desk.access import POLLED, may, require_sign_in, token
from gateway.parts import Parts
from referrals.desk_views import Packet, packet
from referrals.usecases import Referrals

_log = structlog.get_logger()
bp = Blueprint("desk", __name__, url_prefix="/desk", template_folder="templates")
bp.before_request(require_sign_in)


def parts() -> Parts:
    """The opened parts of this process."""
    opened: Parts = current_app.extensions["porchlight"]
    return opened


def referrals() -> Referrals:
    """People and referrals."""
    return parts().referrals


def now() -> datetime:
    """Now in UTC, without a zone, as the database keeps it."""
    return datetime.now(UTC).replace(tzinfo=None)


def packet_or_404(reference: str) -> Packet:
    """The referral of the address, or the page that says there is none."""
    found = packet(referrals(), reference)
    if found is None:
        abort(404, "There is no such referral.")
    return found


def done(key: str) -> None:
    """Tell the next page that a form was taken, so that what was typed need not be kept."""
    session["done"] = key


def tell(words: str) -> None:
    """Say on the next page what came of a form, and what comes next."""
    session["told"] = words


def once(key: str) -> str:
    """What was left for the next page, taken out."""
    # What a page asks for by itself must not take what is meant for the page that follows.
    return "" if request.endpoint in POLLED else str(session.pop(key, ""))


@bp.context_processor
def shared() -> dict[str, Any]:
    """What every page of the desk knows."""
    time = now()
    return {
        "token": token,
        "who": g.get("staff_name"),
        "may": lambda endpoint: g.get("staff_role") is not None and may(f"desk.{endpoint}"),
        "now": time,
        "done": once("done"),
        "told": once("told"),
        "word": words.word,
        "needs_in_words": words.needs_in_words,
        "waited": lambda at: words.waited(at, time),
        "moment": words.moment,
        "plain_moment": words.plain_moment,
        "day": words.day,
        "when": words.when,
        "first_name": words.first_name,
        "crisis": words.crisis,
        "numbers_given": words.numbers_given,
        "phone": words.phone,
    }


@bp.errorhandler(HTTPException)
def problem(error: HTTPException) -> tuple[str, int]:
    """A page that says what is wrong and where to go on."""
    return render_template("desk/problem.html", message=error.description), error.code or 500


@bp.errorhandler(Exception)
def broken(error: Exception) -> tuple[str, int]:
    """A fault of ours is a page too, not JSON, and says that no typed word is lost."""
    _log.error("unexpected error at the desk", kind=type(error).__name__, path=request.path)
    message = "Something went wrong on our side. What you typed is kept. Go back and try once more."
    return render_template("desk/problem.html", message=message), 500


@bp.after_request
def keep_nothing(response: Any) -> Any:
    """No page of the desk stays in a browser's or a proxy's store."""
    response.headers.setdefault("Cache-Control", "no-store")
    return response
