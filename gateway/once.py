"""A message that is sent again because the line broke is answered with the same answer, not taken twice."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from typing import Any

from gateway.sms.lines import Lines
from gateway.sms.order import Order


class Once:
    """One message of a conversation at a time; a message id that was answered gives that answer again."""

    def __init__(self, order: Order, lines: Lines) -> None:
        self._order = order
        self._lines = lines

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
            token = "web-" + hashlib.sha256(f"{conversation} {message_id}".encode()).hexdigest()
            self._lines.first_time(token, conversation)
            kept = self._lines.earlier_answer(token)
            if kept is not None:
                earlier: dict[str, Any] = json.loads(kept)
                return earlier
            answer = make()
            self._lines.answered(token, json.dumps(answer, ensure_ascii=False))
            return answer
