"""Sign in and out."""

from __future__ import annotations

from pathlib import Path

from flask import (
    Response,
    redirect,
    render_template,
    request,
    send_from_directory,
    session,
    url_for,
)
from werkzeug.wrappers import Response as AnyResponse

from gateway.desk.access import begin_session, staff
from gateway.desk.blueprint import bp, referrals
from referrals.audit import Audit

_HERE = Path(__file__).resolve().parent


@bp.get("/static/<path:name>")
def static(name: str) -> Response:
    """Script and style of the desk."""
    response = send_from_directory(_HERE / "static", name, max_age=300)
    response.headers["Cache-Control"] = "max-age=300"
    return response


@bp.get("/sign-in")
def sign_in_form() -> str:
    """The form."""
    return _form(failed=False, page=request.args.get("next"))


@bp.post("/sign-in")
def sign_in() -> AnyResponse | str | tuple[str, int]:
    """Name, password and, where one is set up, the one-time code."""
    name = request.form.get("name", "")[:80]
    password, code = request.form.get("password", "")[:200], request.form.get("code", "")[:20]
    account = staff().sign_in(name, password, code)
    if account is None:
        return _form(failed=True, page=request.form.get("next")), 401
    begin_session(account)
    Audit(referrals()).note(name, "signed in", name)
    return redirect(_inside(request.form.get("next")))


def _form(failed: bool, page: str | None) -> str:
    ended, out = bool(request.args.get("ended")), bool(request.args.get("out"))
    return render_template(
        "desk/sign_in.html", failed=failed, ended=ended, out=out, next=_inside(page)
    )


def _inside(path: str | None) -> str:
    """Only a page of the desk itself, never another site."""
    fine = path and path.startswith("/desk") and "//" not in path and "\\" not in path
    return str(path) if fine else "/desk"


@bp.post("/sign-out")
def sign_out() -> AnyResponse:
    """End the session."""
    session.clear()
    return redirect(url_for("desk.sign_in_form", out="1"))
