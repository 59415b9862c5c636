"""Which of the services on show a message means."""

from __future__ import annotations

import re

from actions.rooms import search
from actions.show import found_again
from actions.turn import Turn
from resources_index.search.view import ServiceView

_WHICH_ONES = re.compile(
    r"\b(?:which (?:one|ones|of|place|places|number)|any of|all of|each of|both|cual(?:es)?|alguno|alguna|todos|todas|cada uno)\b"
)
_ORDINALS = (
    (1, r"first|1st|top|primer(?:[oa]s?)?|number (?:1|one)(?! more)|numero (?:1|uno)|#1"),
    (
        2,
        r"second|2nd|middle|segund[oa]s?|(?:de |del )(?:en )?medio|number (?:2|two)|numero (?:2|dos)",
    ),
    (3, r"third|3rd|tercer(?:[oa]s?)?|number (?:3|three)|numero (?:3|tres)"),
    (-1, r"last|bottom|ultim[oa]s?"),
)
# "The first time", "the second floor", "last week": not said of a list.
_NOT_OF_A_LIST = r"(?! (?:time|times|of all|of the|floor|week|month|year|day|night|thing|name|vez|veces|piso|semana|mes|dia|nombre|cosa|de(?:l)? mes)\b)"
# "Which one do I call first": no place in a list.
_BEFORE_ALL = r"(?<!call )(?<!try )(?<!do )(?<!contact )(?<!hablo )(?<!llamo )(?<!hago )"
_OF_THE_LIST = [
    (number, re.compile(rf"\b{_BEFORE_ALL}(?:{words})\b{_NOT_OF_A_LIST}")) for number, words in _ORDINALS
]  # fmt: skip
_ARTICLES = r"(?:(?:the|that|this|your|on the|el|la|los|las|al|del|esa|ese) )?"
_AS_WORDS = [
    re.compile(rf"\b{_ARTICLES}{_BEFORE_ALL}(?:{words})(?: (?:ones?|place|on the list))?\b{_NOT_OF_A_LIST}")
    for _, words in _ORDINALS
]  # fmt: skip
# "The 8477 number", "el 888".
_DIGITS = re.compile(
    r"\b(?:(?:the|that|el|la|al|ese) )?(?:\d{3} )*\d{3,4}(?: (?:number|one|line))?\b"
)
# "The second of the last list": the newest one is meant anyway.
_WHICH_LIST = re.compile(
    r"\b(?:of|on|in|from|de|en) (?:the|that|your|this|la|su|esa|esta) (?:last|latest|newest|previous|same|ultima|nueva|misma) (?:list|page|bunch|batch|ones|lista|pagina)\b|\bde la lista\b"
)


def number_said(turn: Turn) -> int | None:
    """The place in the list that is named (-1: the last), wherever in the message it stands."""
    if not _WHICH_LIST.search(turn.heard.plain) and turn.heard.number is not None:
        return turn.heard.number
    return number_in(turn.heard.plain)


def number_in(plain: str) -> int | None:
    """The same of some plain words."""
    plain = _WHICH_LIST.sub("", plain)
    named = {number for number, pattern in _OF_THE_LIST if pattern.search(plain)}
    return named.pop() if len(named) == 1 else None


def without_ordinals(plain: str) -> str:
    """`plain` with "ref" for each place of a list that it names: "what do they do at ref"."""
    plain = _WHICH_LIST.sub("", plain)
    plain = _DIGITS.sub("ref", plain)
    for pattern in _AS_WORDS:
        plain = pattern.sub("ref", plain)
    return " ".join(plain.split())


def at_number(turn: Turn, number: int) -> ServiceView | None:
    """The service at this place of the whole list."""
    shown = turn.memory.shown
    index = number - 1 if number > 0 else len(shown) - 1
    return view_of(turn, shown[index]) if 0 <= index < len(shown) else None


def view_of(turn: Turn, service_id: str) -> ServiceView | None:
    """A service in the language of the conversation; None when it is no longer listed."""
    view = search().service(service_id)
    return None if view is None else ServiceView(view.record, turn.language)


def last_page(turn: Turn) -> list[ServiceView]:
    """The services of the page that was shown last."""
    first = int(turn.memory.page.get("offset") or 0)
    views = [view_of(turn, service_id) for service_id in turn.memory.shown[first:]]
    return [view for view in views if view is not None]


def asks_of_all(plain: str) -> bool:
    """ "Which one of these": asked of the page, whatever was chosen before."""
    return bool(_WHICH_ONES.search(plain))


def first_to_call(turn: Turn) -> ServiceView | None:
    """The first of the page that has a phone."""
    return next((view for view in last_page(turn) if view.record.phones), None)


def as_found(turn: Turn, views: list[ServiceView]) -> list[ServiceView]:
    """The same services with what only a search tells: how far, and whether open now."""
    found = {view.record.id: view for view in found_again(turn)}
    return [found.get(view.record.id, view) for view in views]
