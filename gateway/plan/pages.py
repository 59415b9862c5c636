"""What all pages of a plan share: the blueprint, its headers and errors, the page itself."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote, urlencode

from flask import Blueprint, Response, redirect, render_template, request
from werkzeug.exceptions import NotFound
from werkzeug.wrappers import Response as AnyResponse

from gateway.plan.access import page_words, wanted_language
from gateway.plan.plain import mail_body
from gateway.plan.view import on_paper
from gateway.web_parts import parts, web
from gateway.webwords import web_words
from referrals.plans import OpenPlan, PlanExpiredError
from resources_index.index.needs import need_ids, need_name

bp = Blueprint("plan", __name__, url_prefix="/plan", template_folder="templates")
NOTICES = frozenset(
    "done full notes_both private_cut link_made mail_sent mail_bad mail_failed mail_enough".split()
)
# Whom a plan can be for, in the order of the word list.
ABOUT = tuple(
    key.removeprefix("about_")
    for key in web_words("en")
    if key.startswith("about_") and key != "about_none"
)


@bp.after_request
def keep_private(response: Response) -> Response:
    """Not in caches, not in search engines."""
    response.headers["Cache-Control"] = "no-store"
    response.headers["X-Robots-Tag"] = "noindex, nofollow"
    return response


@bp.errorhandler(PlanExpiredError)
def ended(_error: PlanExpiredError) -> tuple[str, int]:
    """The link was right once."""
    return nothing_page("expired"), 410


@bp.errorhandler(NotFound)
def missing(_error: NotFound) -> tuple[str, int]:
    """The link opens nothing."""
    return nothing_page("no_plan"), 404


def nothing_page(reason: str) -> str:
    """A page that says why there is no plan here, and offers a new one."""
    language = wanted_language(request.accept_languages.best_match(["en", "es"]) or "en")
    return render_template("plan/nothing.html", reason=reason, **page_words(language))


def link_of(found: OpenPlan) -> str:
    """The private link, in full."""
    return f"{parts().settings.public_url}/plan/{found.token}"


def mail_words(found: OpenPlan, language: str) -> str:
    """The plan as the body of an e-mail."""
    people = on_paper(found.plan, language, web().services)
    return mail_body(people, link_of(found), language)


def plan_page(
    found: OpenPlan, notice: str = "", crisis: list[str] | None = None, **more: Any
) -> str:
    """The plan with a notice (the name of its words) and, where somebody is in danger, the fixed texts."""
    language = wanted_language(found.plan.language)
    settings = parts().settings
    subject = quote(web_words(language)["mail_subject"])
    return render_template(
        "plan/plan.html",
        plan=found,
        people=on_paper(found.plan, language, web().services),
        notice=notice if notice in NOTICES else "",
        crisis=crisis or [],
        link=link_of(found),
        mailto=f"mailto:?subject={subject}&body={quote(mail_words(found, language))}",
        texting=settings.twilio_from,
        mailing=web().mailer is not None,
        about=ABOUT,
        all_needs=[(need, need_name(need, language)) for need in need_ids()],
        **{"code": "", "address": "", **more},
        **page_words(language),
    )


def to_plan(token: str, notice: str = "", anchor: str = "") -> AnyResponse:
    """Back to the page after a change, where the change is."""
    language = request.values.get("lang")
    query = {"lang": language} if language in ("en", "es") else {}
    query |= {"notice": notice} if notice else {}
    address = f"/plan/{token}" + (f"?{urlencode(query)}" if query else "")
    return redirect(f"{address}#{anchor}" if anchor else address, 303)
