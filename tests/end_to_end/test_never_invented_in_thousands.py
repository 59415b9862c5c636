"""Thousands of generated conversations, through the actions and both channels' renderers, without the processes.

What the bot would have understood is drawn at random, so that every turn of speech meets every state.
"""

from __future__ import annotations

import asyncio
import os
import random
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
import yaml
from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions import all as every_action
from actions import rooms
from actions.turn import TurnAction
from gateway.answer import Answer
from gateway.dialogue import BotMessage
from gateway.replies import plain_text
from gateway.sms.render import render
from resources_index.index.needs import need_ids
from tests.support.sourced import Sources

pytestmark = [pytest.mark.stack, pytest.mark.timeout(900)]
ROOT = Path(__file__).resolve().parents[2]
CONVERSATIONS, TURNS = 2000, 4
PLACES = ("45402", "Tucson AZ", "nashville tn", "33125", "Los Angeles County", "boise idaho", "10453", "78207",
          "Bangor Maine", "orleans parish", "San Juan PR", "Anchorage", "ohio", "96813", "fargo nd", "59715")  # fmt: skip
WORDS = ("need {need} in {place}", "{place}", "how much does it cost", "what are the hours", "who can get it", "more",
         "que horario tienen", "something free", "closer", "1", "2", "3", "and also {need}", "my mom is 84 in {place}",
         "what was that number again", "Ann Smith, 937-555-0142", "yes", "no", "mornings")  # fmt: skip
DETAIL_ACTS = ("ask_detail", "more", "closer", "free_only", "choose", "repeat", "add_need")


@dataclass
class Talk:
    """One conversation: its slots, as Rasa would keep them, and what has been said."""

    name: str
    slots: dict[str, Any] = field(default_factory=dict)
    said: str = ""


@pytest.fixture(scope="module")
def answering() -> dict[str, TurnAction]:
    """The action of each act, as the rules name it."""
    classes = [getattr(every_action, name) for name in every_action.__all__]
    actions = {action.name(): action for action in (each() for each in classes)}
    rules = yaml.safe_load((ROOT / "data/dialogue/rules/rules.yml").read_text("utf-8"))["rules"]
    steps = [rule["steps"] for rule in rules]
    return {first["intent"]: actions[then["action"]] for first, then in steps}


@pytest.fixture(scope="module")
def responses() -> dict[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = {}
    for path in (ROOT / "bot" / "domain").glob("*.yml"):
        found.update(yaml.safe_load(path.read_text("utf-8")).get("responses") or {})
    return found


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A desk of its own: what people would have asked for must not reach anybody."""
    monkeypatch.setitem(os.environ, "DATABASE_URL", f"sqlite:///{tmp_path / 'desk.db'}")
    rooms.opened_desk.cache_clear()
    yield
    rooms.opened_desk.cache_clear()


def parsed(talk: Talk, chance: random.Random, first: bool, acts: list[str]) -> dict[str, Any]:
    """A message with what the bot might have understood of it."""
    need = chance.choice(need_ids())
    text = WORDS[0] if first else chance.choice(WORDS)
    text = text.format(need=need.replace("_", " "), place=chance.choice(PLACES))
    act = "ask_need" if first else chance.choice([*acts, *DETAIL_ACTS])
    asks = first or "{need}" in text or chance.random() < 0.4
    talk.said += " " + text
    return {
        "text": text,
        "intent": {"name": act},
        "needs": [{"need_id": need, "score": round(chance.uniform(0.3, 1.0), 2)}] if asks else [],
        "guesses": [{"need_id": n, "score": 0.2} for n in chance.sample(need_ids(), 3)],
        "number": int(text) if text in ("1", "2", "3") else None,
        "about": chance.choice([None, None, "mother", "self"]),
        "spoken": chance.choice(["en", "es"]),
        "metadata": {"channel": talk.name.split("-")[0]},
    }


def answered(action: TurnAction, talk: Talk, message: dict[str, Any]) -> list[dict[str, Any]]:
    """What the action says; the slots it sets are kept."""
    dispatcher = CollectingDispatcher()
    tracker = Tracker(talk.name, talk.slots, message, [], False, None, {}, "action_listen")
    for event in asyncio.run(action.run(dispatcher, tracker, {})):
        if event.get("event") == "slot":
            talk.slots[event["name"]] = event["value"]
    said: list[dict[str, Any]] = dispatcher.messages
    return said


def in_words(
    message: dict[str, Any], responses: dict[str, list[dict[str, Any]]], language: str
) -> BotMessage:
    """One message as the channel gets it, with the domain's words for the language."""
    text = message.get("text") or ""
    if message.get("response"):
        texts = [r["text"] for r in responses[message["response"]] if _is_for(r, language)]
        text = re.sub(r"{(\w+)}", lambda m: str(message.get(m[1], m[0])), texts[0])
    choices = [{"label": b["title"], "text": b["payload"]} for b in message.get("buttons") or []]
    return BotMessage(text, tuple(choices), message.get("custom") or None)


def _is_for(response: dict[str, Any], language: str) -> bool:
    return all(c.get("value") == language for c in response.get("condition") or [])


def shown(messages: list[BotMessage], language: str) -> str:
    """All that either channel would show."""
    answer = Answer(messages, {}, language)
    texts = [plan.text for plan in render(answer)]
    return "\n".join([*texts, *(plain_text(message, language) for message in messages)])


def test_every_number_and_link_of_thousands_of_conversations_has_a_source(
    desk: None,
    answering: dict[str, TurnAction],
    responses: dict[str, list[dict[str, Any]]],
) -> None:
    sources, chance = Sources.of(ROOT), random.Random(20261130)
    acts = sorted(answering)
    wrong, failed, phones = [], 0, 0
    for count in range(CONVERSATIONS):
        talk = Talk(f"{chance.choice(['sms', 'web'])}-{count}")
        for turn in range(TURNS):
            message = parsed(talk, chance, turn == 0, acts)
            said = answered(answering[message["intent"]["name"]], talk, message)
            failed += any(each.get("response") == "utter_trouble" for each in said)
            language = talk.slots.get("language") or "en"
            reply = shown([in_words(each, responses, language) for each in said], language)
            phones += bool(re.search(r"\d{3}-\d{3}-\d{4}", reply))
            found = sources.unsourced(reply, talk.said)
            wrong += [(message["text"], found)] if found else []
    assert not wrong, wrong[:12]
    assert failed == 0, "actions that failed"
    assert phones > CONVERSATIONS, "the conversations must lead to numbers, or nothing was proved"
