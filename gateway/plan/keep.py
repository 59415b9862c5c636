"""Ways to keep and share a plan: a new link, PDF, e-mail, a code for a text."""

from __future__ import annotations

from datetime import date

from flask import Response, request
from werkzeug.wrappers import Response as AnyResponse

from gateway.plan.access import plan_behind, wanted_language
from gateway.plan.mail import is_address
from gateway.plan.pages import bp, mail_words, plan_page, to_plan
from gateway.plan.pdf import plan_pdf
from gateway.plan.view import on_paper
from gateway.web_parts import web
from gateway.webwords import day_in_words, web_words
from referrals.mail import MailError
from referrals.plans import OpenPlan


def _pdf(found: OpenPlan, language: str) -> bytes:
    people = on_paper(found.plan, language, web().services)
    return plan_pdf(people, language, day_in_words(date.today(), language))


@bp.get("/<token>/plan.pdf")
def pdf(token: str) -> Response:
    """To print elsewhere, or to hand over."""
    found = plan_behind(token)
    content = _pdf(found, wanted_language(found.plan.language))
    headers = {"Content-Disposition": 'inline; filename="my-plan.pdf"'}
    return Response(content, mimetype="application/pdf", headers=headers)


@bp.post("/<token>/mail")
def mail(token: str) -> AnyResponse | str:
    """To an address that the person names; it is used once and not kept."""
    found = plan_behind(token)
    address = request.form.get("address", "").strip()
    mailer = web().mailer
    if mailer is None:
        return to_plan(token, "mail_failed", "mail")
    if not is_address(address):
        return plan_page(found, "mail_bad", address=address[:200])
    if not web().plans.may_mail(token):
        return to_plan(token, "mail_enough", "mail")
    language = wanted_language(found.plan.language)
    try:
        mailer.send(
            address,
            web_words(language)["mail_subject"],
            mail_words(found, language),
            ("my-plan.pdf", _pdf(found, language)),
        )
    except MailError:
        return plan_page(found, "mail_failed", address=address)
    return plan_page(found, "mail_sent", address=address)


@bp.post("/<token>/code")
def code(token: str) -> str:
    """A code that a phone sends to get the plan by text."""
    found = plan_behind(token)
    return plan_page(found, "", code=web().plans.text_code(token) or "")


@bp.post("/<token>/link")
def new_link(token: str) -> AnyResponse:
    """Another link; the old one opens nothing from now on."""
    fresh = web().plans.new_link(plan_behind(token).token)
    return to_plan(token if fresh is None else fresh.token, "link_made", "link")
