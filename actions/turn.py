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
    # The request before is meant for this person: "it's for my husband".
    named_person: bool = False
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
    # A loss is told, and how it goes since.
    mourns: bool = False
    # The place that was told is the writer's own, and help is needed where somebody else lives.
    writer_elsewhere: bool = False

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
        from actions.ask_detail import answer_detail  # noqa: PLC0415
        from actions.asks_person import asks_plainly_for_a_person  # noqa: PLC0415
        from actions.details import about_a_listed_service  # noqa: PLC0415
        from actions.earlier import points_back  # noqa: PLC0415
        from actions.follow_on import answer_follow_on  # noqa: PLC0415
        from actions.follow_up import ask_when_due  # noqa: PLC0415 (they use this module)
        from actions.gentle import be_gentle  # noqa: PLC0415 (they use this module)
        from actions.mourning import say_sorry  # noqa: PLC0415
        from actions.one_number import answer_number  # noqa: PLC0415
        from actions.open_question import answer_open_question  # noqa: PLC0415 (they use this module)
        from actions.open_request import answer_about_request  # noqa: PLC0415
        from actions.our_part import answer_about_us  # noqa: PLC0415
        from actions.referral import ask_next, hold, resume  # noqa: PLC0415
        from actions.remarks import answer_remark  # noqa: PLC0415
        from actions.remember import remember  # noqa: PLC0415
        from actions.same_list import say_only_told  # noqa: PLC0415
        from actions.show import find_help  # noqa: PLC0415
        from actions.turned_down import note_turned_down  # noqa: PLC0415
        from actions.where_told import answer_destination  # noqa: PLC0415

        open_before = turn.memory.pending
        turn.language_before = turn.memory.language
        remember(turn)
        be_gentle(turn)
        say_sorry(turn)
        if not (open_before or "").startswith("referral_") and turn.memory.shown:
            note_turned_down(turn)
        if turn.heard.answered_elsewhere:
            # The gateway answers with fixed words. What was shown before stays as it was seen; nobody is asked for
            # a name or a number after that.
            turn.memory.page["covered"] = True
            if (open_before or "").startswith("referral_"):
                hold(turn, (open_before or "").removeprefix("referral_"))
            return
        if answer_about_request(turn):
            return
        if turn.memory.pending == "place_choice" and open_before != "place_choice":
            # The message itself raised the question which place is meant: it is not its own answer.
            find_help(turn)
        elif turn.new_person and turn.memory.shown and asks_of_a_list(turn):
            # "The ones for my uncle": his list, not the numbers of hers.
            find_help(turn)
        elif answer_destination(turn) or answer_about_us(turn) or answer_open_question(turn):
            pass
        elif asks_plainly_for_a_person(turn.heard.plain):
            ask_next(turn, start=True)
        elif answer_follow_on(turn) or answer_number(turn) or answer_remark(turn):
            pass
        elif about_a_listed_service(turn) and not turn.memory.case.heard:
            answer_detail(turn)
        elif points_back(turn) or not (turn.heard.doubted and say_only_told(turn)):
            self.answer(turn)
        resume(turn)
        ask_when_due(turn)

    @abstractmethod
    def answer(self, turn: Turn) -> None:
        """Do what this action is for."""


def _outcome(turn: Turn, tracker: Tracker) -> Outcome:
    for message in turn.dispatcher.messages:
        # Rasa speaks before it sets slots: the language of this answer travels with it.
        message["language"] = turn.language
    return Outcome(messages=turn.dispatcher.messages, events=turn.memory.events(tracker))


def asks_of_a_list(turn: Turn) -> bool:
    """Whether the message speaks of a list and asks for no new need."""
    case = turn.memory.case
    return bool(case.needs) and not case.heard and turn.heard.act in ABOUT_A_LIST
