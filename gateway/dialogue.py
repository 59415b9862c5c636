"""The only way to Rasa."""

from __future__ import annotations

import threading
import time
from dataclasses import dataclass, field
from typing import Any

import httpx

_PAUSE_S = 0.5


class DialogueDownError(Exception):
    """Rasa did not answer in time or not sensibly; the person gets the fixed fall-back."""


class DialogueAwayError(DialogueDownError):
    """Rasa or the action server is being started again: the same message may be sent once more."""


class StoppingError(Exception):
    """This process is told to stop: whoever comes after it takes the message up."""


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
    """One HTTP call a message; connections are kept.

    With `stopping` it is patient: a message that a dying process may have swallowed is sent again until
    `limit_s` is over. Its `message_id` keeps the bot from hearing it twice (bot/heard_before.py).
    """

    def __init__(
        self, rasa_url: str, limit_s: float, stopping: threading.Event | None = None
    ) -> None:
        self._url = f"{rasa_url}/webhooks/porchlight/webhook"
        self._limit_s = limit_s
        self._stopping = stopping
        # A connection that cannot be made is tried once more: nothing has been said yet.
        transport = httpx.HTTPTransport(retries=1)
        self._client = httpx.Client(transport=transport)

    def send(self, sender: str, text: str, metadata: dict[str, Any]) -> BotAnswer:
        """Raises DialogueDownError when there is no sensible answer within the limit, StoppingError when we stop."""
        body = {"sender": sender, "message": text.lstrip("/ "), "metadata": metadata}
        until = time.monotonic() + self._limit_s
        while True:
            try:
                return self._call(body, until - time.monotonic())
            except DialogueAwayError:
                if self._stopping is None or time.monotonic() + _PAUSE_S >= until:
                    raise
                if self._stopping.wait(_PAUSE_S):
                    raise StoppingError from None

    def _call(self, body: dict[str, Any], limit_s: float) -> BotAnswer:
        timeout = httpx.Timeout(limit_s, connect=min(2.0, limit_s))
        try:
            response = self._client.post(self._url, json=body, timeout=timeout)
            if response.status_code >= 500:
                raise DialogueAwayError(str(response.status_code))
            response.raise_for_status()
            return _parse(response.json())
        except httpx.TransportError as error:
            raise DialogueAwayError(type(error).__name__) from error
        except (httpx.HTTPError, ValueError, KeyError, TypeError) as error:
            raise DialogueDownError(type(error).__name__) from error


def _parse(answer: dict[str, Any]) -> BotAnswer:
    messages = tuple(
        BotMessage(m.get("text") or "", tuple(m.get("choices") or ()), m.get("custom"))
        for m in answer["messages"]
    )
    return BotAnswer(messages, answer.get("understood") or {}, answer.get("state") or {})
