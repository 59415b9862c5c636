"""Which of the places on show are meant by a name, a part of a name, a kind of office or a number to dial."""

from __future__ import annotations

import re

from actions.form.phone_numbers import phone_in
from actions.heard import Heard
from actions.shown.listed import at_number, number_in, number_said, view_of
from actions.turn import Turn
from resources_index.search.view import ServiceView

# Words that stand in many names, and name none.
_COMMON = frozenset(
    "the and for of in on to a an area agency agencies office offices aging older adult adults senior seniors help line services service center centers county state national council home program programs "
    "department association information local find free people living regional region community care support assistance general public family administration resource resources disability "
    "de la el los las del para por con en y oficina agencia linea ayuda servicios servicio mayores personas centro condado estado nacional programa one call first number your you that they them who what "
    "meals meal rides ride food energy bills bill medicaid legal housing health medical phone benefits medicine brought classes short yearly training families caregiver".split()
)
# How people call what is written otherwise.
ALSO = {
    "va": "veterans", "ssa": "social", "medicare": "medicare", "heap": "heap", "liheap": "liheap", "snap": "agriculture", "irs": "internal", "vfw": "veterans", "seguro": "social",
    "veteranos": "veterans", "usda": "agriculture", "fema": "emergency", "eldercare": "eldercare", "alzheimers": "alzheimer's", "alzheimer": "alzheimer's",
}  # fmt: skip
# "The area agency", "la oficina de envejecimiento": the local office for older people.
NAMES_AGENCY = re.compile(
    r"\b(?:area agency|agency on aging|office on aging|aging (?:office|agency|people|place|line)|council on aging|(?:senior|elder) (?:office|agency|services|line)|the agency|agencia(?: de area| local)?|oficina (?:local|de (?:mayores|envejecimiento|la tercera edad|ancianos)))\b"
)
IS_AGENCY = re.compile(r"\b(?:aging|elder|senior|mayores)\b", re.IGNORECASE)
_WORD = re.compile(r"[a-z0-9']+")
_CARRIES = 3  # letters of a word that may name a place


def named_services(turn: Turn, part: str | None = None) -> list[ServiceView]:
    """Those of the list on show that the message, or a `part` of its plain words, names; empty when it names none."""
    plain = turn.heard.plain if part is None else part
    number = number_said(turn) if part is None else number_in(part)
    if number is not None:
        view = at_number(turn, number)
        return [view] if view else []
    views = [v for v in (view_of(turn, service_id) for service_id in turn.memory.shown) if v]
    dialled = phone_in(turn.heard.text)
    by_phone = [
        v for v in views if dialled and dialled in {phone_in(p.number) for p in v.record.phones}
    ]
    if by_phone:
        return by_phone
    said = _said(turn, plain, views)
    found = [view for view in views if _telling(view) & said]
    if not found and NAMES_AGENCY.search(plain):
        found = [
            view
            for view in views
            if view.record.level != "national" and IS_AGENCY.search(_name(view))
        ]
    return found


def names_a_place_on_show(turn: Turn, town: str) -> bool:
    """Whether `town` stands in the message only as a part of an office's name: "Pima Council on Aging"."""
    views = [view for view in (view_of(turn, i) for i in turn.memory.shown) if view]
    names = (Heard(view.record.organization, "").plain for view in views)
    said = Heard(town, "").plain
    return any(said in name and name != said and name in turn.heard.plain for name in names if name)


def the_named(turn: Turn) -> ServiceView | None:
    """The one place that the message names; None when it names none, or several."""
    found = named_services(turn)
    offices = {view.record.organization or view.record.name for view in found}
    return found[0] if len(offices) == 1 else None


def _said(turn: Turn, plain: str, views: list[ServiceView]) -> set[str]:
    """Words of the message that stand in the names of some of the list, and not of all."""
    words = set(_WORD.findall(plain))
    words |= {ALSO[word] for word in words if word in ALSO}
    where = set(_WORD.findall(str((turn.memory.case.place_shown or {}).get("text", "")).lower()))
    words -= _COMMON | where
    everywhere = [set(_WORD.findall(_name(view).lower())) for view in views]
    return {
        word
        for word in words
        if not (len(views) > 1 and all(word in names for names in everywhere))
    }


def _telling(view: ServiceView) -> set[str]:
    words = {w for w in _WORD.findall(_name(view).lower()) if len(w) >= _CARRIES or w.isdigit()}
    return words - _COMMON


def _name(view: ServiceView) -> str:
    return f"{view.record.name} {view.record.organization}"
