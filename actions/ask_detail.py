"""A question about a service that was shown: answered from its record, or honestly not."""

from __future__ import annotations

import re
from typing import Any

from actions.choose import chosen_service
from actions.rooms import search
from actions.show import find_help
from actions.turn import Turn, TurnAction
from resources_index.search.view import ServiceView

_ASKED = (
    ("cost", r"\b(cost|costs|price|pay|free|charge|fee|how much|cuesta|cobran|precio|pagar|gratis|cuanto)\b"),
    ("hours", r"\b(hours?|open|close|when|saturday|sunday|weekend|evening|time|abren|cierran|hora|horas|horario|abierto|sabado|domingo|cuando)\b"),
    ("have_ready", r"\b(bring|papers?|documents?|need to show|show them|have ready|proof|id|papeles|documentos|llevar|tengo que tener|piden)\b"),
    ("address", r"\b(address|where (is|are)|located|location|directions|street|direccion|donde (esta|queda)|ubicacion|queda)\b"),
    ("url", r"\b(website|web site|online|internet|page|email|pagina|sitio)\b"),
    ("languages", r"\b(spanish|english|speak|language|interpreter|hablan|español|espanol|idioma|ingles)\b"),
    ("ask_for", r"\b(say|what do i say|tell them|ask for|que digo|que les digo|pregunto)\b"),
    ("eligibility", r"\b(who|qualify|eligible|age|old|income|65|60|can i|get it|allowed|quien|califico|edad|requisitos|puedo|ingresos)\b"),
    ("phones", r"\b(phone|number|call|telefono|numero|llamar|llamo)\b"),
)  # fmt: skip
_FIELDS = [(name, re.compile(pattern)) for name, pattern in _ASKED]


class ActionAskDetail(TurnAction):
    """Answer for the chosen or named service, else for each that was shown."""

    def name(self) -> str:
        return "action_ask_detail"

    def answer(self, turn: Turn) -> None:
        if not turn.memory.shown:
            find_help(turn)
            return
        field = next(
            (n for n, pattern in _FIELDS if pattern.search(turn.heard.plain)), "eligibility"
        )
        for service in _services(turn):
            known = _value(service.to_dict(), field)
            name = service.record.organization or service.record.name
            if known:
                turn.say("utter_detail_known", name=name, answer=known)
            else:
                turn.say("utter_detail_unknown", name=name)


def _services(turn: Turn) -> list[ServiceView]:
    named = chosen_service(turn)
    if named is not None:
        return [named]
    ids = [turn.memory.chosen] if turn.memory.chosen else turn.memory.shown[-3:]
    views = [search().service(service_id) for service_id in ids]
    return [ServiceView(view.record, turn.language) for view in views if view is not None]


def _value(service: dict[str, Any], field: str) -> str:
    value = service.get(field)
    if field == "phones":
        return ", ".join(_dialable(phone) for phone in value or ())
    if isinstance(value, list):
        return ", ".join(str(item) for item in value)
    return str(value or "")


def _dialable(phone: str) -> str:
    digits = phone.removeprefix("+1")
    return f"{digits[:3]}-{digits[3:6]}-{digits[6:]}" if len(digits) == 10 else digits
