"""An alarm of the gateway's is taken back ("nobody is hurt, I meant you"): everything stands as it stood before it."""

from __future__ import annotations

from actions.desk.referral import ask_next, next_step, step_options
from actions.needs.remember import remember_place
from actions.show import find_help
from actions.turn import Turn

_IN_A_FORM = "referral_"


def after_a_denial(turn: Turn) -> bool:
    """Put the form and the list back. True when nothing was said besides, so that the turn is answered.

    The gateway has said that it leaves the alarm; what is heard here is the rest of the message.
    """
    how, memory = turn.heard.metadata.get("denied"), turn.memory
    if how is None:
        return False
    memory.gentle_until = None
    if memory.page.get("covered"):
        memory.page["covered"] = False
    _open_again(turn)
    if how != "only":
        return False
    if (memory.pending or "").startswith(_IN_A_FORM):
        ask_next(turn)
        return True
    remember_place(turn)
    if turn.gave_place or (memory.case.needs and not memory.shown):
        # "Nobody is hurt, it's just me and the dog, I live in Macon": what was asked before goes on.
        find_help(turn)
    elif memory.shown:
        turn.say("utter_list_stands")
    else:
        turn.say("utter_go_on_then")
    return True


def _open_again(turn: Turn) -> None:
    """The question that waited because of the alarm is open once more."""
    memory = turn.memory
    if not memory.referral.pop("held", None):
        return
    step = next_step(turn)
    memory.ask(f"{_IN_A_FORM}{step}", step_options(turn, step))
