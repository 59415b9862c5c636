from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from rasa_sdk.executor import CollectingDispatcher

from actions.heard import Heard
from actions.memory import Memory
from actions.needs.remember import remember
from actions.talk.gentle import be_gentle
from actions.turn import Turn


def turn(until: datetime | None, crisis: str | None = None) -> Turn:
    memory = Memory(gentle_until=until.isoformat() if until else None)
    heard = Heard("need a ride", "ask_need", metadata={"crisis": crisis} if crisis else {})
    return Turn("web-1", memory, heard, CollectingDispatcher())


@pytest.mark.parametrize(
    ("hours", "crisis", "said"),
    [(3, None, True), (-1, None, False), (None, None, False), (3, "suicide", False)],
)
def test_one_kind_word_after_a_crisis(hours: int | None, crisis: str | None, said: bool) -> None:
    until = None if hours is None else datetime.now(UTC) + timedelta(hours=hours)
    spoken = turn(until, crisis)
    be_gentle(spoken)
    assert bool(spoken.dispatcher.messages) is said
    be_gentle(spoken)
    assert len(spoken.dispatcher.messages) == int(said)


@pytest.mark.parametrize(("crisis", "kept"), [("suicide", True), ("abuse_now", False)])
def test_after_abuse_nothing_of_it_comes_up_again(crisis: str, kept: bool) -> None:
    spoken = turn(None, crisis)
    remember(spoken)
    assert (spoken.memory.gentle_until is not None) is kept


def test_a_scam_that_the_gateway_answers_does_not_use_up_the_kind_word() -> None:
    spoken = turn(datetime.now(UTC) + timedelta(hours=3))
    spoken.heard.metadata["fixed"] = True
    be_gentle(spoken)
    assert not spoken.dispatcher.messages
    assert spoken.memory.gentle_until is not None
