"""The only way to Rasa."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import httpx


class DialogueDownError(Exception):
    """Rasa did not answer in time or not sensibly; the person gets the fixed fall-back."""


@dataclass(frozen=True)
class BotMessage:
    """One message of the bot: words, what can be answered by number, and structured content."""

    text: str = ""
    choices: tuple[dict[str, str], ...] = ()
    custom: dict[str, Any] | None = None


@dataclass(frozen=True)
class BotAnswer:
    """What the bot said to one message and what it understood of it."""

    messages: tuple[BotMessage, ...]
    understood: dict[str, Any] = field(default_factory=dict)
    state: dict[str, Any] = field(default_factory=dict)


class Dialogue:
    """One HTTP call a message; connections are kept."""

    def __init__(self, rasa_url: str, limit_s: float) -> None:
        self._url = f"{rasa_url}/webhooks/porchlight/webhook"
        # A connection that cannot be made is tried once more: nothing has been said yet.
        transport = httpx.HTTPTransport(retries=1)
        self._client = httpx.Client(
            timeout=httpx.Timeout(limit_s, connect=2.0), transport=transport
        )

    def send(self, sender: str, text: str, metadata: dict[str, Any]) -> BotAnswer:
        """Raises DialogueDownError when there is no sensible answer within the limit."""
        body = {"sender": sender, "message": text.lstrip("/ "), "metadata": metadata}
        try:
            response = self._client.post(self._url, json=body)
            response.raise_for_status()
            return _parse(response.json())
        except (httpx.HTTPError, ValueError, KeyError, TypeError) as error:
            raise DialogueDownError(type(error).__name__) from error


def _parse(answer: dict[str, Any]) -> BotAnswer:
    messages = tuple(
        BotMessage(m.get("text") or "", tuple(m.get("choices") or ()), m.get("custom"))
        for m in answer["messages"]
    )
    return BotAnswer(messages, answer.get("understood") or {}, answer.get("state") or {})
