"""Back to something asked before: "what was the roof number?", "and the meals again?"."""

from __future__ import annotations

import re

from actions.turn import Turn

_LIKELY = 0.3
_POINTING_BACK = frozenset({"repeat", "go_back", "ask_detail", "choose"})
_POINTS_BACK = re.compile(
    r"\b(?:again|(?:give|tell|send|show|read)(?: me)? (?:the|that|those|them|his|her|their) ?(?:phone |tele)?(?:numbers?|ones?|list)?|say (?:it|that|those)|deme (?:el|los) (?:numeros?|telefonos?)|what (?:was|were|did)|which (?:was|were|ones were)|you (?:sent|gave|had|told)|(?:i|we) asked (?:for|about)|que (?:le |les )?pedi|otra vez|de nuevo|(?:cual|cuales|que) (?:era|eran|habia|me (?:dio|mando|dijo))|lo (?:de la|del|de los|de las) de antes)\b"
)


def points_back(turn: Turn) -> bool:
    """Whether the message asks for something that was shown before."""
    return turn.heard.act in _POINTING_BACK or bool(_POINTS_BACK.search(turn.heard.plain))


def go_to_earlier_need(turn: Turn) -> bool:
    """True when the message points back to a need of this conversation other than the one on show; it is current then."""
    return points_back(turn) and take_earlier_need(turn)


def take_earlier_need(turn: Turn) -> bool:
    """The same for a message that is known to speak of something shown."""
    memory, heard = turn.memory, turn.heard
    if not memory.shown or not heard.guesses:
        return False
    need, score = heard.guesses[0]["need_id"], heard.guesses[0]["score"]
    if score < _LIKELY or need in memory.case.needs:
        return False
    owners = [about for about, case in memory.cases.items() if need in case.asked]
    if not owners:
        return False
    memory.current = memory.current if memory.current in owners else owners[-1]
    case = memory.case
    case.ask_for([need], heard.text)
    return True
