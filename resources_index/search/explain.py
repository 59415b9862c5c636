"""Why a service is offered, in plain words."""

from __future__ import annotations

from dataclasses import dataclass

from resources_index.directory import ServiceRecord
from resources_index.index.needs import need_name
from resources_index.places import Place

_WORDS = {
    "en": {
        "asked": "You asked about {need}",
        "serves": "serves {area}",
        "nation": "anyone in the country can use it",
        "miles": "{miles} miles away",
        "soon": "can help right away",
        "open": "open now",
        "call_hours": "call for hours",
        "free": "free",
    },
    "es": {
        "asked": "Usted preguntó por {need}",
        "serves": "atiende {area}",
        "nation": "sirve en todo el país",
        "miles": "a {miles} millas",
        "soon": "puede ayudar de inmediato",
        "open": "abierto ahora",
        "call_hours": "llame para saber el horario",
        "free": "gratis",
    },
}


def reasons_for(service: ServiceRecord, need: str, place: Place | None, language: str) -> list[str]:
    """First what was asked for, then for whom the service is there."""
    said = _WORDS.get(language, _WORDS["en"])
    reasons = [said["asked"].format(need=need_name(need, language))]
    if service.area.kind == "nation":
        reasons.append(said["nation"])
    else:
        area = service.area_label
        if place is not None and place.counties and service.level == "local":
            area = next(
                (c.name for c in place.counties if c.fips in service.area.county_fips), area
            )
        reasons.append(said["serves"].format(area=area))
    return reasons


@dataclass(frozen=True)
class Extra:
    """What the question made count besides need and place."""

    miles: float | None
    is_open: bool | None
    urgent: bool
    free_only: bool
    open_now: bool = False


def further_reasons(service: ServiceRecord, extra: Extra, language: str) -> list[str]:
    """How far, how soon, whether open, whether free: only what is known and was asked about."""
    said = _WORDS.get(language, _WORDS["en"])
    reasons = []
    if extra.miles is not None:
        reasons.append(said["miles"].format(miles=f"{extra.miles:g}"))
    if extra.urgent and service.urgency == "immediate":
        reasons.append(said["soon"])
    if extra.is_open:
        reasons.append(said["open"])
    elif (extra.urgent or extra.open_now) and service.phones and not service.schedule:
        reasons.append(said["call_hours"])
    if extra.free_only and service.is_free:
        reasons.append(said["free"])
    return reasons


def why(reasons: list[str]) -> str:
    """One sentence."""
    return "; ".join(reasons) + "."
