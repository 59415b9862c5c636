"""Which of the places on show a question means: by its place in the list, a number to dial, a part of its name, its town, or what it helps with."""

from __future__ import annotations

import re
from typing import Any

from actions.needs.need_words import names_need
from actions.show import recall_list
from actions.shown.listed import asks_of_all, at_number, last_page, number_said, view_of
from actions.shown.named import ALSO, named_services
from actions.shown.pointing import pointed_at
from actions.turn import Turn
from resources_index.index.needs import need_name
from resources_index.search.view import ServiceView

_WORD = re.compile(r"[a-z0-9']+")
_DIGITS = re.compile(r"\d[\d\-. ()]*\d")
_LEAST_DIGITS, _ZIP, _WHOLE = 3, 5, 10
# Names a place even with a word that stands in many names: "the Medicaid one", "la de Fresno", "number of the meals people".
_FRAMES = [
    re.compile(pattern)
    for pattern in (
        r"\b(?:the|that|those|at|from|with) (?:\w+ )?(\w+) (?:ones?|people|folks|place|line|hotline|lady|office|outfit|group|number|phone|program|office's)\b",
        r"\b(?:number|phone|address|hours|words?) (?:for|of|to|at) (?:the )?(?:\w+ )?(\w+)\b",
        r"\b(?:el|la|los|las|lo) (?:de|del|de la|de los|de las) (?:la |los |el )?(\w+)\b",
        r"\b(?:numero|telefono|direccion|horario) (?:de|del|de la|de los|de las|para) (?:la (?:de )?|el (?:de )?|los )?(\w+)\b",
    )
]
# Several needs share the words for eating.
_EATING = re.compile(r"\b(?:food|meals?|lunch(?:es)?|dinners?|comidas?|almuerzos?|alimentos?)\b")
_TO_EAT = ("meals_delivered", "meals_group", "food_assistance")
_SPANISH = {
    "ciudad": "city", "condado": "county", "estado": "state", "gobernador": "governor's",
    "veterano": "veterans", "veteranos": "veterans", "salvacion": "salvation",
}  # fmt: skip
_GOES_BACK = re.compile(
    r"\b(?:back to|again|numbers?|phones?|words?|list|(?:what|which) (?:was|were)|cual(?:es)? (?:era|eran|fue|fueron)|you (?:gave|sent|told)|call|say|numeros?|telefonos?|lista|otra vez|de nuevo|me dio|digo)\b"
)


def places_named(turn: Turn) -> list[ServiceView]:
    """Those that the words of the message point at; empty when they point at none, or at all alike."""
    by_digits = _dialled(turn)
    if by_digits:
        return by_digits[:1]
    pointed = pointed_at(turn)
    if pointed is not None and pointed.by_name:
        return [pointed.view]
    if number_said(turn) is None:
        framed = _framed(turn)
        if framed:
            return framed
    named = named_services(turn)
    offices = {view.record.organization or view.record.name for view in named}
    return named[:1] if len(offices) == 1 else []


def named_or_counted(turn: Turn, otherwise: ServiceView | None) -> ServiceView | None:
    """The first of `places_named`, else the one at the place in the list that is said, else `otherwise`."""
    named, number = places_named(turn), number_said(turn)
    if named:
        return named[0]
    return otherwise if number is None else at_number(turn, number)


def place_in_talk(turn: Turn) -> ServiceView | None:
    """The one that was spoken of last, unless all are asked about."""
    if asks_of_all(turn.heard.plain):
        return None
    chosen = view_of(turn, turn.memory.chosen) if turn.memory.chosen else None
    return chosen or _for_its_need(turn)


def go_to_named_need(turn: Turn) -> bool:
    """ "The meals phone", with walkers on show: true when the list of a need before is on show again."""
    memory, plain = turn.memory, turn.heard.plain
    if not _GOES_BACK.search(plain) or any(_speaks_of(need, plain) for need in memory.case.needs):
        return False
    for about, case in reversed(memory.cases.items()):
        for need in reversed(case.asked):
            if need not in memory.case.needs and _speaks_of(need, plain):
                memory.current = about
                case.ask_for([need], turn.heard.text)
                recall_list(turn)
                return True
    return False


def _speaks_of(need: str, plain: str) -> bool:
    return names_need(need, plain) or (need in _TO_EAT and bool(_EATING.search(plain)))


def _for_its_need(turn: Turn) -> ServiceView | None:
    """ "Is the lunch every day": the first of a mixed page that is there for it."""
    if not _EATING.search(turn.heard.plain):
        return None
    page = last_page(turn)
    able = [
        view for view in page if view.record.need_ids[:1] and view.record.need_ids[0] in _TO_EAT
    ]
    own = [view for view in able if view.record.need_ids[0] in turn.memory.case.needs]
    return own[0] if own and len(own) < len(page) else None


def _dialled(turn: Turn) -> list[ServiceView]:
    """By the digits of a phone number, or enough of them: "the 8477 number", "el 888"."""
    spoken = ["".join(filter(str.isdigit, run)) for run in _DIGITS.findall(turn.heard.text)]
    spoken = [run for run in spoken if len(run) >= _LEAST_DIGITS and len(run) != _ZIP]
    found = []
    for view in _views(turn):
        phones = [phone.number.removeprefix("+1") for phone in view.record.phones]
        if any(_is_of(run, phone) for run in spoken for phone in phones):
            found.append(view)
    return found


def _is_of(run: str, phone: str) -> bool:
    run = run.removeprefix("1") if len(run) > _WHOLE else run
    return phone.endswith(run) or (len(run) >= _LEAST_DIGITS and phone.startswith(run))


def _framed(turn: Turn) -> list[ServiceView]:
    plain = turn.heard.plain
    said = [word for frame in _FRAMES for word in frame.findall(plain)]
    for word in said:
        views = [view for view in _views(turn) if _goes_by(word, view)]
        if views and len(views) < max(2, len(_views(turn))):
            return views[:1]
        if word in _town(turn):
            near = [view for view in _views(turn) if view.record.level == "local"]
            return near[:1]
    return []


def _goes_by(word: str, view: ServiceView) -> bool:
    record = view.record
    names = " ".join((record.name, record.organization, *record.names.values())).lower()
    words = set(_WORD.findall(names)) | {need_name(n, "es") for n in record.need_ids[:1]}
    return bool({word, ALSO.get(word, word), _SPANISH.get(word, word)} & words)


def _town(turn: Turn) -> set[str]:
    shown: dict[str, Any] = turn.memory.case.place_shown or {}
    town = str(shown.get("text", "")).lower().split(",")[0]
    return set(_WORD.findall(town))


def _views(turn: Turn) -> list[ServiceView]:
    found = (view_of(turn, service_id) for service_id in turn.memory.shown)
    return [view for view in found if view is not None]
