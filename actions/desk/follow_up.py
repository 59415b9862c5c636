"""Did help come? The answer to a question that we asked some days later."""

from __future__ import annotations

from datetime import datetime

from actions.rooms import desk
from actions.show import PAGE, service_ids, show_services
from actions.talk.told import say_noted
from actions.turn import Turn, TurnAction
from referrals.outbox.follow_ups import ANSWERS, ASKED
from referrals.usecases import FollowUp

_OUTCOMES = ("got_help", "waiting_list", "could_not_reach", "not_eligible", "no_capacity")
_BY_NUMBER = dict(enumerate(_OUTCOMES, start=1))
# The first that fits counts: what went wrong is told before what went well ("they came but I don't qualify").
_BY_WORDS = (
    ("no_longer_wanted", ("don't need", "dont need", "do not need", "no longer", "ya no lo", "ya no la", "ya no necesito")),
    ("not_eligible", ("qualif", "eligible", "calific", "turned me down", "turned me away", "denied", "make too much", "rechaz")),
    ("no_capacity", ("full", "no room", "out of money", "no slots", "llenos", "no hay lugar", "se acabaron")),
    ("waiting_list", ("waiting", "wait list", "waitlist", "on a list", "on the list", "hear back", "not yet", "have to wait", "wait till", "wait until", "not until", "espero", "esper",
                      "lista", "todavia", "aun no")),
    ("could_not_reach", ("reach", "answer", "never called", "no one called", "nobody called", "no one ever called", "called back",
                         "call me back", "voicemail", "hung up", "hang up", "colg", "busy", "ring", "contest", "no me llam", "nadie llam", "nadie me llam")),
    ("no_help", ("no help", "didn't come", "didnt come", "did not come", "never came", "no one came", "nobody came", "didn't work",
                 "didnt work", "did not work", "no vino", "no llego", "nadie vino", "no me ayud", "no funcion")),
    ("got_help", ("yes", "got", "came", "helped", "fixed", "started", "all set", "went fine", "si", "ayudaron", "llego", "fine",
                  "ya quedo")),
)  # fmt: skip


class ActionFollowUp(TurnAction):
    """Plain words about how it went, also without a question."""

    def name(self) -> str:
        return "action_follow_up"

    def answer(self, turn: Turn) -> None:
        latest = desk().latest(turn.conversation)
        if latest is None:
            _without_a_request(turn)
            return
        outcome = outcome_in(turn.heard.plain) or "waiting_list"
        if outcome != "got_help":
            said = turn.heard.text[:200]
            detail = f"{latest.reference}: {outcome.replace('_', ' ')}. {said}"
            desk().raise_item("follow_up", turn.conversation, detail, subject=latest.reference)
        say_outcome(turn, outcome)


def _without_a_request(turn: Turn) -> None:
    """How a call of their own went: nobody at our desk knows of it, so nobody is said to look at it."""
    outcome = outcome_in(turn.heard.plain)
    memory = turn.memory
    if outcome == "got_help":
        turn.say("utter_follow_up_good")
    elif not memory.shown or not memory.case.needs:
        turn.say("utter_went_badly")
    elif outcome is None:
        say_noted(turn)
    elif service_ids(turn, offset=len(memory.shown)):
        turn.say("utter_try_next")
        show_services(turn, offset=len(memory.shown))
    else:
        turn.say("utter_no_more")


def take_follow_up(turn: Turn) -> bool:
    """True when a question was open and this answers it."""
    pending = desk().pending_follow_up(turn.conversation)
    if pending is None:
        return False
    outcome = _answer(turn, pending)
    if outcome is None:
        return False
    desk().answer_follow_up(turn.conversation, outcome, turn.heard.text[:200])
    if turn.memory.pending == "follow_up":
        turn.memory.answered()
    say_outcome(turn, outcome)
    return True


def _answer(turn: Turn, pending: FollowUp) -> str | None:
    heard, memory = turn.heard, turn.memory
    asked_here = memory.pending == "follow_up"
    if memory.options and not asked_here:
        return None
    if heard.number is not None or heard.act in ("affirm", "deny"):
        if not _after_the_list(turn, pending):
            return None
        said = {"affirm": "got_help", "deny": "no_help"}.get(heard.act)
        return _BY_NUMBER.get(heard.number) if heard.number is not None else said
    labels = [option["label"] for option in memory.options]
    if asked_here and heard.text.strip() in labels:
        return _BY_NUMBER[labels.index(heard.text.strip()) + 1]
    if asked_here and not heard.asked_needs and outcome_in(heard.plain):
        return outcome_in(heard.plain)
    if heard.act == "follow_up_answer":
        # "It went so-so" tells no outcome: a person looks at it.
        return outcome_in(heard.plain) or "unclear"
    return None


def _after_the_list(turn: Turn, pending: FollowUp) -> bool:
    """A number means what was asked last: the list that was shown since, or this question."""
    shown_at = turn.memory.page.get("at")
    if shown_at is None or pending.asked_at is None:
        return True
    return pending.asked_at >= datetime.fromisoformat(shown_at)


def outcome_in(plain: str) -> str | None:
    """The outcome that words tell of."""
    said = f" {plain} "
    for name, words in _BY_WORDS:
        # What went wrong is told by the beginnings of words; "got" and "si" are whole ones, and no "single" or "since".
        end = " " if name == "got_help" else ""
        if any(f" {word}{end}" in said for word in words):
            return name
    return None


def say_outcome(turn: Turn, outcome: str) -> None:
    """Glad; or the next choice that was not shown yet, and a person of the desk will look."""
    if outcome == "got_help":
        turn.say("utter_follow_up_good")
        return
    turn.say("utter_follow_up_more")
    if outcome != "no_longer_wanted" and turn.memory.case.needs:
        show_services(turn, offset=len(turn.memory.shown), limit=1)
        turn.memory.page["limit"] = PAGE


def ask_when_due(turn: Turn) -> None:
    """On the web nobody can be texted: the question is asked when the person is there again."""
    if turn.channel != "web" or turn.memory.pending is not None or turn.heard.answered_elsewhere:
        return
    due = desk().due_in(turn.conversation)
    if due is None or not desk().follow_up_asked(due.id):
        return
    labels = ANSWERS[turn.language]
    turn.memory.ask("follow_up", [{"label": label} for label in labels])
    asked = ASKED[turn.language].format(reference=due.reference)
    turn.say_words(asked, [{"label": label, "text": label} for label in labels])
