"""What to say when somebody picks up: an office that answers to nearly every need is asked for the one that brought the person."""

from __future__ import annotations

from typing import Any

from actions.turn import Turn
from resources_index.index.needs import need_name
from resources_index.index.roles import is_signpost
from resources_index.search import Hit

_COMPANY = frozenset({"social_connection", "meals_group"})
# What to say to an office that answers to nearly every need: "meals" alone does not tell that there are cards and company.
_ASK_FOR_COMPANY = {
    "en": "Where is the senior center near me? I want lunch, cards and company.",
    "es": "¿Dónde hay un centro para mayores cerca? Quiero almuerzo, juegos y compañía.",
}
_ASK = {"en": "Who helps with {topic} near me?", "es": "¿Quién ayuda con {topic} cerca de mí?"}


def asked_for(turn: Turn, hit: Hit) -> dict[str, Any]:
    """The service dict; whoever only tells where to turn is asked for the need itself, by name."""
    service = hit.service.to_dict()
    company = hit.need in _COMPANY
    tells = is_signpost(hit.service.record)
    if tells and not service.get("through"):
        frames = _ASK_FOR_COMPANY if company else _ASK
        topic = need_name(hit.need, turn.language)
        service["ask_for"] = frames["es" if turn.language == "es" else "en"].format(topic=topic)
    return {**service, "say_it": company or tells}
