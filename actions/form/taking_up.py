"""The questions go on where they were: after a crisis, or when what came between has been answered."""

from __future__ import annotations

from actions.desk.referral import ask_next, next_step, step_options
from actions.form import wordings
from actions.form.changes import put_surely_right
from actions.form.notes import is_for_the_desk
from actions.form.taking import clearly_answers, take_answer
from actions.form.values import chosen_label
from actions.turn import Turn

# After a crisis these only say that the person is there.
_NODS = frozenset(
    "affirm deny thanks no_answer greeting goodbye correct person unsure insult not_that".split()
)
_A_NOD = 8  # words


def take_up_again(turn: Turn) -> bool:
    """The first ordinary message after a crisis: the questions go on where they were, and nothing is asked twice.

    False when the message asks for something of its own: the question comes after the answer to that.
    """
    memory, heard = turn.memory, turn.heard
    del memory.referral["held"]
    step = _open_again(turn)
    if put_surely_right(turn, step):
        ask_next(turn)
        return True
    if (
        clearly_answers(turn, step)
        or (step == "note" and _for_the_desk(turn))
        or wordings.will_not(heard.plain)
        or chosen_label(turn) is not None
    ):
        return take_answer(turn)
    if (heard.act in _NODS and len(heard.plain.split()) <= _A_NOD) or wordings.is_nothing(
        heard.plain
    ):
        ask_next(turn)
        return True
    memory.answered()
    memory.referral["paused"] = step
    return False


def belongs_to_the_form(turn: Turn) -> bool:
    """ "Don't call her, call me": said of the request that waits, so that it goes on without a word of ours for it."""
    return _for_the_desk(turn) or clearly_answers(turn, next_step(turn))


def _for_the_desk(turn: Turn) -> bool:
    plain = turn.heard.plain
    return is_for_the_desk(plain) or wordings.keeps_from_somebody(plain)


def take_up_paused(turn: Turn) -> bool:
    """The question is not pressed any more after other things were answered; its answer still is one."""
    step = _open_again(turn)
    if clearly_answers(turn, step):
        del turn.memory.referral["paused"]
        return take_answer(turn)
    turn.memory.answered()
    return False


def _open_again(turn: Turn) -> str:
    step = next_step(turn)
    turn.memory.ask(f"referral_{step}", step_options(turn, step))
    return step
