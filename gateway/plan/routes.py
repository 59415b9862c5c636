"""The plan's pages: open, save a service, read, change, delete."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from flask import Response, abort, jsonify, redirect, render_template, request
from werkzeug.wrappers import Response as AnyResponse

from gateway.plan.access import (
    conversation_of_form,
    page_words,
    plan_behind,
    wanted_language,
)
from gateway.plan.edits import FREE_FIELDS, edit_of
from gateway.plan.pages import ABOUT, bp, nothing_page, plan_page, to_plan
from gateway.web_parts import parts, web
from referrals.plans import FullError, OpenPlan, Plan, SavedService


@bp.post("/open")
def open_plan() -> AnyResponse:
    """The conversation's plan; made when there is none."""
    plan = web().plans.make(conversation_of_form(), wanted_language("en"))
    return to_plan(plan.token)


@bp.get("/gone")
def gone() -> str:
    """After deleting."""
    return nothing_page("deleted")


@bp.post("/of")
def of() -> Response:
    """What the chat needs of its plan: the link and which services are in it."""
    found = web().plans.of_conversation(conversation_of_form())
    if found is None:
        return jsonify({"url": None, "services": []})
    return jsonify({"url": f"/plan/{found.token}", "services": found.plan.service_ids})


@bp.post("/save")
def save() -> AnyResponse:
    """A service from a card. Only its id is believed: names and numbers come from the directory."""
    language = wanted_language("en")
    service = web().services.find(request.form.get("service_id", ""), language)
    if service is None:
        abort(422, "This service is not listed.")
    conversation = conversation_of_form()
    token = web().plans.make(conversation, language).token
    about = request.form.get("about") or None
    place = parts().turns.screen(conversation, request.form.get("place", "")[:80], language).text

    def edit(plan: Plan) -> None:
        person = plan.person_about(about if about in ABOUT else None, place)
        person.save(_saved(service, request.form.get("need", "")))

    notice = _changed(token, edit)
    if request.accept_mimetypes.best == "application/json":
        return jsonify({"url": f"/plan/{token}", "saved": notice != "full", "notice": notice})
    return to_plan(token, notice)


def _saved(service: dict[str, Any], asked: str) -> SavedService:
    need = asked if asked in service["needs"] else next(iter(service["needs"]), "")
    return SavedService(
        service["service_id"],
        need,
        service["name"],
        service["organization"],
        list(service["phones"]),
        date.today().isoformat(),
    )


@bp.get("/<token>")
def read(token: str) -> str:
    """The plan."""
    found = plan_behind(token)
    return plan_page(found, request.args.get("notice", ""))


@bp.post("/<token>/people")
def add_person(token: str) -> AnyResponse | str:
    """Somebody more in the same plan."""
    found = plan_behind(token)
    fields, private, crisis = _fields(found)
    about = fields.get("about")

    def edit(plan: Plan) -> None:
        plan.add_person(
            about if about in ABOUT else None, fields.get("name", ""), fields.get("place", "")
        )

    return _answer(token, _changed(token, edit), private, crisis, "")


@bp.post("/<token>/people/<person_id>/remove")
def drop_person(token: str, person_id: str) -> AnyResponse:
    """Remove somebody with everything of theirs."""
    plan_behind(token)
    return to_plan(token, _changed(token, lambda plan: plan.drop_person(person_id)))


@bp.post("/<token>/people/<person_id>/<name>")
def change(token: str, person_id: str, name: str) -> AnyResponse | str:
    """One of the small forms."""
    found = plan_behind(token)
    fields, private, crisis = _fields(found)
    try:
        edit = edit_of(name, person_id, fields)
    except KeyError:
        abort(404)
    notices: list[str] = []
    notice = _changed(token, lambda plan: notices.append(edit(plan)))
    notice = notices[-1] if notice == "done" and notices else notice
    return _answer(token, notice, private, crisis, f"{name.partition('-')[0]}-{person_id}")


def _fields(found: OpenPlan) -> tuple[dict[str, str], bool, list[str]]:
    """(fields, whether a private number was cut out, fixed texts of a crisis)."""
    fields = {name: value[:5000] for name, value in request.form.items()}
    private, crisis = False, []
    for name in FREE_FIELDS:
        if fields.get(name, "").strip():
            screened = parts().turns.screen(found.conversation, fields[name], found.plan.language)
            fields[name] = screened.text
            private = private or screened.private_found
            crisis += [text for text in screened.crisis_texts if text not in crisis]
    return fields, private, crisis


def _changed(token: str, edit: Callable[[Plan], None]) -> str:
    """Make a change; the name of the words to show."""
    try:
        web().plans.change(token, edit)
    except (FullError, ValueError):
        return "full"
    return "done"


def _answer(
    token: str, notice: str, private: bool, crisis: list[str], anchor: str
) -> AnyResponse | str:
    if crisis:
        # Danger is answered on the page itself, not after a redirect that could get lost.
        return plan_page(plan_behind(token), notice, crisis)
    return to_plan(token, "private_cut" if private else notice, anchor)


@bp.get("/<token>/delete")
def ask_delete(token: str) -> str:
    """Ask once more."""
    found = plan_behind(token)
    language = wanted_language(found.plan.language)
    return render_template("plan/delete.html", token=token, **page_words(language))


@bp.post("/<token>/delete")
def delete(token: str) -> AnyResponse:
    """Delete for good."""
    web().plans.delete(plan_behind(token).token)
    return redirect(f"/plan/gone?lang={wanted_language('en')}", 303)
