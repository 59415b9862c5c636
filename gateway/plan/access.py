"""Which plan a request is about, and in which language it is shown."""

from __future__ import annotations

import re
from typing import Any

from flask import abort, request

from gateway.web_parts import web
from gateway.webwords import day_in_words, web_words
from referrals.plans import OpenPlan

CONVERSATION = re.compile(r"[A-Za-z0-9_-]{8,64}")
LANGUAGES = ("en", "es")


def wanted_language(default: str) -> str:
    """`lang` of the address or the form, else `default`."""
    asked = request.values.get("lang")
    return asked if asked in LANGUAGES else default


def plan_behind(token: str) -> OpenPlan:
    """404 for a link that opens nothing; PlanExpiredError passes through."""
    found = web().plans.by_token(token)
    if found is None:
        abort(404)
    return found


def conversation_of_form() -> str:
    """The conversation that a form names, as the other rooms know it. 422 when it is no such id."""
    named = request.form.get("conversation", "")
    if not CONVERSATION.fullmatch(named):
        abort(422, "The field conversation is 8 to 64 letters, digits, _ or -.")
    return f"web-{named}"


def page_words(language: str) -> dict[str, Any]:
    """What every page of ours knows."""
    return {
        "language": language,
        "w": web_words(language),
        "day": lambda when: day_in_words(when, language),
    }
