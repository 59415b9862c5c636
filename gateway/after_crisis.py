"""Turns that follow a cry for help: told again, refused, denied, or gone on with unseen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from gateway.safety import Verdict
from gateway.safety.hidden import HiddenWord, hidden_word
from gateway.safety.texts import again_text, hold_text

# The subject of an item about somebody whose phone must not ring.
UNSEEN = "unseen"


class CrisisDesk(Protocol):
    """What is asked of the referrals room."""

    def only_answers(self, conversation: str) -> bool: ...

    def recent_crisis(self, conversation: str) -> str | None: ...

    def raise_once(
        self,
        kind: str,
        conversation: str | None,
        detail: str,
        subject: str | None = None,
        urgent: bool = False,
    ) -> int | None: ...


@dataclass(frozen=True)
class Fixed:
    """Reviewed texts. `unseen`: neither the bot hears the message, nor does anything of ours stand beside the answer."""

    texts: list[str]
    crisis: str | None = None
    language: str | None = None
    unseen: bool = False


class AfterCrisis:
    """Decides whether a message is such a turn."""

    def __init__(self, desk: CrisisDesk) -> None:
        self._desk = desk

    def answer(self, conversation: str, text: str, verdict: Verdict) -> Fixed | None:
        """The fixed words for it; None when the message is to be taken like any other."""
        word = hidden_word(text)
        if word is not None and self._desk.only_answers(conversation):
            return self._unseen(conversation, word)
        if verdict.crisis is None and not verdict.says_no:
            return None
        before = self._desk.recent_crisis(conversation)
        if before is None:
            return None
        if verdict.says_no:
            held = hold_text(before, verdict.language)
            return None if held is None else Fixed([held], crisis=before)
        return self._again(conversation, before, verdict)

    def _again(self, conversation: str, before: str, verdict: Verdict) -> Fixed | None:
        if verdict.crisis != before:
            return None
        self._desk.raise_once("crisis", conversation, before, urgent=True)
        said = again_text(before, verdict.language, verdict.normalised)
        return Fixed([said], crisis=before)

    def _unseen(self, conversation: str, word: HiddenWord) -> Fixed:
        if word.asks == "person":
            detail = "asks unseen for protective services: report it for them, never write or call this phone first"
            self._desk.raise_once("crisis", conversation, detail, subject=UNSEEN, urgent=True)
        # The bot does not hear it: to it, bread is food.
        return Fixed([word.answer()], language=word.language, unseen=True)
