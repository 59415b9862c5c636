"""Agencies that somebody called already or does not want: a request never goes to them, and the desk sees why."""

from __future__ import annotations

import re

from actions.choose import chosen_service
from actions.listed import number_said, view_of
from actions.turn import Turn
from resources_index.search.view import ServiceView

_MOST = 6
_CALLED = re.compile(
    r"\b(?:i|we|she|he|already|just|mom|dad) (?:have |had |did |already |just |even )*(?:called|tried|phoned|rang|talked|spoke|been|went)\b|"
    r"\bya (?:les |los |le |la |lo )?(?:llame|llamamos|hable|hablamos|fui|fuimos|marque|pregunte|intente)\b|\b(?:llame|hable|marque) (?:ya )?(?:a|al|con)\b|\b(?:they|that one|that place) (?:sent|told|turned|hung|never|don't|won't|didn't)\b"
)
_NOT_WANTED = re.compile(
    r"\bnot? (?:that one|this one|them|those|with|to|the|through|from)\b|\b(?:don't|dont|do not|won't) (?:want|like|use|trust|call|send|give|share)\b|\b(?:anybody|anyone|any place|somebody) (?:but|else)\b|\bother than\b|\b(?:instead of|except)\b|"
    r"\b(?:es[ao]s?|ellos|ellas|aquel(?:la|los)?) no\b|\bno (?:con |a |al |quiero |me gusta |me manden? |lo den? )*(?:es[ao]s?|ellos|ellas|la|el|los|las)\b|\bcon \w+ no\b|\b(?:agencia|oficina|area|211)(?: \w+){0,4} no\b|\b(?:menos|excepto|otra que no)\b"
)
# What people call the office whose long name stands in the list.
_ALIASES = (
    (re.compile(r"\b(?:area (?:agency|office)|agency on aging|office on aging|aging (?:office|agency|people|place)|agencia (?:del area|de area|de (?:personas )?mayores|local)|oficina (?:del area|de area|de (?:personas )?mayores))\b"),
     re.compile(r"\b(?:area (?:agency|office)|(?:agency|office|alliance|(?<!national )council) (?:on|for) aging)\b", re.I)),
    (re.compile(r"\b(?:two one one|211|2 1 1)\b"), re.compile(r"^211\b")),
)  # fmt: skip
_BARE = re.compile(r"\b(?:that one|this one|them|that place|there|es[ao]|ellos|ahi|con ellos)\b")


def note_turned_down(turn: Turn) -> str | None:
    """The organization that this message takes out of the question, remembered for this person."""
    plain = turn.heard.plain
    if not (_CALLED.search(plain) or _NOT_WANTED.search(plain) or turn.heard.act == "not_that"):
        return None
    before = _named_before(turn)
    meant = None if before else _meant(turn)
    if meant is None:
        return before
    case, name = turn.memory.case, _name(meant)
    phone = meant.record.phones[0].number if meant.record.phones else ""
    kept = [told for told in case.turned_down if told["name"] != name]
    case.turned_down = [*kept, {"name": name, "phone": phone}][-_MOST:]
    return name


def is_turned_down(turn: Turn, organization: str, phones: list[str]) -> bool:
    """Whether this person does not want it, or has called it or its number already."""
    return any(
        told["name"] == organization or told["phone"] in phones
        for told in turn.memory.case.turned_down
    )


def wants_again(turn: Turn, organization: str) -> None:
    """ "Ok, the second one then": chosen after all."""
    case = turn.memory.case
    case.turned_down = [told for told in case.turned_down if told["name"] != organization]


def _named_before(turn: Turn) -> str | None:
    """ "The area office, I told you": what stands on the list of those already."""
    for said, written in _ALIASES:
        if said.search(turn.heard.plain):
            names = (told["name"] for told in turn.memory.case.turned_down)
            return next((name for name in names if written.search(name)), None)
    return None


def _name(view: ServiceView) -> str:
    return view.record.organization or view.record.name


def _meant(turn: Turn) -> ServiceView | None:
    meant = _by_alias(turn) or chosen_service(turn)
    chosen = turn.memory.chosen
    if meant is None and chosen and number_said(turn) is None and _BARE.search(turn.heard.plain):
        return view_of(turn, chosen)
    return meant


def _by_alias(turn: Turn) -> ServiceView | None:
    for said, written in _ALIASES:
        if not said.search(turn.heard.plain):
            continue
        for service_id in turn.memory.shown:
            view = view_of(turn, service_id)
            if view is not None and written.search(_name(view)):
                return view
    return None
