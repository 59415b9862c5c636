"""Did help come? The answer to a question that we asked some days later."""

from __future__ import annotations

from actions.rooms import desk
from actions.turn import Turn, TurnAction

_BY_NUMBER = {
    1: "got_help",
    2: "waiting_list",
    3: "could_not_reach",
    4: "not_eligible",
    5: "no_capacity",
}
_BY_WORDS = (
    ("could_not_reach", ("reach", "answer", "call me back", "called back", "contest")),
    ("not_eligible", ("qualif", "eligible", "calific", "turned me down", "denied")),
    ("no_capacity", ("full", "no room", "llenos", "no hay lugar")),
    ("waiting_list", ("wait", "list", "esper", "lista")),
    ("no_longer_wanted", ("don't need", "dont need", "no longer", "ya no")),
    (
        "got_help",
        ("yes", "got", "came", "helped", "fixed", "started", "si", "ayudaron", "llego", "fine"),
    ),
)


class ActionFollowUp(TurnAction):
    """Plain words about how it went, also without a question."""

    def name(self) -> str:
        return "action_follow_up"

    def answer(self, turn: Turn) -> None:
        outcome = outcome_in(turn.heard.plain) or "waiting_list"
        desk().raise_item("follow_up", turn.conversation, f"{outcome}: {turn.heard.text[:200]}")
        say_outcome(turn, outcome)


def take_follow_up(turn: Turn) -> bool:
    """True when a question was open and this answers it."""
    heard = turn.heard
    answers = heard.act in ("follow_up_answer", "affirm") or (
        heard.number is not None and not turn.memory.options
    )
    if not answers or desk().pending_follow_up(turn.conversation) is None:
        return False
    outcome = _BY_NUMBER.get(heard.number or 0) or outcome_in(heard.plain) or "got_help"
    desk().answer_follow_up(turn.conversation, outcome, heard.text[:200])
    say_outcome(turn, outcome)
    return True


def outcome_in(plain: str) -> str | None:
    """The outcome that words tell of."""
    return next((name for name, words in _BY_WORDS if any(word in plain for word in words)), None)


def say_outcome(turn: Turn, outcome: str) -> None:
    """Glad, or the next choice."""
    turn.say("utter_follow_up_good" if outcome == "got_help" else "utter_follow_up_more")
