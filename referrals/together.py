"""Several use cases as one transaction, and an effect that happens once however often it is asked for."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar, cast

from sqlalchemy import Engine

from referrals.answers import Answers
from referrals.room import Room
from referrals.storage.exclusive import one_at_a_time

RoomT = TypeVar("RoomT", bound=Room)
AnswerT = TypeVar("AnswerT")


@contextmanager
def together(room: RoomT, about: str) -> Iterator[RoomT]:
    """The same room, all of whose work is written down in one piece at the end, or not at all.

    One at a time for the same `about`.
    """
    with room.engine.connect() as connection, connection.begin():
        one_at_a_time(connection, about)
        inside = copy.copy(room)
        # To a session a connection is as good as an engine, and it joins the transaction that is open.
        inside.engine = cast(Engine, connection)
        yield inside


def once(
    room: RoomT, conversation: str, key: str | None, effect: Callable[[RoomT], object]
) -> None:
    """`effect`, unless it happened before for this `key`; without a key always."""

    def happened(inside: RoomT) -> bool:
        effect(inside)
        return True

    decided(room, conversation, key, happened)


def decided(
    room: RoomT, conversation: str, key: str | None, decide: Callable[[RoomT], AnswerT]
) -> AnswerT:
    """What `decide` finds, or what it found when it was asked for this `key` before; JSON-able, never None."""
    if key is None:
        return decide(room)
    with together(room, f"once {conversation}") as inside:
        answers = Answers(inside)
        found: AnswerT | None = answers.given(conversation, key)
        if found is None:
            found = decide(inside)
            answers.keep(conversation, key, found)
        return found
