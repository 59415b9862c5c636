"""Who is signed in. A session ends by itself and is bound to an account that still exists."""

from __future__ import annotations

import hmac
import secrets
import time

from flask import abort, current_app, g, redirect, request, session, url_for
from werkzeug.wrappers import Response

from referrals.staff import Staff

_IDLE_S = 30 * 60
_OPEN = frozenset({"desk.sign_in", "desk.sign_in_form", "desk.static"})


def staff() -> Staff:
    """Accounts and audit."""
    return Staff(current_app.extensions["porchlight"].referrals.engine)


def require_sign_in() -> Response | None:
    """Before each request of the desk; everything but the sign-in needs an account."""
    if request.method == "POST":
        check_token()
    if request.endpoint in _OPEN:
        return None
    name = session.get("staff")
    fresh = time.time() - float(session.get("seen", 0)) < _IDLE_S
    role = staff().role_of(name) if name and fresh else None
    if role is None:
        session.clear()
        return redirect(url_for("desk.sign_in_form", next=request.path))
    session["seen"] = time.time()
    g.staff_name, g.staff_role = name, role
    return None


def begin_session(name: str) -> None:
    """A new session: nothing of the one before sign-in stays (session fixation)."""
    session.clear()
    session["staff"], session["seen"] = name, time.time()
    session["token"] = secrets.token_urlsafe(24)


def token() -> str:
    """The token that each form of this session carries (CSRF)."""
    if "token" not in session:
        session["token"] = secrets.token_urlsafe(24)
    return str(session["token"])


def check_token() -> None:
    """Refuse a form that was not made by us for this session."""
    known, sent = session.get("token", ""), request.form.get("token", "")
    if not known or not hmac.compare_digest(str(known), sent):
        abort(403, "This form is too old. Go back, load the page again and repeat it.")
