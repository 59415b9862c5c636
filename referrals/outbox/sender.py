"""Who carries a text to the phone, as this room sees it. The gateway has the real one (Twilio)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol


@dataclass(frozen=True)
class Sent:
    """A text that the carrier has taken."""

    sid: str
    segments: int


@dataclass(frozen=True)
class SendError(Exception):
    """The text was surely not taken; `code` is Twilio's, or the HTTP status, or a plain reason."""

    code: str
    permanent: bool


class UnsureError(Exception):
    """Nobody knows whether the text was taken: the connection ended before the answer."""


class Sender(Protocol):
    """Takes texts to phones."""

    def send(self, number: str, text: str, tag: str) -> Sent:
        """Send; reports on this text name `tag`. Raises SendError or UnsureError."""
        ...

    def find(self, number: str, text: str, since: datetime, known: frozenset[str]) -> Sent | None:
        """A text to `number` that was taken after `since` (UTC) and whose sid is not in `known`.

        Raises UnsureError when the carrier cannot be asked.
        """
        ...
