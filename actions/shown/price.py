"""What something costs: whose price a record tells. A call that is free makes no ramp free."""

from __future__ import annotations

import re

from actions.shown.answers import name_of, say_unknown, value_of
from actions.shown.listed import without_ordinals
from actions.shown.tells import content
from actions.turn import Turn
from resources_index.search.view import ServiceView

_CALL_ONLY = "the call is free."
# Words around a question about a price that name nothing that is to be bought.
_ABOUT_PRICES = content(
    "cost costs price prices charge charges fee fees bill expensive cheap cheapest afford money dollars month weekly hourly income broke spend total insurance medicare "
    "medicaid ssi check wife husband mother father mom dad client listed cuesta cuestan cobran cobra precio precios pagar pago caro barato dinero pesos dolares plata "
    "mensual ingreso ingresos seguro esposa esposo mama papa madre padre cliente abarca okay well then both none nothing anything something everything"
)
# "What does the ramp cost", "what would a new roof run me", "cuánto cobran por una rampa".
_THING = re.compile(
    r"\b(?:how much|what)(?: \w+){0,2} (?:is|are|does|do|would|will|for) (?:the|an?|some|my|her|his|their) (?P<thing>\w+(?: \w+)?) (?:costs?|run|be|go for|set)\b|\b(?:how much|what) (?:is|are|for) (?:an?|the) (?P<is>\w+(?: \w+)?)$|"
    r"\b(?:cost|price|charge|pay|paying) (?:of|for) (?:the|an?|some|my|her|his) (?P<of>\w+)|\b(?:cuanto|cuesta|vale|sale|cobran|precio)(?: \w+){0,2} (?:por |de |del )?(?:un|una|el|la|los|las) (?P<es>\w+)"
)


def say_price(turn: Turn, services: list[ServiceView]) -> None:
    """Each with its own price; that of a thing which no record names is said not to be known."""
    if _names_another_thing(without_ordinals(turn.heard.plain), services):
        turn.say("utter_price_unknown")
        # That a call to them is free says nothing of the thing.
        services = [service for service in services if not is_surely_free(service)]
    if len(services) > 1 and all(is_call_only(service) for service in services):
        turn.say("utter_price_calls")
        return
    for service in services:
        cost = value_of(service.to_dict(), "cost").strip().removesuffix(".")
        if not cost:
            say_unknown(turn, service)
        elif is_call_only(service):
            turn.say("utter_price_call", name=name_of(service))
        else:
            turn.say("utter_detail_known", name=name_of(service), answer=cost)


def is_call_only(service: ServiceView) -> bool:
    """Whether only the call is said to be free: they tell where to turn, and sell or give nothing themselves."""
    return str(service.record.cost.get("en", "")).lower() == _CALL_ONLY


def is_surely_free(service: ServiceView) -> bool:
    """Whether the help itself is free, without an if or an or."""
    return str(service.record.cost.get("en", "")).lower() == "free."


def _names_another_thing(plain: str, services: list[ServiceView]) -> bool:
    """ "What does the ramp cost?", where nobody on the list says a word of ramps."""
    named = _THING.search(plain)
    things = (
        content(" ".join(word for word in named.groups() if word)) - _ABOUT_PRICES
        if named
        else set()
    )
    if not things:
        return False
    told = " ".join(value_of(service.to_dict(), "summary") for service in services)
    return not things & content(told)
