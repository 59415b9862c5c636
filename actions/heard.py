"""What the bot's components found in the newest message."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from typing import Any

from rasa_sdk import Tracker

# A need of a message that is not itself a request must be this sure to count.
_SURE = 0.7
_ASKING = frozenset({"ask_need", "add_need", "correct", "what_else", "change_place", "give_place"})


@dataclass(frozen=True)
class Heard:
    """The newest message."""

    text: str
    act: str
    number: int | None = None
    needs: list[dict[str, Any]] = field(default_factory=list)
    guesses: list[dict[str, Any]] = field(default_factory=list)
    about: str | None = None
    spoken: str | None = None
    language_asked: str | None = None
    hints: list[str] = field(default_factory=list)
    metadata: dict[str, Any] = field(default_factory=dict)

    @classmethod
    def of(cls, tracker: Tracker) -> Heard:
        """From the parse data."""
        message = tracker.latest_message
        return cls(
            text=message.get("text") or "",
            act=(message.get("intent") or {}).get("name") or "ask_need",
            number=message.get("number"),
            needs=message.get("needs") or [],
            guesses=message.get("guesses") or [],
            about=message.get("about"),
            spoken=message.get("spoken"),
            language_asked=message.get("language_asked"),
            hints=message.get("place_hints") or [],
            metadata=message.get("metadata") or {},
        )

    @property
    def plain(self) -> str:
        """Lower case, no accents, words only."""
        flat = unicodedata.normalize("NFD", self.text.lower())
        kept = "".join(c for c in flat if unicodedata.category(c) != "Mn")
        return " ".join(re.sub(r"[^a-z0-9' ]+", " ", kept).split())

    @property
    def asked_needs(self) -> list[dict[str, Any]]:
        """Needs that this message asks for; bare numbers, places and yes or no ask for nothing."""
        if self.number is not None or not self.needs:
            return []
        words = len(self.plain.split())
        if self.act in ("ask_need", "add_need"):
            return self.needs
        if self.act in _ASKING and words >= 4:
            return [need for need in self.needs if need["score"] >= 0.5]
        return [need for need in self.needs if need["score"] >= _SURE and words >= 4]
