"""Back to something asked before: "what was the roof number?", "and the meals again?"."""

from __future__ import annotations

import re

from actions.heard import Heard
from actions.needs.need_words import names_need
from actions.turn import Turn

_LIKELY = 0.3
# "Walkers?? no." and "not the food": what is not meant.
_REFUSED = re.compile(
    r"[^.?!;]*[?!]+\s*no\b|\b(?:not|no) (?:the |el |la |los |las )?\w+", re.IGNORECASE
)
_POINTING_BACK = frozenset({"repeat", "go_back", "ask_detail", "choose"})
_POINTS_BACK = re.compile(
    r"\b(?:again|back to|(?:who|which|what) (?:was|were|am) (?:i|we) (?:to|supposed to|gonna)|(?:volv\w+|regres\w+|vuelvo|vuelta) (?:a|al|con)|(?:give|tell|send|show|read)(?: me)? (?:the|that|those|them|his|her|their) ?(?:phone |tele)?(?:numbers?|ones?|list)?|say (?:it|that|those)|deme (?:el|los) (?:numeros?|telefonos?)|what (?:was|were|did)|which (?:was|were|ones were)|you (?:sent|gave|had|told)|(?:i|we) asked (?:for|about)|que (?:le |les )?pedi|otra vez|de nuevo|(?:cual|cuales|que) (?:era|eran|habia|me (?:dio|mando|dijo))|lo (?:de la|del|de los|de las) de antes|(?:the|that) (?:other|earlier|old) list|la otra lista)\b"
)


def asks_again(plain: str) -> bool:
    """Whether the words themselves ask for something that was shown before."""
    return bool(_POINTS_BACK.search(plain))


def points_back(turn: Turn) -> bool:
    """Whether the message asks for something that was shown before."""
    return turn.heard.act in _POINTING_BACK or asks_again(turn.heard.plain)


def go_to_earlier_need(turn: Turn) -> bool:
    """True when the message points back to a need of this conversation other than the one on show; it is current then."""
    return points_back(turn) and take_earlier_need(turn)


def _named_need(turn: Turn) -> str | None:
    """The need asked for before whose own words the message holds; one that is named with a no is not meant."""
    rest = Heard(_REFUSED.sub(" ", turn.heard.text), "").plain
    known = dict.fromkeys(need for case in turn.memory.cases.values() for need in case.asked)
    named = [need for need in known if names_need(need, rest)]
    in_hand = [need for need in named if need in turn.memory.case.needs]
    found = in_hand or named
    return found[-1] if found else None


def _likely_need(turn: Turn) -> str | None:
    guesses = turn.heard.guesses
    return guesses[0]["need_id"] if guesses and guesses[0]["score"] >= _LIKELY else None


def take_earlier_need(turn: Turn) -> bool:
    """The same for a message that is known to speak of something shown."""
    memory, heard = turn.memory, turn.heard
    if not memory.shown:
        return False
    need = _named_need(turn) or _likely_need(turn)
    if need is None or need in memory.case.needs:
        return False
    owners = [about for about, case in memory.cases.items() if need in case.asked]
    if not owners:
        return False
    memory.current = memory.current if memory.current in owners else owners[-1]
    case = memory.case
    case.ask_for([need], heard.text)
    return True
