"""One's own account: password, one-time codes, signing out everywhere; and, for admins, everybody's."""

from __future__ import annotations

import re
import secrets
from collections.abc import Callable

import pyotp
import segno
from flask import abort, g, redirect, render_template, request, session, url_for
from markupsafe import Markup
from werkzeug.wrappers import Response as AnyResponse

from gateway.desk.access import begin_session, note, staff
from gateway.desk.blueprint import bp, referrals
from referrals.audit import Audit
from referrals.staff import ROLES


@bp.get("/account")
def account() -> str:
    """The page."""
    return _account("")


def _account(problem: str) -> str:
    secret = ""
    if not g.staff_code:
        secret = session.setdefault("new_code", pyotp.random_base32())
    address = (
        pyotp.TOTP(secret).provisioning_uri(name=g.staff_name, issuer_name="Porchlight")
        if secret
        else ""
    )
    return render_template(
        "desk/account.html",
        problem=problem,
        secret=" ".join(re.findall(".{1,4}", secret)),
        address=address,
        picture=_qr(address) if address else "",
        has_code=g.staff_code,
    )


def _qr(address: str) -> Markup:
    """The address as a QR code for the phone's camera: an SVG inside the page, so that no request carries the key."""
    drawn = segno.make(address, micro=False).svg_inline(
        scale=5, border=4, dark="#000", light="#fff", svgclass="qr", lineclass=None, omitsize=False
    )
    return Markup(drawn)  # noqa: S704 (drawn by the library, no text in it)


def _confirmed() -> bool:
    """Whether the password in the form is one's own: a desk left open changes no account."""
    return staff().confirm(g.staff_name, request.form.get("password", "")[:200])


@bp.post("/account/password")
def account_password() -> AnyResponse | str:
    """A new password; it ends all other sessions."""
    if not _confirmed():
        return _account("The present password is not right.")
    try:
        staff().create(g.staff_name, request.form.get("new", "")[:200], g.staff_role)
    except ValueError as error:
        return _account(str(error))
    note("changed own password", g.staff_name)
    _stay_signed_in()
    return redirect(url_for("desk.account"))


@bp.post("/account/code")
def account_code() -> AnyResponse | str:
    """One-time codes from now on, once the app shows the right one."""
    secret = str(session.get("new_code", ""))
    if not secret or not staff().set_code(g.staff_name, secret, request.form.get("code", "")[:10]):
        return _account("The code is not right. Wait for the next one and try again.")
    session.pop("new_code", None)
    note("set up one-time codes", g.staff_name)
    return redirect(url_for("desk.account"))


@bp.post("/account/code-off")
def account_code_off() -> AnyResponse | str:
    """No codes any more; the password is asked for again."""
    if not _confirmed():
        return _account("The password is not right.")
    staff().remove_code(g.staff_name)
    note("turned one-time codes off", g.staff_name)
    return redirect(url_for("desk.account"))


@bp.post("/account/sign-out-all")
def account_sign_out_all() -> AnyResponse:
    """End every session of this account, this one too."""
    staff().end_sessions(g.staff_name)
    note("signed out everywhere", g.staff_name)
    session.clear()
    return redirect(url_for("desk.sign_in_form"))


def _stay_signed_in() -> None:
    own = staff().account(g.staff_name)
    if own is not None:
        begin_session(own)


@bp.get("/people")
def people() -> str:
    """All accounts."""
    return _people("")


def _people(problem: str, made: tuple[str, str] | None = None) -> str:
    return render_template(
        "desk/people.html", accounts=staff().accounts(), roles=ROLES, problem=problem, made=made
    )


@bp.post("/people")
def people_add() -> str:
    """A new account, or a new password for one; the password is shown once."""
    name, role = request.form.get("name", "").strip()[:80], request.form.get("role", "")
    password = secrets.token_urlsafe(12)
    try:
        staff().create(name, password, role)
    except ValueError as error:
        return _people(str(error))
    note(f"account for {name}"[:60], name)
    return _people("", (name, password))


@bp.post("/people/<name>/role")
def people_role(name: str) -> AnyResponse | str:
    """Another role."""
    role = request.form.get("role", "")
    return _change(lambda: staff().set_role(name, role), f"role {role}", name)


@bp.post("/people/<name>/access")
def people_access(name: str) -> AnyResponse | str:
    """Close an account, or open it again."""
    disabled = request.form.get("disabled") == "1"
    what = "closed account" if disabled else "opened account"
    return _change(lambda: staff().set_disabled(name, disabled), what, name)


@bp.post("/people/<name>/code-off")
def people_code_off(name: str) -> AnyResponse | str:
    """Somebody lost the phone with the codes."""
    return _change(lambda: staff().remove_code(name), "turned one-time codes off", name)


def _change(change: Callable[[], None], what: str, name: str) -> AnyResponse | str:
    try:
        change()
    except LookupError as error:
        abort(404, str(error))
    except ValueError as error:
        return _people(str(error))
    note(what[:60], name)
    return redirect(url_for("desk.people"))


@bp.get("/audit")
def audit() -> str:
    """Who saw and changed what, newest first, and whether the trail is whole."""
    trail = Audit(referrals())
    return render_template(
        "desk/audit.html", lines=trail.lines(), whole=trail.is_whole(), subject=""
    )
