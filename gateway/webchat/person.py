"""'A person, please': what is shared and with whom, an explicit consent, then the desk."""

from __future__ import annotations

import re
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from flask import Blueprint, abort, render_template, request

from gateway.plan.access import CONVERSATION, page_words, wanted_language
from gateway.plan.pages import ABOUT
from gateway.web_parts import parts, web
from gateway.webwords import web_words
from referrals.plans import Person
from resources_index.index.needs import need_ids

bp = Blueprint("person", __name__, template_folder="templates")
CONSENT_VERSION = "2026-11-web"
_PHONE = re.compile(r"(?:\+?1[ .\-]?)?\(?([2-9]\d{2})\)?[ .\-]*(\d{3})[ .\-]*(\d{4})")
_PLACE_PARTS = {"state": r"[A-Z]{2}", "county_fips": r"\d{5}"}
_FOR_THE_DESK = (
    "service_id", "name", "organization", "phones", "url", "hours", "ask_for", "call_first", "assured_date",
)  # fmt: skip
_TIMES = ("any", "morning", "afternoon")


@dataclass(frozen=True)
class Filled:
    """What was filled in, private numbers already cut out of the note."""

    name: str = ""
    phone: str = ""
    time: str = "any"
    way: str = ""
    note: str = ""


@bp.get("/person")
def form() -> str:
    """The form, as a page or (part=1) as a piece of the chat."""
    return _page(_conversation(request.args.get("conversation", "")), Filled(), {})


@bp.post("/person")
def ask() -> str | tuple[str, int]:
    """Ask for a person. Without a tick nothing is kept."""
    conversation = _conversation(request.form.get("conversation", ""))
    if not conversation:
        abort(422, "The field conversation is 8 to 64 letters, digits, _ or -.")
    language = wanted_language("en")
    identity = f"web-{conversation}"
    screened = parts().turns.screen(identity, request.form.get("note", "")[:600], language)
    time = request.form.get("time", "any")
    filled = Filled(
        name=" ".join(request.form.get("name", "").split())[:60],
        phone=request.form.get("phone", "").strip()[:30],
        time=time if time in _TIMES else "any",
        way="live" if request.form.get("way") == "live" else "callback",
        note=screened.text,
    )
    wrong = _wrong(filled, request.form.get("agree") == "on", web_words(language))
    if wrong:
        return _page(conversation, filled, wrong), 422
    sent = _send(identity, filled, language)
    return _page(conversation, filled, {}, sent=sent, crisis=screened.crisis_texts)


def _wrong(filled: Filled, agreed: bool, words: dict[str, str]) -> dict[str, str]:
    """What must be put right, by field."""
    wrong = {}
    if not filled.name:
        wrong["name"] = words["need_name"]
    if (filled.way == "callback" or filled.phone) and not _PHONE.fullmatch(filled.phone):
        wrong["phone"] = words["need_phone"]
    if not agreed:
        wrong["agree"] = words["need_agree"]
    return wrong


def _send(identity: str, filled: Filled, language: str) -> dict[str, str]:
    words = web_words(language)
    digits = _PHONE.fullmatch(filled.phone)
    phone = "-".join(digits.groups()) if digits else ""
    plan = web().plans.of_conversation(identity)
    details: dict[str, Any] = {
        **_case(plan.plan.people if plan else []),
        "name": filled.name,
        "number": phone,
        "good_time": words[f"time_{filled.time}"],
        "note": filled.note,
        "language": language,
        "services": _services(plan.plan.service_ids[:6] if plan else []),
    }
    consent = {
        "wording_version": f"{CONSENT_VERSION}-{language}",
        "wording": words["form_share"],
        "scope": "coordinator and the agency for this need",
    }
    view = parts().referrals.request(identity, "web", details, consent)
    live = filled.way == "live" and web().presence.anyone()
    if live:
        parts().referrals.raise_item(
            "live_chat", identity, f"{view.reference} waits in the chat now", urgent=True
        )
    mode = "live" if live or not phone else "callback"
    text = words[f"person_{'live' if mode == 'live' else 'call'}"].format(
        name=filled.name, reference=view.reference, phone=phone, time=details["good_time"]
    )
    return {"mode": mode, "text": text}


def _services(ids: Sequence[str]) -> list[dict[str, Any]]:
    """What was saved, as the desk needs it to call: its desk speaks English."""
    found = [web().services.find(service_id, "en") for service_id in ids]
    return [{field: service[field] for field in _FOR_THE_DESK} for service in found if service]


def _case(people: Sequence[Person]) -> dict[str, Any]:
    """Needs, place and for whom: of the talk, as the page tells them, else of the plan."""
    fields = request.form
    needs = [need for need in fields.get("needs", "").split(",") if need in need_ids()]
    about, place = fields.get("about"), fields.get("place", "").strip()[:80]
    where = {"text": place} if place else {}
    for name, pattern in _PLACE_PARTS.items():
        if place and re.fullmatch(pattern, fields.get(name, "")):
            where[name] = fields[name]
    if not place and people:
        where = {"text": people[0].place}
    return {
        "needs": needs or list(dict.fromkeys(need for p in people for need in p.needs)),
        "place": where,
        "about": about if about in ABOUT else (people[0].about if people else None),
    }


def _conversation(named: str) -> str:
    return named if CONVERSATION.fullmatch(named) else ""


def _page(
    conversation: str,
    filled: Filled,
    wrong: dict[str, str],
    sent: dict[str, str] | None = None,
    crisis: list[str] | None = None,
) -> str:
    language = wanted_language(request.accept_languages.best_match(["en", "es"]) or "en")
    part = request.values.get("part") == "1"
    return render_template(
        "_person.html" if part else "person.html",
        conversation=conversation or secrets.token_hex(12),
        filled=filled,
        wrong=wrong,
        sent=sent,
        crisis=crisis or [],
        somebody=web().presence.anyone(),
        part=part,
        **page_words(language),
    )
