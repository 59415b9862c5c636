"""Why a service is offered, in plain words."""

from __future__ import annotations

from resources_index.directory import ServiceRecord
from resources_index.index.needs import need_name
from resources_index.places import Place

_WORDS = {
    "en": {
        "asked": "You asked about {need}",
        "serves": "serves {area}",
        "nation": "anyone in the country can use it",
    },
    "es": {
        "asked": "Usted preguntó por {need}",
        "serves": "atiende {area}",
        "nation": "sirve en todo el país",
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


def why(reasons: list[str]) -> str:
    """One sentence."""
    return "; ".join(reasons) + "."
