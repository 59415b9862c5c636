"""A question about a service that was shown: answered from its record, or honestly not."""

from __future__ import annotations

import re
from typing import Any

from actions.choose import chosen_service
from actions.details import asked_field, dialable, is_question
from actions.earlier import go_to_earlier_need
from actions.rooms import search
from actions.same_list import say_only_told
from actions.show import find_help
from actions.turn import Turn, TurnAction
from resources_index.search.view import ServiceView

# Records end with "They decide."; the sentence around the answer says it already.
_THEIR_SAY = re.compile(r"[\s;,]*\b(they decide|ellos deciden)[.\s]*$", re.I)


class ActionAskDetail(TurnAction):
    """Answer for the chosen or named service, else for each that was shown."""

    def name(self) -> str:
        return "action_ask_detail"

    def answer(self, turn: Turn) -> None:
        if not turn.memory.shown or turn.memory.case.heard:
            find_help(turn)
            return
        told = asked_field(turn.heard.plain) is None and not is_question(turn)
        if not (told and say_only_told(turn)):
            answer_detail(turn)


def answer_detail(turn: Turn) -> None:
    """The field that is asked for, of what was shown."""
    field = asked_field(turn.heard.plain) or ""
    if field == "phones" and go_to_earlier_need(turn):
        find_help(turn)
        return
    say_field(turn, field)


def say_field(turn: Turn, field: str) -> None:
    """What the records tell of this field, for the named or chosen service, else for each of the page."""
    services = _services(turn)
    known = {s.record.id: _value(s.to_dict(), field) if field else "" for s in services}
    if len(services) > 1 and not any(known.values()):
        turn.say("utter_details_unknown")
        return
    for service in services:
        name = service.record.organization or service.record.name
        answer = known[service.record.id].strip()
        if field == "eligibility":
            answer = _THEIR_SAY.sub("", answer)
        answer = answer.removesuffix(".")
        if not answer:
            _say_unknown(turn, service, name)
        elif field == "ask_for":
            turn.say("utter_detail_say", name=name, answer=answer)
        elif field == "eligibility":
            turn.say("utter_detail_who", name=name, answer=answer)
        else:
            turn.say("utter_detail_known", name=name, answer=answer)


def _say_unknown(turn: Turn, service: ServiceView, name: str) -> None:
    told = service.to_dict()
    if _value(told, "phones"):
        turn.say("utter_detail_unknown", name=name, phone=_value(told, "phones"))
    else:
        turn.say("utter_detail_unknown_page", name=name, url=_value(told, "url"))


def _services(turn: Turn) -> list[ServiceView]:
    named = chosen_service(turn)
    if named is not None:
        return [named]
    if turn.memory.chosen:
        view = search().service(turn.memory.chosen)
        return [] if view is None else [ServiceView(view.record, turn.language)]
    return last_page(turn)


def last_page(turn: Turn) -> list[ServiceView]:
    """The services of the page that was shown last."""
    first = int(turn.memory.page.get("offset") or 0)
    views = [search().service(service_id) for service_id in turn.memory.shown[first:]]
    return [ServiceView(view.record, turn.language) for view in views if view is not None]


def _value(service: dict[str, Any], field: str) -> str:
    value = service.get(field)
    if field == "phones":
        return ", ".join(dialable(phone) for phone in value or ())
    if isinstance(value, list):
        return ", ".join(str(item) for item in value)
    return str(value or "")
