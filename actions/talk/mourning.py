"""Grief is told sideways: "I don't sleep since she went". A kind word, and people to grieve with."""

from __future__ import annotations

import re
from typing import Any

from actions.needs.losses import tells_of_a_loss, tells_of_fading
from actions.talk.said_kinds import kind_of
from actions.turn import Turn

_KIN = r"(?:wife|husband|hubby|mother|mom|mama|father|dad|daddy|son|daughter|brother|sister|best friend|spouse|partner|espos[oa]|marido|viej[oa]|mujer|madre|padre|papa|hij[oa]|herman[oa])"
_GONE = r"(?:passed(?: away| on)?|died|went|is gone|been gone|left (?:me|us)|was buried|murio|fallecio|se (?:me )?(?:fue|murio)|nos dejo|falta)"
_LOST = re.compile(
    rf"\b(?:since|after|without|when) (?:she|he|my (?:\w+ )?{_KIN}|mama|daddy|{_KIN}) {_GONE}\b|\b(?:since|after|without) (?!it\b|they\b|eyes\b)[a-z]+ (?:passed(?: away| on)?|died|left (?:me|us)|was buried|murio|fallecio)\b|\b{_KIN} (?:\w+ )?(?:just )?{_GONE}\b|\b(?:i |i've |we )?(?:just )?(?:lost|buried) my {_KIN}\b|"
    rf"\b(?:desde que|cuando|que) (?:ella|el|mi \w+|\w+)? ?(?:se (?:me )?fue|murio|fallecio|falta)\b|\b(?:perdi|enterre|se me murio|murio|fallecio) (?:a )?mi {_KIN}\b|\b(?:widow(?:er|ed)?|viud[oa])\b"
)
_GRIEVES = re.compile(
    r"\b(?:sleep\w*|lonesome|lonely|alone|cry\w*|miss (?:her|him)|so quiet|too quiet|empty|just sit|sit (?:here|there|around|alone)|can't eat|cant eat|grief|grieving|heart ?broken|nobody to talk|no one to talk|lost without|"
    r"duerm\w+|dormir|sol[oa]|llor\w+|extran\w+|callad[oa]|vaci[oa]|(?:me|aqui) sient[oa]|sentad[oa]|duelo|tristeza|triste|con quien hablar)\b"
)
_WITH_PEOPLE = re.compile(
    r"\b(?:lonesome|lonely|alone|sit|quiet|talk|sol[oa]|sient[oa]|sentad[oa]|hablar)\b"
)
# "A night sitter since my wife died": asked for in plain words, so it is no grief alone.
_ALONE_SURE = 0.9
# As data/dialogue/said names them.
_WEIGHS = frozenset(
    {
        "sad",
        "lonely",
        "worn_out",
        "guilt",
        "hopeless",
        "refuses_help",
        "bathing_fear",
        "got_nowhere",
    }
)
_CLOSE = frozenset(
    "respite caregiver_support mental_health social_connection hospice_palliative elder_abuse volunteering dementia_support kinship_care".split()
)


def grieves(plain: str) -> bool:
    """Whether somebody tells of a loss and how it goes since."""
    return bool(_LOST.search(plain) and _GRIEVES.search(plain))


def grief_in(turn: Turn, asked: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """`asked`, or people for grief (and company) where the words are of a loss and of nothing else surely."""
    plain = turn.heard.plain
    # Who writes of a parent's memory and of a death years ago asks for the parent.
    of_another = turn.heard.about not in (None, "self")
    if of_another or not grieves(plain) or turn.heard.number is not None:
        return asked
    other = [n for n in asked if n["need_id"] not in _CLOSE and n["score"] >= _ALONE_SURE]
    turn.mourns = True
    found = [{"need_id": "mental_health", "score": 1.0}]
    if _WITH_PEOPLE.search(plain):
        found.append({"need_id": "social_connection", "score": 1.0})
    return [*other[:1], *found][:2]


def say_sorry(turn: Turn) -> None:
    """Once for each person that is spoken of."""
    case, plain = turn.memory.case, turn.heard.plain
    in_a_form = (turn.memory.pending or "").startswith("referral")
    if case.consoled or turn.heard.answered_elsewhere or in_a_form:
        return
    word = _word_for(turn, plain)
    if word is not None:
        case.consoled = True
        turn.say(word)


def _word_for(turn: Turn, plain: str) -> str | None:
    if turn.mourns:
        return "utter_sorry_for_loss"
    asks = bool(turn.memory.case.heard or turn.thing)
    if asks and tells_of_a_loss(plain):
        return "utter_sorry_loss"
    if not asks:
        return None
    return "utter_sorry_hard" if tells_of_fading(plain) or _tells_of_a_burden(turn) else None


def _tells_of_a_burden(turn: Turn) -> bool:
    """The first request, told with what it weighs: a word for that comes before the numbers."""
    return not turn.memory.shown and kind_of(turn) in _WEIGHS
