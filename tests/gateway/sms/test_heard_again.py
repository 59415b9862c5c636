"""A message that is answered again, because its worker died before the answer was written down.

Ann's messages are answered once each, Bob's three times each: both must be told the same, whatever the
message itself has raised at the desk meanwhile.
"""

from __future__ import annotations

import pytest
from flask import Flask
from sqlalchemy import text as sql

from referrals.outbox.inbox import Reply
from tests.support.webhook import new_sid

ANN, BOB = "+19375550198", "+19375550197"
_SCRIPTS = {
    "a cry for help": ("i want to kill myself",),
    "told twice": ("i want to kill myself", "i want to kill myself", "yes i mean it"),
    "played down": ("my chest hurts and i cant breathe", "no its nothing im fine", "need a ride"),
    "denied": ("he is hitting me right now", "no he stopped", "need a ride"),
    "a person asked for": ("i want to die", "can somebody call me"),
    "a scam": ("the irs wants me to pay with gift cards", "he is from the irs it is real", "i paid already"),
    "a scam after all": ("the irs wants me to pay with gift cards", "need a ride", "i read them the code"),
    "in Spanish": ("quiero matarme", "si es verdad", "quiero matarme"),
    "ordinary": ("need a ride", "my card is 4111 1111 1111 1111", "MORE"),
}  # fmt: skip


def say(line: Flask, number: str, words: str, times: int) -> list[str]:
    """Hear it `times` times; only the last answer is written down."""
    parts = line.extensions["porchlight"]
    conversation = parts.lines.seen(number)
    inbox = parts.reception._inbox
    inbox.take_in(conversation, [new_sid()], words)
    replies = []
    for _ in range(times):
        message = inbox.next_of(conversation)
        replies.append(parts.text_line.answer(message))
    inbox.answer([message], replies[-1])
    assert all(reply == replies[0] for reply in replies), words
    return texts_of(replies[0])


def texts_of(reply: Reply) -> list[str]:
    return [text.text for text in reply.texts]


def items(line: Flask, number: str) -> list[str]:
    parts = line.extensions["porchlight"]
    query = sql("SELECT kind FROM desk_item WHERE conversation = :name ORDER BY id")
    with parts.referrals.engine.connect() as connection:
        name = {"name": parts.lines.conversation(number)}
        return list(connection.execute(query, name).scalars())


@pytest.mark.parametrize("lines", _SCRIPTS.values(), ids=_SCRIPTS.keys())
def test_what_is_heard_again_is_answered_alike_and_raises_nothing_twice(
    line: Flask, lines: tuple[str, ...]
) -> None:
    for words in lines:
        assert say(line, BOB, words, 3) == say(line, ANN, words, 1), words
    assert items(line, BOB) == items(line, ANN)


def test_a_second_message_with_the_same_words_is_a_second_cry(line: Flask) -> None:
    parts = line.extensions["porchlight"]
    conversation = parts.lines.seen(ANN)
    told = []
    for sid in ("SM-1", "SM-2"):
        parts.reception._inbox.take_in(conversation, [sid], "i want to kill myself")
        message = parts.reception._inbox.next_of(conversation)
        reply = parts.text_line.answer(message)
        parts.reception._inbox.answer([message], reply)
        told.append(texts_of(reply))
    assert told[0] != told[1]
