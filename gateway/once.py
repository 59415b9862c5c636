"""A message that is sent again because the line broke is answered with the same answer, not taken twice."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from gateway.sms.order import Order
from referrals.answers import Answers


class Once:
    """One message of a conversation at a time; a message id that was answered gives that answer again."""

    def __init__(self, order: Order, answers: Answers) -> None:
        self._order = order
        self._answers = answers

    def answer(
        self, conversation: str, message_id: str | None, make: Callable[[], dict[str, Any]]
    ) -> dict[str, Any]:
        """`make()`, or what it gave for the same id before. Without an id it is simply made.

        The lock is held while the answer is made, so a repeat that comes meanwhile waits for it; when the
        first attempt died on the way, the lock is free, nothing is kept, and the answer is made again.
        """
        with self._order.of(conversation):
            if message_id is None:
                return make()
            earlier: dict[str, Any] | None = self._answers.given(conversation, message_id)
            if earlier is not None:
                return earlier
            answer = make()
            self._answers.keep(conversation, message_id, answer)
            return answer
