"""Make the Flask app: parts, blueprints, security headers, errors without tracebacks."""

from __future__ import annotations

from typing import Any

import structlog
from flask import Flask, Response, jsonify, render_template, request
from flask_limiter import Limiter
from flask_limiter.util import get_remote_address
from werkzeug.exceptions import HTTPException
from werkzeug.middleware.proxy_fix import ProxyFix

from gateway.agency.routes import bp as agency
from gateway.api.routes import bp as api
from gateway.api.routes import conversation_key
from gateway.desk.routes import bp as desk
from gateway.dialogue import Dialogue
from gateway.health.routes import bp as health
from gateway.parts import Parts
from gateway.phone.routes import bp as phone
from gateway.plan.access import page_words, wanted_language
from gateway.plan.services import ServiceBook
from gateway.settings import Settings
from gateway.sms.routes import bp as sms
from gateway.webchat.register import add_web

_log = structlog.get_logger()
_LARGEST = 256 * 1024
_POLICY = (
    "default-src 'self'; img-src 'self' data:; style-src 'self'; script-src 'self'; object-src 'none'; "
    "base-uri 'none'; form-action 'self'; frame-ancestors {ancestors}"
)


def create_app(
    settings: Settings, dialogue: Dialogue | None = None, services: ServiceBook | None = None
) -> Flask:
    """The app; `dialogue` may be a stand-in for Rasa and `services` for the directory in tests."""
    app = Flask("gateway", static_folder=None)
    app.config.update(
        SECRET_KEY=settings.secret_key,
        MAX_CONTENT_LENGTH=_LARGEST,
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",
        SESSION_COOKIE_SECURE=settings.public_url.startswith("https"),
    )
    if settings.trusted_proxies:
        proxies = settings.trusted_proxies
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=proxies, x_proto=proxies)  # type: ignore[method-assign]
    app.extensions["porchlight"] = Parts.open(settings, dialogue)
    limiter = Limiter(get_remote_address, app=app, storage_uri="memory://", headers_enabled=True)
    add_web(app, limiter, services)
    # One person types a few messages a minute; one address may be a whole library or a proxy.
    limiter.limit(settings.rate_limit)(api)
    limiter.limit(settings.conversation_limit, key_func=conversation_key)(api)
    # Guessing links from one address.
    limiter.limit("60 per minute")(agency)
    for blueprint in (agency, api, desk, health, sms, phone):
        app.register_blueprint(blueprint)
    # Guessing passwords from one address; each account has a lock of its own besides.
    pages: dict[str, Any] = app.view_functions
    pages["desk.sign_in"] = limiter.limit("30 per minute")(pages["desk.sign_in"])
    app.after_request(_secure)
    app.register_error_handler(Exception, _error)
    return app


def _secure(response: Response) -> Response:
    # The chat may be framed by any site: that is how it is embedded. Nothing else may.
    framed = request.path == "/embed"
    policy = _POLICY.format(ancestors="*" if framed else "'none'")
    response.headers.setdefault("Content-Security-Policy", policy)
    response.headers.setdefault("X-Content-Type-Options", "nosniff")
    response.headers.setdefault("Referrer-Policy", "no-referrer")
    return response


def _error(error: Exception) -> tuple[Response, int] | Response:
    if isinstance(error, HTTPException):
        status = error.code or 500
        message = error.description or "Something is wrong with this request."
    else:
        # The type only: a message could hold what somebody wrote.
        _log.error("unexpected error", kind=type(error).__name__, path=request.path)
        status, message = 500, "Something went wrong on our side. Please try again."
    if request.path.startswith("/sms"):
        return Response("<Response/>", status=status, mimetype="text/xml")
    if _for_a_reader():
        language = wanted_language(request.accept_languages.best_match(["en", "es"]) or "en")
        return Response(render_template("error.html", **page_words(language)), status=status)
    response = jsonify({"error": {"code": _CODES.get(status, "error"), "message": message}})
    if isinstance(error, HTTPException):
        for name, value in error.get_headers():
            if name.lower() == "retry-after":
                response.headers[name] = value
    if status == 429 and "Retry-After" not in response.headers:
        response.headers["Retry-After"] = "60"
    return response, status


def _for_a_reader() -> bool:
    """A browser that shows the answer as a page, not a script of ours or somebody's program."""
    machine = request.path.startswith(("/api", "/chat", "/health", "/desk", "/phone"))
    return not machine and request.accept_mimetypes.best == "text/html"


_CODES = {
    400: "bad_request", 403: "forbidden", 404: "not_found", 405: "method_not_allowed", 413: "too_large",
    415: "not_json", 422: "invalid", 429: "too_many", 500: "internal", 503: "unavailable",
}  # fmt: skip
