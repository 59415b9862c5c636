"""Adds the web chat and the plan to the app: their routes, limits and hooks."""

from __future__ import annotations

from typing import Any

from flask import Flask, Response, g, request
from flask_limiter import Limiter

from gateway.api.routes import conversation_key
from gateway.parts import Parts
from gateway.plan import keep, routes  # noqa: F401 (they add their routes to the blueprint)
from gateway.plan.pages import bp as plan
from gateway.plan.services import ServiceBook
from gateway.plan.texting import PlanTexts
from gateway.replies import dialable
from gateway.web_parts import WebParts, web
from gateway.webchat.person import bp as person
from gateway.webchat.places import bp as places
from gateway.webchat.routes import bp as webchat
from gateway.webchat.talk import bp as talk

_MAILS = "30 per hour"


def add_web(app: Flask, limiter: Limiter, services: ServiceBook | None = None) -> None:
    """`services` may be a stand-in for the directory."""
    parts: Parts = app.extensions["porchlight"]
    opened = WebParts.open(parts, services)
    app.extensions["porchlight_web"] = opened
    parts.text_line.plan_texts = PlanTexts(opened.plans, opened.services, parts.settings.public_url)
    for blueprint in (talk, person, plan, places):
        limiter.limit(parts.settings.rate_limit)(blueprint)
    limiter.limit(parts.settings.conversation_limit, key_func=conversation_key)(talk)
    app.add_template_filter(dialable)
    for blueprint in (webchat, talk, person, plan, places):
        app.register_blueprint(blueprint)
    # E-mail goes to an address that anybody can type: few an hour from one place.
    limited: Any = limiter.limit(_MAILS)(app.view_functions["plan.mail"])
    app.view_functions["plan.mail"] = limited
    app.after_request(_note_presence)


def _note_presence(response: Response) -> Response:
    """Whoever is signed in and has a page of the desk open could answer now."""
    name = g.get("staff_name")
    if name and request.blueprint == "desk":
        if request.endpoint == "desk.sign_out":
            web().presence.left(name)
        else:
            web().presence.seen(name)
    return response
