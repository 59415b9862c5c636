"""Who is signed in and what each role may do. A session ends by itself and with its account."""

from __future__ import annotations

import hmac
import secrets
import time

from flask import abort, current_app, g, redirect, request, session, url_for
from werkzeug.wrappers import Response

from referrals.audit import Audit
from referrals.staff import ROLES, Account, Staff

IDLE_S = 30 * 60
LONGEST_S = 10 * 3600
_OPEN = frozenset({"desk.sign_in", "desk.sign_in_form", "desk.static"})
# Looked at by the page itself, not by a person: they keep no session alive.
POLLED = frozenset({"desk.state", "desk.live", "desk.thread", "desk.talk_thread"})
# Every page of the desk and the least role for it. A page that is missing here opens for nobody.
LEAST_ROLE = {
    "desk.desk": "coordinator",
    "desk.live": "coordinator",
    "desk.state": "coordinator",
    "desk.sign_out": "coordinator",
    "desk.item_done": "coordinator",
    "desk.item_back": "coordinator",
    "desk.talk": "coordinator",
    "desk.talk_thread": "coordinator",
    "desk.talk_message": "coordinator",
    "desk.talk_hand_back": "coordinator",
    "desk.referral": "coordinator",
    "desk.thread": "coordinator",
    "desk.move": "coordinator",
    "desk.attempt": "coordinator",
    "desk.look_again": "coordinator",
    "desk.agency": "coordinator",
    "desk.assign": "coordinator",
    "desk.message": "coordinator",
    "desk.hand_back": "coordinator",
    "desk.printed": "coordinator",
    "desk.as_csv": "coordinator",
    "desk.as_fhir": "coordinator",
    "desk.link": "coordinator",
    "desk.link_end": "coordinator",
    "desk.texts": "coordinator",
    "desk.text_again": "coordinator",
    "desk.text_done": "coordinator",
    "desk.account": "coordinator",
    "desk.account_password": "coordinator",
    "desk.account_code": "coordinator",
    "desk.account_code_off": "coordinator",
    "desk.account_sign_out_all": "coordinator",
    "desk.measures": "lead",
    "desk.measures_csv": "lead",
    "desk.who_looked": "lead",
    "desk.export": "lead",
    "desk.delete_person": "lead",
    "desk.people": "admin",
    "desk.people_add": "admin",
    "desk.people_role": "admin",
    "desk.people_access": "admin",
    "desk.people_code_off": "admin",
    "desk.audit": "admin",
}


def staff() -> Staff:
    """Accounts."""
    return Staff(current_app.extensions["porchlight"].referrals)


def note(what: str, subject: str) -> None:
    """A line in the audit trail by whoever is signed in."""
    Audit(current_app.extensions["porchlight"].referrals).note(g.staff_name, what, subject)


def may(endpoint: str) -> bool:
    """Whether the signed-in role may open a page."""
    least = LEAST_ROLE.get(endpoint)
    return least is not None and ROLES.index(g.staff_role) >= ROLES.index(least)


def require_sign_in() -> Response | None:
    """Before each request of the desk: an account, the role for this page, and for forms our token."""
    if request.endpoint in _OPEN:
        if request.method == "POST":
            check_token()
        return None
    account = _signed_in()
    if account is None:
        # What was typed is kept by the page itself and is there again after signing in.
        ended = "1" if session.get("staff") else None
        session.clear()
        return redirect(url_for("desk.sign_in_form", next=_page_of(request.path), ended=ended))
    if request.method == "POST":
        check_token()
    g.staff_name, g.staff_role, g.staff_code = account.name, account.role, account.has_code
    if request.endpoint not in POLLED:
        session["seen"] = time.time()
    if not may(str(request.endpoint)):
        abort(403, "Your role may not open this page.")
    return None


def _signed_in() -> Account | None:
    now = time.time()
    name, began = session.get("staff"), float(session.get("began", 0))
    if not name or now - float(session.get("seen", 0)) > IDLE_S or now - began > LONGEST_S:
        return None
    account = staff().account(name)
    return account if account and account.session_round == session.get("round") else None


def _page_of(path: str) -> str:
    """The page to come back to: that of the referral for a form on it."""
    parts = path.split("/")
    if parts[1:3] == ["desk", "referrals"] and len(parts) > 3:
        return "/".join(parts[:4])
    return path if request.method == "GET" else "/desk"


def begin_session(account: Account) -> None:
    """A new session: nothing of the one before sign-in stays (session fixation)."""
    session.clear()
    session["staff"], session["round"] = account.name, account.session_round
    session["seen"] = session["began"] = time.time()
    session["token"] = secrets.token_urlsafe(24)


def token() -> str:
    """The token that each form of this session carries (CSRF)."""
    if "token" not in session:
        session["token"] = secrets.token_urlsafe(24)
    return str(session["token"])


def check_token() -> None:
    """Refuse a form that was not made by us for this session."""
    known, sent = str(session.get("token", "")), request.form.get("token", "")
    if not known or not hmac.compare_digest(known.encode(), sent.encode()):
        abort(403, "This form is too old. Go back, load the page again and repeat it.")
