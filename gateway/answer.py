"""An answer as every channel gets it, and how it is made from what the bot said."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

from gateway.dialogue import BotAnswer, BotMessage


@dataclass(frozen=True)
class Answer:
    """What the channel renders. `understood` is as the contract says."""

    messages: list[BotMessage]
    understood: dict[str, Any]
    language: str
    referral: dict[str, str] | None = None
    state: dict[str, Any] = field(default_factory=dict)


def as_messages(texts: list[str]) -> list[BotMessage]:
    """Fixed words as messages."""
    return [BotMessage(text) for text in texts]


def led(answer: Answer, crisis: str | None) -> Answer:
    """A crisis that is held to stands in what was understood."""
    return replace(answer, understood={**answer.understood, "crisis": crisis}) if crisis else answer


def answer_of(bot: BotAnswer, first: list[BotMessage], fallback: str) -> Answer:
    """The bot's answer after the messages `first`."""
    language = str(bot.state.get("language") or bot.understood.get("language") or fallback)
    referral = next(
        (
            {"reference": m.custom["reference"], "status": m.custom["status"]}
            for m in bot.messages
            if m.custom and m.custom.get("kind") == "referral"
        ),
        None,
    )
    messages = [*first, *bot.messages]
    return Answer(messages, understood_of(bot, language), language, referral, bot.state)


def understood_of(bot: BotAnswer | None, language: str) -> dict[str, Any]:
    """What the contract tells of a message; a bot that was not asked understood nothing."""
    known = {} if bot is None else bot.understood
    return {
        "act": known.get("act"),
        "needs": known.get("needs") or [],
        "place": known.get("place"),
        "about": known.get("about"),
        "language": known.get("language") or language,
        "crisis": None,
    }
