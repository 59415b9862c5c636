"""A place is chosen after all: "no, the justice one", "I did not say it led nowhere"."""

from __future__ import annotations

import re

from actions.shown.details import asked_fields
from actions.shown.pointing import Pointed, pointed_at, refused_in
from actions.turn import Turn

# "No, the county one", "no I meant the second": another than the one that was spoken of.
_RIGHTS = re.compile(
    r"^\W*(?:(?:oh|ay|wait|sorry|perdon|dear|hon)\W+)*(?:no|nope|nah)(?:\W+no)*\W+(?:(?:dear|hon|sorry|mijo|mija|senor|please)\W+)*(?:i (?:said|meant|mean|want\w*|asked for|was asking)|quise decir|dije|digo|me refiero|the|that)\b|"
    r"^\W*no(?: no)*[,.;:!]+ ?(?:quiero |yo quiero |dije |digo )?(?:la|el|los|las) (?:del?|que|\w+a|\w+o)\b",
    re.IGNORECASE,
)
_BARE_SPANISH = re.compile(r"^no (?:la|el|los|las) (?:de|del|que)\b")
_WANTS = re.compile(
    r"\bi (?:do |just |only |really )*(?:want|wanted|liked|like|meant|mean|asked for|was asking (?:for|about)) (?:the|that)\b|\b(?:give|send|tell|get) (?:me )?(?:back )?(?:the|that)\b|"
    r"\bwhere (?:did|is|has) (?:the|that)\b.*\b(?:go|gone|one)\b|\b(?:quiero|queria|pedi|me refiero a|me gusto|deme|dame|mandeme|digame) (?:el|la|lo|esa|ese)\b|\bdonde (?:quedo|esta|se fue) (?:la|el) (?:de|del|que|primer\w+)\b"
)
_PUT_BACK = re.compile(
    r"\b(?:i|we) (?:did not|didn't|didnt|never) (?:say|said|tell|call|called|try|tried|mean|ask)\b|\bwhy (?:did|do|would|are) you (?:\w+ )?(?:take|taking|remove|removing|leave|leaving|drop\w*|cross\w*|get rid|throw\w*)\b|"
    r"\b(?:put|bring|give)(?: me)? (?:it|that|them|her|him|(?:the|that|my) (?:\w+ ){0,4}?(?:ones?|place|number|office|agency|first|second|third|last)) back\b|\b(?:left|took|take|crossed|dropped) (?:off |out )?the wrong (?:one|place)\b|\bi want (?:it|that|that one|(?:the|that) (?:\w+ ){0,4}?one) back\b|\bdon't (?:leave|take|cross|drop) (?:it|that|them|that one) (?:out|off)\b|"
    r"\b(?:yo )?no dije\b|\bno he llamado\b|\bpor que (?:la|lo|me la|me lo|los|las) (?:quit\w+|borr\w+|sac\w+)\b|\b(?:pongala|pongalo|regresela|regreselo) (?:otra vez|de nuevo)\b|\bno (?:la|lo) (?:quite|borre|saque)\b"
)


# "The aging office one please", "la del condado", with nothing else said.
_ONLY_NAMES = re.compile(
    r"^(?:(?:ok|and|so|well|please|oh|y|pues|bueno) )*(?:(?:which|what|who|cual)(?: was| were| era| fue| es) )?(?:(?:the|that) (?:[a-z0-9']+ ){1,5}(?:one|number|people|folks|line|place)(?: (?:please|again|then|instead|thank you))*|"
    r"(?:el|la|los|las) (?:primer[oa] |segund[oa] |tercer[oa] )?(?:(?:el|la) )?(?:de|del|que) (?:[a-z0-9']+ ?){1,8})$"
)


_BY_WHAT_IT_IS = re.compile(r"\bque (?:contest\w+|atiend\w+|abr\w+|esta|queda)\b|^(?:the|that) ")


def puts_right(turn: Turn) -> bool:
    """Whether a no is said against our last answer, and another place named instead."""
    text, memory = turn.heard.text, turn.memory
    if _RIGHTS.search(text):
        return True
    if not _BARE_SPANISH.match(turn.heard.plain) or not memory.chosen:
        return False
    meant = pointed_at(turn, pointing=True)
    return meant is not None and meant.view.record.id != memory.chosen


def wants_by_name(turn: Turn) -> bool:
    """ "I liked the county one", "where did the free one go?"."""
    return bool(_WANTS.search(turn.heard.plain))


def _only_names(turn: Turn) -> bool:
    """Named and nothing asked of it: "la de Bexar ¿habla español?" asks."""
    plain = turn.heard.plain
    if not _ONLY_NAMES.match(plain):
        return False
    return bool(_BY_WHAT_IT_IS.search(plain)) or not asked_fields(turn.heard.text)


def chosen_after_all(turn: Turn) -> Pointed | None:
    """The place that is named against our last answer, or wished for."""
    if puts_right(turn) or wants_by_name(turn) or _only_names(turn):
        return pointed_at(turn, pointing=True)
    # "Not Medicaid, the county one".
    return pointed_at(turn) if refused_in(turn) else None


def takes_back_a_no(turn: Turn) -> bool:
    """ "I did not say it led nowhere": what was left out last was never turned down."""
    return bool(turn.memory.case.turned_down) and bool(_PUT_BACK.search(turn.heard.plain))
