"""Whatever is asked: each number, link, price, hour and age in a reply stands in a record or a fixed text."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from porchlight.evaluation.client import Conversation, words_of
from porchlight.processes.stack import Stack, running_stack
from porchlight.settings import Settings

pytestmark = [pytest.mark.stack, pytest.mark.timeout(900)]
ROOT = Path(__file__).resolve().parents[2]
CONVERSATIONS = 180
PLACES = ("45402", "Tucson AZ", "nashville tn", "33125", "Los Angeles County", "boise idaho", "10453",
          "Bangor Maine", "orleans parish", "San Juan PR", "Anchorage", "ohio")  # fmt: skip
GO_ON = ("1", "2", "more", "how much does it cost", "what are the hours", "who can get it", "what should i bring",
         "something free", "closer", "what was that number again", "and rent help", "help", "PERSON", "3",
         "cuanto cuesta", "no that is not it", "my mom lives in toledo ohio", "any news?")  # fmt: skip
LINK = re.compile(r"https?://\S+|\b[a-z0-9-]+\.(?:gov|org|com|net)\b\S*")
NUMBER = re.compile(r"\d+(?:[-.]\d+)+|\$?\d+(?:[.,:]\d+)*")
DIGITS = re.compile(r"\d+")


@pytest.fixture(scope="module")
def stack() -> Iterator[Stack]:
    with running_stack(Settings.read(), {"RATE_LIMIT": "100000 per minute"}) as running:
        yield running


@pytest.fixture(scope="module")
def sourced() -> tuple[str, set[str]]:
    """All that stands in records and reviewed texts, and its runs of digits without separators."""
    files = [
        *(ROOT / "data" / "directory").glob("*.csv"),
        *(ROOT / "data" / "wording").glob("*.yml"),
    ]
    files += [*(ROOT / "bot" / "domain").glob("*.yml"), ROOT / "data" / "needs.csv"]
    text = "\n".join(path.read_text("utf-8") for path in files)
    runs = set(DIGITS.findall(text))
    runs |= {"".join(DIGITS.findall(match)) for match in NUMBER.findall(text)}
    runs |= {run.removeprefix("1") for run in runs if len(run) == 11}
    return text, runs


def unsourced(reply: str, said: str, sourced: tuple[str, set[str]]) -> list[str]:
    """Links and numbers of `reply` that neither a source nor the person's own words explain."""
    text, runs = sourced
    wrong = [link for link in LINK.findall(reply) if link.rstrip(".,)") not in text]
    for written in NUMBER.findall(LINK.sub(" ", reply)):
        digits = "".join(DIGITS.findall(written))
        bare = digits.removeprefix("1") if len(digits) == 11 else digits
        parts = DIGITS.findall(written)
        known = bare in runs or all(part in runs or len(part) < 2 for part in parts)
        if len(bare) >= 7:
            known = bare in runs
        if len(bare) > 1 and not known and not all(part in said for part in parts):
            wrong.append(written)
    return wrong


def test_a_made_up_number_would_be_found(sourced: tuple[str, set[str]]) -> None:
    assert unsourced("Call 1-202-555-0188.", "need a ride", sourced)
    assert unsourced("See made-up-helpers.org today", "need a ride", sourced)
    assert not unsourced("Call 1-800-677-1116.", "need a ride", sourced)


def test_every_number_and_link_has_a_source(stack: Stack, sourced: tuple[str, set[str]]) -> None:
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
                found = unsourced(reply, " ".join(turns[:count]), sourced)
                wrong += [(turn, found, reply)] if found else []
    assert not wrong, [(turn, found) for turn, found, _ in wrong[:12]]
