"""From the webhook to the texts for its response: taken in, answered in order, collected in time.

The text is written down before anything else. A pool answers the conversation's texts one by one, the
earliest first. The webhook collects the answer; after `wait_s` it says 'one moment' and the outbox sends
the answer when it is there. What a dead worker left is taken up by `take_up_left_over`.
"""

from __future__ import annotations

import threading
import time
import uuid
from concurrent.futures import Future, wait
from dataclasses import dataclass, replace
from functools import partial

import structlog

from gateway.dialogue import StoppingError
from gateway.sms.handler import TextLine
from gateway.sms.keywords import is_help, is_start, is_stop
from gateway.sms.lines import Lines
from gateway.sms.order import Order
from gateway.sms.parts import APART_S, WAIT_S, join, looks_cut
from gateway.sms.pool import Pool
from gateway.sms.segments import count_segments
from referrals.outbox.inbox import HandedText, Inbox, Message, Reply
from referrals.outbox.queue import utc_now
from referrals.outbox.second_try import SecondTry

_log = structlog.get_logger()
_LOOK_EVERY_S = 0.1
_LEFT_OVER_S = 2.0
# Each try that ends with a dead worker counts; a message that kills its workers ends some time.
_MOST_TRIES = 20
# Nobody types this fast: it is a phone that answers by itself, and so would we.
_FLOOD, _FLOOD_S = 40, 600.0


@dataclass(frozen=True)
class Inbound:
    """What a webhook says, as far as we need it. `tokens` name the message, whoever delivers it again."""

    number: str
    text: str
    pictures: int = 0
    tokens: tuple[str, ...] = ()
    carrier_did: str | None = None
    pretend: bool = False


class Reception:
    """Receives texts."""

    def __init__(
        self,
        line: TextLine,
        lines: Lines,
        inbox: Inbox,
        order: Order,
        wait_s: float,
        stopping: threading.Event | None = None,
        second_try: SecondTry | None = None,
    ) -> None:
        self._line = line
        self._lines = lines
        self._inbox = inbox
        self._order = order
        self._wait_s = wait_s
        self._pool = Pool()
        self._second_try = second_try
        self._stopping = stopping or threading.Event()

    def conversation_of(self, number: str, pretend: bool = False) -> tuple[str, bool]:
        """The conversation of a phone, and whether it has opted out."""
        conversation = self._lines.conversation(number, pretend)
        return conversation, self._lines.state(conversation).opted_out

    def receive(self, inbound: Inbound) -> list[HandedText]:
        """The texts for the response; of several deliveries of one message one gets them."""
        deadline = time.monotonic() + self._wait_s
        conversation = self._lines.seen(inbound.number, inbound.pretend)
        tokens = inbound.tokens or (uuid.uuid4().hex,)
        segments = count_segments(inbound.text)
        message_id = self._inbox.take_in(
            conversation, tokens, inbound.text, inbound.pictures, inbound.carrier_did, segments
        )
        answered = self._begin(conversation, inbound.text, message_id)
        while (texts := self._inbox.collect(message_id)) is None:
            left = deadline - time.monotonic()
            if left <= 0:
                return self._inbox.stop_waiting(message_id, self._line.moment(conversation))
            _wait(answered, min(left, _LOOK_EVERY_S))
        if not texts and self._second_try is not None:
            return self._second_try.texts(message_id, deadline)
        return texts

    def take_up_left_over(self) -> int:
        """Answer what a worker that died has left; returns in how many conversations."""
        return sum(begun.result() for begun in self._begin_left_over())

    def watch(self) -> None:
        """Take up what is left over, from now on, in a thread of its own."""
        threading.Thread(target=self._watch, name="left-over texts", daemon=True).start()

    def stop(self) -> None:
        """Finish the texts in hand; the others are left to whoever comes next."""
        self._stopping.set()
        self._pool.stop()

    def _watch(self) -> None:
        while not self._stopping.wait(_LEFT_OVER_S):
            try:
                self._begin_left_over()
            except Exception as error:  # the next round may work
                _log.error("left-over texts failed", kind=type(error).__name__)

    def _begin_left_over(self) -> list[Future[bool]]:
        """In threads of the pool, so that one that takes long holds up no other."""
        return [
            self._pool.begin_left_over(conversation, partial(self._answer_if_free, conversation))
            for conversation in self._inbox.left_over(_LEFT_OVER_S)
        ]

    def _begin(self, conversation: str, text: str, message_id: int) -> Future[None]:
        """In order, but a cry for help waits neither behind a message that takes long nor for a thread."""
        with self._order.if_free(conversation) as free:
            busy = not free or self._pool.full
        if busy and self._line.is_crisis(text):
            return self._pool.begin(partial(self._answer_at_once, message_id), urgent=True)
        return self._pool.begin(partial(self._answer_all, conversation))

    def _answer_all(self, conversation: str) -> None:
        with self._order.of(conversation, self._stopping) as mine:
            if mine:
                self._answer_in_order(conversation)

    def _answer_if_free(self, conversation: str) -> bool:
        with self._order.if_free(conversation) as free:
            if free:
                self._answer_in_order(conversation)
            return free

    def _answer_at_once(self, message_id: int) -> None:
        message = self._inbox.unanswered(message_id)
        if message is not None:
            self._inbox.answer([message], self._reply(message))

    def _answer_in_order(self, conversation: str) -> None:
        while (
            not self._stopping.is_set()
            and (message := self._inbox.next_of(conversation)) is not None
        ):
            parts, whole = self._whole(message)
            self._inbox.answer(parts, self._reply(whole))

    def _reply(self, message: Message) -> Reply:
        if message.tries > _MOST_TRIES:
            return self._line.fall_back(message)
        try:
            if self._inbox.recent(message.conversation, _FLOOD_S) > _FLOOD:
                return self._line.flooded(message)
            return self._line.answer(message)
        except StoppingError:
            raise
        except Exception as error:  # one message must not hold up those behind it
            # The type only: a message could hold what somebody wrote.
            _log.error("a text could not be answered", kind=type(error).__name__)
            return self._line.fall_back(message)

    def _whole(self, message: Message) -> tuple[list[Message], Message]:
        """The message in all its parts, and as one. Waits a little where more is likely to come."""
        parts = [message]
        until = time.monotonic() + WAIT_S - (utc_now() - message.at).total_seconds()
        while looks_cut(parts[-1].text, len(parts)):
            more = self._inbox.following(parts[-1], APART_S)
            if more is not None:
                if _stands_alone(more):
                    break
                parts.append(more)
                until = time.monotonic() + WAIT_S
            elif time.monotonic() >= until:
                break
            else:
                time.sleep(_LOOK_EVERY_S)
        # Heard with fewer parts before, it would be another message.
        key = "+".join(part.key for part in parts)
        return parts, replace(message, text=join([part.text for part in parts]), key=key)


def _stands_alone(message: Message) -> bool:
    text = message.text
    return bool(message.pictures) or is_stop(text) or is_help(text) or is_start(text, True)


def _wait(answered: Future[None], seconds: float) -> None:
    """Until the pool is done, `seconds` at most; another worker may be the one that answers."""
    if answered.done():
        time.sleep(seconds)
    else:
        wait([answered], timeout=seconds)
