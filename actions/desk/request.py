"""The request itself: what is shared, with whose consent, and its way to the desk."""

from __future__ import annotations

from typing import Any

from actions.consent.wording import Consent, agency_in_words, consent_for, untold_in_words
from actions.desk.office import say_when
from actions.form.notes import note_of, without
from actions.form.withheld import is_withheld
from actions.memory import FOR_VETERANS
from actions.needs.came_for import needs_of_request, words_told
from actions.rooms import desk, search
from actions.shown.details import dialable
from actions.shown.not_listed import thing_name
from actions.shown.turned_down import is_turned_down
from actions.turn import Turn
from resources_index.index.needs import need_name
from resources_index.search import is_urgent
from resources_index.search.view import ServiceView

# Said once, these are not asked again in the same conversation.
KEPT = ("name", "number")
_WHOLE_COUNTRY = "national"


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
    kept = {step: memory.referral[step] for step in KEPT if memory.referral.get(step)}
    # For a change of mind after it is taken back: nothing is asked twice.
    memory.referral = {**kept, "sent": _to_come_back(turn, details["needs"])}
    turn.say(
        "utter_referral_sent",
        custom={"kind": "referral", "reference": view.reference, "status": view.status},
        reference=view.reference,
    )
    say_when(turn)


def _to_come_back(turn: Turn, needs: list[str]) -> dict[str, Any]:
    """The answers with what they were about: for whom, where, and the places that were shown."""
    memory, case = turn.memory, turn.memory.case
    seen = {
        "about": case.about,
        "place": case.place,
        "place_shown": case.place_shown,
        "shown": list(memory.shown),
    }
    return {**memory.referral, "needs": needs, "seen": seen}


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
    named = [need_name(need, turn.language) for need in needs_of_request(turn)]
    needs = thing_name(turn.memory.case, turn.language) or ", ".join(named)
    return consent_for(_details(turn), needs or untold_in_words(turn.language), turn.language)


def agency_named(turn: Turn) -> str:
    """With whom it is shared beside the desk, in words."""
    return agency_known(turn) or agency_in_words(turn.language)


def agency_known(turn: Turn) -> str | None:
    """The office that would speak; None where it is chosen with the person."""
    return _agency(turn, _services(turn, needs_of_request(turn)))


def unwanted(turn: Turn) -> list[str]:
    """Whom the person does not want to speak for them, by name."""
    told = turn.memory.case.turned_down
    return list(dict.fromkeys(one["name"] for one in told if one["name"] != FOR_VETERANS))


def services_offered(turn: Turn) -> list[ServiceView]:
    """What the desk reads of the places on show."""
    told = _services(turn, needs_of_request(turn))
    views = (search().service(one["service_id"]) for one in told)
    return [view for view in views if view is not None]


def _details(turn: Turn) -> dict[str, Any]:
    """All that is shared, and nothing that the consent does not name."""
    case, answers = turn.memory.case, turn.memory.referral
    needs = needs_of_request(turn)
    services = _services(turn, needs)
    situation = without(words_told(turn, needs), answers.get("left_out") or [])
    if is_withheld(answers, "words"):
        situation = ""
    place = {} if is_withheld(answers, "place") else case.place_shown
    return {
        "needs": needs,
        "place": place or {},
        "about": case.about,
        "name": answers.get("name"),
        "number": answers.get("number"),
        "ask_for": answers.get("ask_for"),
        "good_time": answers.get("time"),
        "note": _note(turn),
        "they_know": answers.get("they_know"),
        "language": turn.language,
        "situation": situation,
        "urgent": is_urgent(situation),
        "services": [] if is_withheld(answers, "services") else services,
        "turned_down": unwanted(turn),
        "agency": _agency(turn, services),
    }


def _note(turn: Turn) -> str:
    """What was told for whoever calls; whom to ask for stands in it."""
    answers = turn.memory.referral
    note, whom = note_of(answers), str(answers.get("ask_for") or "")
    if not whom or whom.lower() in note.lower():
        return note
    asked = f"Preguntar por {whom}" if turn.language == "es" else f"Ask for {whom}"
    return f"{asked}. {note}" if note else asked


def _services(turn: Turn, needs: list[str]) -> list[dict[str, Any]]:
    """What was shown for these needs, the chosen one first, as the desk needs it to call."""
    memory = turn.memory
    if thing_name(memory.case, turn.language):
        # What is on show answers something else.
        return []
    ids = [memory.chosen] if memory.chosen else []
    ids += [service for service in memory.shown[:6] if service not in ids]
    views = [view for view in (search().service(i) for i in ids) if view is not None]
    views = [view for view in views if not memory.has_turned_down(view)]
    listed = memory.shown if set(needs) & set(memory.case.needs) or not needs else []
    told = [
        view.to_dict()
        for view in views
        if view.record.id in listed or set(needs) & set(view.record.need_ids)
    ]
    kept = (
        "service_id", "name", "organization", "phones", "url", "hours", "ask_for", "call_first", "assured_date",
    )  # fmt: skip
    return [{field: view[field] for field in kept} for view in told]


def _agency(turn: Turn, services: list[dict[str, Any]]) -> str | None:
    """A line for the whole country takes no referral, unless the person said that it shall be that one; nor does one that is not wanted."""
    picked, looked_at = turn.memory.referral.get("agency"), turn.memory.chosen
    ordered = sorted(services, key=lambda s: s["service_id"] not in (picked, looked_at))
    for service in ordered:
        view = search().service(service["service_id"])
        near = view is not None and view.record.level != _WHOLE_COUNTRY and service["phones"]
        name = str(service["organization"] or service["name"])
        if (near or service["service_id"] == picked) and not is_turned_down(
            turn, name, service["phones"]
        ):
            return name
    return None
