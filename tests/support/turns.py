"""A turn through the gateway without a channel around it."""

from __future__ import annotations

from gateway.answer import Answer


def said(answer: Answer) -> list[str]:
    """The texts of an answer."""
    return [message.text for message in answer.messages]
