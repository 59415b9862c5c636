"""One turn inside an action, and the base of all actions.

Every action first remembers what the message tells (language, person, place, needs), then sees whether
it answers an open question, and only then does its own thing: nothing that was said is lost.
"""

from __future__ import annotations

import asyncio
import logging
from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import EventType
from rasa_sdk.executor import CollectingDispatcher

from actions.heard import Heard
from actions.memory import Memory

_log = logging.getLogger(__name__)


@dataclass
class Turn:
    """What an action works with."""

    conversation: str
    memory: Memory
    heard: Heard
    dispatcher: CollectingDispatcher
    gave_place: bool = False

    def say(
        self,
        response: str,
        choices: list[dict[str, str]] | None = None,
        custom: dict[str, Any] | None = None,
        **blanks: Any,
    ) -> None:
        """One message: a response of the domain, what can be chosen, structured content."""
        buttons = [{"title": c["label"], "payload": c["text"]} for c in choices or []]
        self.dispatcher.utter_message(
            response=response, buttons=buttons or None, json_message=custom, **blanks
        )

    def say_words(self, text: str, choices: list[dict[str, str]] | None = None) -> None:
        """Words that are not the domain's: a wording that people agree to, or a question of the outbox."""
        buttons = [{"title": c["label"], "payload": c["text"]} for c in choices or []]
        self.dispatcher.utter_message(text=text, buttons=buttons or None)

    @property
    def language(self) -> str:
        """en or es."""
        return self.memory.language

    @property
    def channel(self) -> str:
        """sms or web."""
        return str(self.heard.metadata.get("channel") or "web")


class TurnAction(Action, ABC):
    """The shared ceremony of all actions."""

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[EventType]:
        """Search and storage block, so the work is done in a thread."""
        turn = Turn(tracker.sender_id, Memory.of(tracker), Heard.of(tracker), dispatcher)
        try:
            await asyncio.to_thread(self._work, turn)
        except Exception as error:  # whatever it is: the person still gets a number to call
            # The kind only. Left to the server, the whole conversation would stand in its log.
            _log.error("an action failed: %s: %s", self.name(), type(error).__name__)
            dispatcher.messages.clear()
            turn.say("utter_trouble")
        for message in dispatcher.messages:
            # Rasa speaks before it sets slots: the language of this answer travels with it.
            message["language"] = turn.language
        return turn.memory.events(tracker)

    def _work(self, turn: Turn) -> None:
        from actions.follow_up import ask_when_due  # noqa: PLC0415 (they use this module)
        from actions.gentle import be_gentle  # noqa: PLC0415 (they use this module)
        from actions.open_question import answer_open_question  # noqa: PLC0415 (they use this module)
        from actions.remember import remember  # noqa: PLC0415
        from actions.show import find_help  # noqa: PLC0415

        open_before = turn.memory.pending
        remember(turn)
        be_gentle(turn)
        if turn.heard.answered_elsewhere:
            # The gateway answers with fixed words. What was shown and asked before stays as it was seen.
            return
        if turn.memory.pending == "place_choice" and open_before != "place_choice":
            # The message itself raised the question which place is meant: it is not its own answer.
            find_help(turn)
        elif not answer_open_question(turn):
            self.answer(turn)
        ask_when_due(turn)

    @abstractmethod
    def answer(self, turn: Turn) -> None:
        """Do what this action is for."""
