"""Talk to a running Porchlight as the web chat does."""

from __future__ import annotations

import uuid
from dataclasses import dataclass, field
from typing import Any

import httpx

Answer = dict[str, Any]


@dataclass
class Conversation:
    """One conversation over POST /api/v1/messages."""

    url: str
    client: httpx.Client
    language: str | None = None
    identity: str = field(default_factory=lambda: f"eval-{uuid.uuid4().hex[:20]}")

    def say(self, text: str) -> Answer:
        """The parsed answer. Raises httpx.HTTPStatusError when it is not 200."""
        body: dict[str, str] = {"conversation": self.identity, "text": text}
        if self.language is not None:
            body["language"] = self.language
        response = self.client.post(f"{self.url}/api/v1/messages", json=body, timeout=30.0)
        response.raise_for_status()
        answer: Answer = response.json()
        return answer


def services_shown(answer: Answer) -> list[dict[str, Any]]:
    """All services of an answer, in order."""
    return [service for reply in answer["replies"] for service in reply.get("services") or []]


def words_of(answer: Answer) -> str:
    """All that the person reads."""
    return "\n".join(reply.get("text") or "" for reply in answer["replies"])
