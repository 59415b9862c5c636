"""Whatever is asked: each number, link, price, hour and age in a reply stands in a record or a fixed text."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from porchlight.evaluation.client import Conversation, words_of
from porchlight.processes.stack import Stack, running_stack
from porchlight.settings import Settings
from tests.support.sourced import Sources

pytestmark = [pytest.mark.stack, pytest.mark.timeout(900)]
ROOT = Path(__file__).resolve().parents[2]
CONVERSATIONS = 180
PLACES = ("45402", "Tucson AZ", "nashville tn", "33125", "Los Angeles County", "boise idaho", "10453",
          "Bangor Maine", "orleans parish", "San Juan PR", "Anchorage", "ohio")  # fmt: skip
GO_ON = ("1", "2", "more", "how much does it cost", "what are the hours", "who can get it", "what should i bring",
         "something free", "closer", "what was that number again", "and rent help", "help", "PERSON", "3",
         "cuanto cuesta", "no that is not it", "my mom lives in toledo ohio", "any news?")  # fmt: skip


@pytest.fixture(scope="module")
def stack() -> Iterator[Stack]:
    with running_stack(Settings.read(), {"RATE_LIMIT": "100000 per minute"}) as running:
        yield running


@pytest.fixture(scope="module")
def sources() -> Sources:
    return Sources.of(ROOT)


def test_a_made_up_number_would_be_found(sources: Sources) -> None:
    assert sources.unsourced("Call 1-202-555-0188.", "need a ride")
    assert sources.unsourced("See made-up-helpers.org today", "need a ride")
    assert not sources.unsourced("Call 1-800-677-1116.", "need a ride")


def test_every_number_and_link_has_a_source(stack: Stack, sources: Sources) -> None:
    chance = random.Random(20261127)
    path = ROOT / "data" / "evaluation" / "understanding" / "messages.jsonl"
    asked = [json.loads(line)["text"] for line in path.read_text("utf-8").splitlines()]
    wrong = []
    with httpx.Client() as client:
        for _ in range(CONVERSATIONS):
            turns = [chance.choice(asked), chance.choice(PLACES), *chance.sample(GO_ON, 4)]
            conversation = Conversation(stack.url, client)
            for count, turn in enumerate(turns, start=1):
                reply = words_of(conversation.say(turn))
                found = sources.unsourced(reply, " ".join(turns[:count]))
                wrong += [(turn, found, reply)] if found else []
    assert not wrong, [(turn, found) for turn, found, _ in wrong[:12]]
