"""The request itself: what is shared, with whose consent, and its way to the desk."""

from __future__ import annotations

from typing import Any

from actions.consent import Consent, consent_for
from actions.details import dialable
from actions.rooms import desk, search
from actions.turn import Turn
from resources_index.index.needs import need_name
from resources_index.search import is_urgent

# Said once, these are not asked again in the same conversation.
KEPT = ("name", "number")
_MOST_NEEDS = 3


def send_request(turn: Turn) -> None:
    """To the desk; an old listing among the services becomes work for the desk as well."""
    memory = turn.memory
    details = _details(turn)
    view = desk().request(turn.conversation, turn.channel, details, consent(turn).to_dict())
    for service in details["services"]:
        if service["call_first"]:
            told = _old_listing(service)
            desk().raise_once("stale_record", None, told, subject=service["service_id"][:60])
    memory.answered()
    memory.referral = {step: memory.referral[step] for step in KEPT if memory.referral.get(step)}
    turn.say(
        "utter_referral_sent",
        custom={"kind": "referral", "reference": view.reference, "status": view.status},
        reference=view.reference,
    )


def _old_listing(service: dict[str, Any]) -> str:
    """What the desk reads: whom to call, and why now."""
    name, phones = service["organization"] or service["name"], service["phones"]
    phone = f", {dialable(phones[0])}" if phones else ""
    checked = (
        f"not checked since {service['assured_date']}"
        if service["assured_date"]
        else "never checked"
    )
    return (
        f"{name}{phone}: {checked}, and somebody needs it now. Call and ask if it is still right."
    )


def consent(turn: Turn) -> Consent:
    """The question about these details, in the language of the conversation."""
    needs = ", ".join(need_name(need, turn.language) for need in _needs(turn))
    return consent_for(_details(turn), needs, turn.language)


def _needs(turn: Turn) -> list[str]:
    """What is asked for now first, then what else was asked for the same person."""
    case = turn.memory.case
    earlier = [need for need in reversed(case.asked) if need not in case.needs]
    return [*case.needs, *earlier][:_MOST_NEEDS] or ["benefits_check"]


def _details(turn: Turn) -> dict[str, Any]:
    """All that is shared, and nothing that the consent does not name."""
    case, answers = turn.memory.case, turn.memory.referral
    services = _services(turn)
    chosen = next((s for s in services if s["service_id"] == turn.memory.chosen), None)
    return {
        "needs": _needs(turn),
        "place": case.place_shown or {},
        "about": case.about,
        "name": answers.get("name"),
        "number": answers.get("number"),
        "good_time": answers.get("time"),
        "note": answers.get("note"),
        "they_know": answers.get("they_know"),
        "language": turn.language,
        "situation": case.text,
        "urgent": is_urgent(case.text),
        "services": services,
        "agency": chosen["organization"] if chosen else None,
    }


def _services(turn: Turn) -> list[dict[str, Any]]:
    """What was shown, the chosen one first, as the desk needs it to call."""
    ids = [turn.memory.chosen] if turn.memory.chosen else []
    ids += [service for service in turn.memory.shown[:6] if service not in ids]
    views = [view.to_dict() for view in map(search().service, ids) if view is not None]
    kept = (
        "service_id", "name", "organization", "phones", "url", "hours", "ask_for", "call_first", "assured_date",
    )  # fmt: skip
    return [{field: view[field] for field in kept} for view in views]
