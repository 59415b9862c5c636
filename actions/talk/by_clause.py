"""What answers a message whose leading clause is another kind of turn than the whole (actions/talk/leading.py)."""

from __future__ import annotations

from collections.abc import Callable

from actions.ask_detail import ActionAskDetail
from actions.choose import ActionChoose
from actions.desk.desk_talk import ActionAnyNews, ActionWithdrawConsent, ActionWrongNumber
from actions.desk.referral import ActionPerson
from actions.find_help import ActionFindHelp
from actions.narrow import ActionCloser, ActionFreeOnly, ActionMore, ActionNotThat
from actions.repeat import ActionRepeat
from actions.talk.small_talk import ActionLanguageSwitch, ActionNoAdvice, ActionWhatElse
from actions.turn import Turn, TurnAction

_ACTIONS: dict[str, type[TurnAction]] = {
    "any_news": ActionAnyNews,
    "ask_need": ActionFindHelp,
    "ask_detail": ActionAskDetail,
    "choose": ActionChoose,
    "closer": ActionCloser,
    "free_only": ActionFreeOnly,
    "legal_advice": ActionNoAdvice,
    "medical_advice": ActionNoAdvice,
    "language_switch": ActionLanguageSwitch,
    "more": ActionMore,
    "not_that": ActionNotThat,
    "person": ActionPerson,
    "repeat": ActionRepeat,
    "what_else": ActionWhatElse,
    "withdraw_consent": ActionWithdrawConsent,
    "wrong_number": ActionWrongNumber,
}


def answer_of(turn: Turn, by_its_act: Callable[[Turn], None]) -> Callable[[Turn], None]:
    """By the act of the clause that leads; `by_its_act` where the whole message is its own leader."""
    action = _ACTIONS.get(turn.led_to)
    return by_its_act if action is None else action().answer
