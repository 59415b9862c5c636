"""One turn inside an action, and the base of all actions.

Every action first remembers what the message tells (language, person, place, needs), then sees whether
it answers an open question, and only then does its own thing: nothing that was said is lost.
"""

from __future__ import annotations

import asyncio
import logging
from abc import ABC, abstractmethod
from dataclasses import dataclass, field
from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import EventType
from rasa_sdk.executor import CollectingDispatcher

from actions.heard import ABOUT_A_LIST, Heard
from actions.memory import Memory
from actions.once import Outcome, once
from actions.shown.not_listed_words import Thing

_log = logging.getLogger(__name__)


@dataclass
class Turn:
    """What an action works with."""

    conversation: str
    memory: Memory
    heard: Heard
    dispatcher: CollectingDispatcher
    gave_place: bool = False
    new_person: bool = False
    language_before: str = ""
    # It is somebody spoken of before, with a request of their own.
    known_person: bool = False
    # The request before is meant for this person: "it's for my husband".
    named_person: bool = False
    # One of its clauses asks for something, beside what it tells.
    asks_too: bool = False
    # The act of that clause, where the whole message was taken for another.
    led_to: str = ""
    # Needs other than before were heard.
    new_needs: bool = False
    # Nothing but a place was said.
    only_place: bool = False
    # Where a ride goes, as it was said: no place where help is needed.
    destination: str = ""
    # A need that may be asked for as something new, or may not.
    in_doubt: list[dict[str, Any]] = field(default_factory=list)
    # What was in hand is denied and something else named instead.
    put_right: bool = False
    # The kind word after an alarm has just been said.
    gentle: bool = False
    # A loss is told, and how it goes since.
    mourns: bool = False
    # Something that nobody on our list gives is asked for, and the needs it resembles.
    thing: Thing | None = None
    misread: list[dict[str, Any]] = field(default_factory=list)
    thing_said: bool = False
    # It was spoken of just before.
    thing_known: bool = False
    # Places that this message turned down.
    turned_down: list[str] = field(default_factory=list)
    # Nobody here is a veteran, told just now.
    no_veterans: bool = False
    # The place that was told is the writer's own, and help is needed where somebody else lives.
    writer_elsewhere: bool = False

    def say(
        self,
        response: str,
        choices: list[dict[str, str]] | None = None,
        custom: dict[str, Any] | None = None,
        **blanks: Any,
    ) -> None:
        """One message: a response of the domain, what can be chosen, structured content. The same is not said twice in one answer."""
        known = {**blanks, "response": response}
        if not custom and any(known.items() <= m.items() for m in self.dispatcher.messages):
            return
        buttons = [{"title": c["label"], "payload": c["text"]} for c in choices or []]
        self.dispatcher.utter_message(
            response=response, buttons=buttons or None, json_message=custom, **blanks
        )

    def say_words(self, text: str, choices: list[dict[str, str]] | None = None) -> None:
        """Words that are not the domain's: a wording that people agree to, or a question of the outbox."""
        buttons = [{"title": c["label"], "payload": c["text"]} for c in choices or []]
        self.dispatcher.utter_message(text=text, buttons=buttons or None)

    @property
    def offered(self) -> list[dict[str, str]]:
        """The options of the open question, as what can be chosen."""
        labels = [str(option["label"]) for option in self.memory.options]
        return [{"label": label, "text": label} for label in labels]

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
        heard = Heard.of(tracker)
        turns = [Turn(tracker.sender_id, Memory.of(tracker), heard, CollectingDispatcher())]

        def act() -> Outcome:
            # Always from the memory of before: a message that writes into the desk is gone through twice.
            dispatcher = CollectingDispatcher()
            turns.append(Turn(tracker.sender_id, Memory.of(tracker), heard, dispatcher))
            self._work(turns[-1])
            return _outcome(turns[-1], tracker)

        try:
            message_id = heard.metadata.get("message_id")
            outcome = await asyncio.to_thread(once, tracker.sender_id, message_id, act)
        except Exception as error:  # whatever it is: the person still gets a number to call
            # The kind only. Left to the server, the whole conversation would stand in its log.
            _log.error("an action failed: %s: %s", self.name(), type(error).__name__)
            turns[-1].dispatcher.messages.clear()
            turns[-1].say("utter_trouble")
            outcome = _outcome(turns[-1], tracker)
        dispatcher.messages.extend(outcome["messages"])
        return list(outcome["events"])

    def _work(self, turn: Turn) -> None:
        from actions.answering import answer_turn  # noqa: PLC0415 (it knows every module, and they know this one)

        answer_turn(turn, self.answer)

    @abstractmethod
    def answer(self, turn: Turn) -> None:
        """Do what this action is for."""


def _outcome(turn: Turn, tracker: Tracker) -> Outcome:
    for message in turn.dispatcher.messages:
        # Rasa speaks before it sets slots: the language of this answer travels with it.
        message["language"] = turn.language
    return Outcome(messages=turn.dispatcher.messages, events=turn.memory.events(tracker))


def asks_nothing_new(turn: Turn) -> bool:
    """Whether no question of ours is open, and no need, place or person other than before was heard."""
    moved = turn.gave_place or turn.new_person or turn.named_person
    return turn.memory.pending is None and not turn.new_needs and not moved


def asks_of_a_list(turn: Turn) -> bool:
    """Whether the message speaks of a list and asks for no new need."""
    case = turn.memory.case
    return bool(case.needs) and not case.heard and turn.heard.act in ABOUT_A_LIST
