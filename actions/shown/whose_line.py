""" "Isn't that the national number? I want the one here in town": whose line a number is, and whether there is a nearer one."""

from __future__ import annotations

import re

from actions.shown.answers import name_of, phone_of
from actions.shown.details import dialable
from actions.shown.listed import last_page, view_of
from actions.shown.meant import named_or_counted
from actions.shown.seen import seen_views
from actions.turn import Turn
from resources_index.search.view import ServiceView

_LONGEST = 34  # words
_NUMBER = r"(?:number|phone|line|office|numero|telefono|linea|oficina)"
_ASKS = re.compile(
    rf"\b(?:(?:is|isn't|isnt|are|was|that's|thats|it's) (?:\w+ ){{0,4}}?(?:a |the |just a |only a )?(?:national|nationwide|washington|call cent(?:er|re)|whole country|out of state|800|toll free)(?: (?:number|line|one|office|call cent(?:er|re)))?)\b|"
    rf"\b(?:local|406|area code|real|direct|own) {_NUMBER}\b|\b{_NUMBER} (?:\w+ ){{0,3}}(?:here in (?:town|\w+)|in town|with (?:an? |our )?(?:\d{{3}} )?(?:local )?area code|that's local|de aqui(?: \w+)?|local)\b|\b\d{{3}} area code\b|\b(?:one|number|office|somebody|someone) (?:right )?(?:here )?in (?:my|our|this) (?:own )?(?:town|county|area)\b|\bone (?:right )?(?:here )?in town\b|"
    rf"\b(?:what|which) (?:town|city|state|place) (?:is|are|does) (?:that|the|this|it|they)(?: \w+){{0,3}}\b|\bwhere (?:is|are) (?:that|this|the) {_NUMBER}\b|\b(?:that's|thats|that is) (?:not|in) (?:the )?(?:\w+ )?(?:office|washington)\b|\bcall cent(?:er|re)\b|"
    r"\b(?:numero|telefono|linea) (?:\w+ )?(?:nacional|de todo el pais|de washington|de fuera)\b|\bde todo el pais\b|\bde que (?:ciudad|pueblo|estado) es\b|\b(?:numero|telefono|oficina) (?:de|en) (?:aqui|mi pueblo|este pueblo)\b|\b(?:el|la) de aqui(?: (?:cerca|del pueblo))?\b"
)
# "Is there a senior center in town": a place is asked for, and no number.
_NOT_A_NUMBER = re.compile(
    r"\b(?:senior cent(?:er|re)|doctor|store|hospital|bank|live|moved|born|grew up)\b"
)


def answer_whose_line(turn: Turn) -> bool:
    """True when that was asked of a number on show and has been answered."""
    memory, plain = turn.memory, turn.heard.plain
    if not memory.shown or memory.pending not in (None, "need_choice") or turn.heard.asks_person:
        return False
    if turn.new_needs or turn.gave_place or len(plain.split()) > _LONGEST:
        return False
    if not _ASKS.search(plain) or _NOT_A_NUMBER.search(plain):
        return False
    asked = _meant(turn)
    near = _nearest(turn)
    if asked is not None and asked.record.through:
        _say_through(turn, asked)
    else:
        if asked is not None and asked.record.area.kind == "nation":
            turn.say("utter_line_whole", name=name_of(asked))
        _say_nearest(turn, near)
    memory.answered()
    return True


def _say_nearest(turn: Turn, near: ServiceView | None) -> None:
    if near is None:
        turn.say("utter_line_none_near")
    elif near.record.through:
        _say_through(turn, near)
    else:
        turn.memory.chosen = near.record.id
        turn.say("utter_line_nearest", name=name_of(near), phone=phone_of(near))


def _meant(turn: Turn) -> ServiceView | None:
    chosen = view_of(turn, turn.memory.chosen) if turn.memory.chosen else None
    return named_or_counted(turn, chosen)


def _nearest(turn: Turn) -> ServiceView | None:
    """An office of the place itself on the page, else of any list before; one with a number of its own first."""
    able = [view for view in (*last_page(turn), *seen_views(turn)) if view.record.phones]
    near = [view for view in able if view.record.level == "local"]
    near = [view for view in near if not turn.memory.has_turned_down(view)]
    own = (view for view in near if not view.record.through)
    return next(own, near[0] if near else None)


def _say_through(turn: Turn, view: ServiceView) -> None:
    turn.memory.chosen = view.record.id
    number = dialable(view.record.phones[0].number)
    line = view.to_dict()["through"]
    turn.say("utter_line_is", name=name_of(view), phone=number, line=line)
    if view.record.url:
        turn.say("utter_line_page", url=view.record.url)
