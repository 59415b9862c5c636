"""A message that the bot hears again, because a process died on the way, does its work once.

Rasa writes a turn down at its end. If it dies before, it hears the message again with the memory of
before, so whatever an action only looks up comes out the same. What an action writes into the database
(a referral, a desk item) would be written twice. So an action that writes is run again from its
beginning in one transaction, together with a record of what it said; whoever comes later for the same
message gets the record.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypedDict

from actions import rooms
from referrals.answers import Answers
from referrals.storage.looking import WouldWrite, only_looking
from referrals.together import together


class Outcome(TypedDict):
    """What an action leads to, as it goes to Rasa."""

    messages: list[dict[str, Any]]
    events: list[dict[str, Any]]


def once(conversation: str, message_id: str | None, act: Callable[[], Outcome]) -> Outcome:
    """`act()`, or what it led to when the same message was heard before. `act` may be called twice.

    When `act` raises, nothing that it wrote stays.
    """
    if message_id is None:
        return act()
    try:
        with only_looking(rooms.desk().engine):
            return act()
    except WouldWrite:
        return _in_one_piece(conversation, f"turn {message_id}", act)


def _in_one_piece(conversation: str, key: str, act: Callable[[], Outcome]) -> Outcome:
    with together(rooms.desk(), f"turn {conversation}") as desk, rooms.desk_is(desk):
        answers = Answers(desk)
        earlier: Outcome | None = answers.given(conversation, key)
        if earlier is not None:
            return earlier
        outcome = act()
        answers.keep(conversation, key, outcome)
        return outcome
