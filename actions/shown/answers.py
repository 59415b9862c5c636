"""The answers to questions about services on show: a field, one number, how far, whether open, a sentence of the record."""

from __future__ import annotations

import re
from typing import Any

from actions.form.refusal import refused_lately
from actions.shown.details import dialable
from actions.shown.listed import as_found, first_to_call, last_page
from actions.shown.tells import sentences, told_of
from actions.turn import Turn
from resources_index.index.needs import need_name
from resources_index.search.view import ServiceView

# Records end with "They decide."; the sentence around the answer says it already.
_THEIR_SAY = re.compile(r"[\s;,]*\b(they decide|ellos deciden)[.\s]*$", re.I)
_FIRST_SENTENCE = re.compile(r"^.+?[.!?](?=\s|$)")
_MOST_TOLD = 2
_OFFERED_AT = 2  # answers that are not known, on one list
# Fields that hardly any record tells: said once for all, with what helps all the same.
_UNKNOWN = {"hours": "utter_hours_unknown", "languages": "utter_languages_unknown"}
ONCE = {"hours": "utter_no_hours", "languages": "utter_no_languages", "address": "utter_no_address"}


def name_of(service: ServiceView) -> str:
    """By which name people ask for it."""
    return service.record.organization or service.record.name


def phone_of(service: ServiceView) -> str:
    """Its first number as it is dialled, with whose line it is where it is another's; empty where it has none."""
    phones = service.record.phones
    if not phones:
        return ""
    line = service.to_dict()["through"]
    if not line:
        return dialable(phones[0].number)
    whom = "pídalos por su nombre" if service.language == "es" else "ask for them"
    return f"{dialable(phones[0].number)} ({line}: {whom})"


def value_of(service: dict[str, Any], field: str) -> str:
    """One field of a service dict in words."""
    value = service.get(field)
    if field == "phones":
        return ", ".join(dialable(phone) for phone in value or ())
    if isinstance(value, list):
        return ", ".join(str(item) for item in value)
    return str(value or "")


def sentences_of(service: ServiceView) -> list[str]:
    """What its record tells of it, sentence by sentence; nothing of what is to be had ready."""
    told = service.to_dict()
    return sentences({key: told.get(key) for key in ("summary", "eligibility")})


def say_known(turn: Turn, services: list[ServiceView], field: str) -> None:
    """What the records tell of `field`, each service in turn; where none tells it, what else they say of it."""
    known = {s.record.id: value_of(s.to_dict(), field).strip() for s in services}
    if not any(known.values()):
        _say_not_one_knows(turn, services, field)
        return
    unknown = [service for service in services if not known[service.record.id]]
    if len(unknown) > 1:
        services = [service for service in services if service not in unknown]
    for service in services:
        answer = known[service.record.id]
        if field == "eligibility":
            answer = _THEIR_SAY.sub("", answer)
        answer = answer.removesuffix(".")
        if not answer and field == "hours":
            turn.say(
                "utter_hours_unknown",
                name=name_of(service),
                phone=phone_of(service) or str(service.record.url or ""),
            )
        elif not answer:
            say_unknown(turn, service)
        elif field == "ask_for":
            turn.say("utter_detail_say", name=name_of(service), answer=answer)
        elif field == "eligibility":
            turn.say("utter_detail_who", name=name_of(service), answer=answer)
        else:
            turn.say("utter_detail_known", name=name_of(service), answer=answer)
    if field == "ask_for" and turn.memory.case.needs:
        turn.say("utter_say_what_for", topic=need_name(turn.memory.case.needs[0], turn.language))
    if len(unknown) > 1:
        turn.say("utter_no_hours_others" if field == "hours" else "utter_others_unknown")


def _say_not_one_knows(turn: Turn, services: list[ServiceView], field: str) -> None:
    """Said once, for the one that is meant or for all, and never the text of another field."""
    if len(services) > 1:
        first = first_to_call(turn)
        if field in ONCE:
            turn.say(ONCE[field])
        elif first is None:
            turn.say("utter_details_unknown")
        else:
            turn.say("utter_ask_them", name=name_of(first), phone=phone_of(first))
        return
    (meant,) = services
    reach = phone_of(meant) or str(meant.record.url or "")
    if field in _UNKNOWN:
        turn.say(_UNKNOWN[field], name=name_of(meant), phone=reach)
    else:
        say_unknown(turn, meant)


def say_unknown(turn: Turn, service: ServiceView) -> None:
    """Honestly not known, and how to ask."""
    phone = phone_of(service)
    if phone:
        turn.say("utter_detail_unknown", name=name_of(service), phone=phone)
    else:
        turn.say("utter_detail_unknown_page", name=name_of(service), url=service.record.url)
    _offer_a_person(turn)


def _offer_a_person(turn: Turn) -> None:
    """Who is told for the second time to ask the place may want somebody who asks."""
    page = turn.memory.page
    page["unknown"] = page.get("unknown", 0) + 1
    if page["unknown"] == _OFFERED_AT and not refused_lately(turn):
        turn.say("utter_offer_person_short")


def say_from_records(turn: Turn, services: list[ServiceView] | None = None) -> None:
    """The sentence of a record that speaks of it; where none does, whom to ask, with the number."""
    services = last_page(turn) if services is None else services
    topic = " ".join(
        need_name(need, one) for need in turn.memory.case.needs for one in ("en", "es")
    )
    told = [(s, told_of(turn.heard.question, s.to_dict(), topic)) for s in services]
    told = [(service, sentence) for service, sentence in told if sentence][:_MOST_TOLD]
    for service, sentence in told:
        turn.say("utter_detail_is", name=name_of(service), answer=sentence)
    if told:
        return
    say_not_known(turn, services)


def say_not_known(turn: Turn, services: list[ServiceView]) -> None:
    """Once, with the number of the one that is meant, else of the first that can be called."""
    if len(services) == 1:
        say_unknown(turn, services[0])
        return
    first = first_to_call(turn)
    if first is None:
        turn.say("utter_details_unknown")
    else:
        turn.say("utter_ask_them", name=name_of(first), phone=phone_of(first))
        _offer_a_person(turn)


def say_what_it_is(turn: Turn, services: list[ServiceView]) -> None:
    """What they do, in the record's plain words: all of it for one, a sentence each for several."""
    for service in services:
        summary = value_of(service.to_dict(), "summary")
        first = _FIRST_SENTENCE.match(summary)
        answer = first[0] if first and len(services) > 1 else summary
        if answer:
            turn.say("utter_detail_is", name=name_of(service), answer=answer)
        else:
            say_unknown(turn, service)


def say_the_number(turn: Turn, service: ServiceView) -> None:
    """One number, because one was asked for."""
    turn.memory.chosen = service.record.id
    phone = phone_of(service)
    if phone:
        turn.say("utter_the_number", name=name_of(service), phone=phone)
    else:
        turn.say("utter_no_number", name=name_of(service), url=service.record.url)


def say_how_far(turn: Turn, service: ServiceView) -> None:
    """Miles where the record has a place; else that nobody need go there to ask."""
    (found,) = as_found(turn, [service])
    where = turn.memory.case.place_shown
    if found.distance_miles is not None and where:
        miles = max(1, round(found.distance_miles))
        turn.say("utter_miles", name=name_of(service), miles=miles, place=where["text"])
    elif phone_of(service):
        turn.say("utter_miles_unknown", name=name_of(service), phone=phone_of(service))
    else:
        say_unknown(turn, service)


def say_who_is_open(turn: Turn, services: list[ServiceView]) -> None:
    """All of them, those that are open at this hour first."""
    order = {True: 0, None: 1, False: 2}
    for service in sorted(as_found(turn, services), key=lambda one: order[one.open_now]):
        name, phone = name_of(service), phone_of(service) or str(service.record.url or "")
        if service.open_now:
            turn.say("utter_open_now", name=name, phone=phone)
        elif service.open_now is None:
            turn.say("utter_hours_unknown", name=name, phone=phone)
        else:
            hours = value_of(service.to_dict(), "hours")
            turn.say("utter_closed_now", name=name, phone=phone, hours=hours)
