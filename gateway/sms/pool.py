"""Threads that answer texts, and some that only a cry for help may take."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar

_ORDINARY, _URGENT = 64, 8
ResultT = TypeVar("ResultT")


class Pool:
    """While the bot is away each text holds a thread for up to `SMS_ANSWER_LIMIT_S` seconds."""

    def __init__(self, ordinary: int = _ORDINARY, urgent: int = _URGENT) -> None:
        self._size = ordinary
        self._ordinary = ThreadPoolExecutor(ordinary, thread_name_prefix="texts")
        self._urgent = ThreadPoolExecutor(urgent, thread_name_prefix="urgent texts")
        self._lock = threading.Lock()
        self._at_work: set[Future[object]] = set()
        self._left_over: dict[str, Future[bool]] = {}

    @property
    def full(self) -> bool:
        """Whether a text would have to wait for a thread."""
        return len(self._at_work) >= self._size

    def begin(self, work: Callable[[], ResultT], urgent: bool = False) -> Future[ResultT]:
        """Do `work` in a thread. After `stop` nothing begins: the future that is returned is cancelled."""
        try:
            future = (self._urgent if urgent else self._ordinary).submit(work)
        except RuntimeError:
            # A request that came in as we stop: its text is written down, and another worker takes it up.
            future = Future()
            future.cancel()
            return future
        if not urgent:
            self._at_work.add(future)  # type: ignore[arg-type]
            future.add_done_callback(self._at_work.discard)
        return future

    def begin_left_over(self, conversation: str, work: Callable[[], bool]) -> Future[bool]:
        """The same, unless it was begun for this conversation and is not done yet."""
        with self._lock:
            begun = self._left_over.get(conversation)
            if begun is None or begun.done():
                begun = self._left_over[conversation] = self.begin(work)
                begun.add_done_callback(lambda done: self._forget(conversation, done))
            return begun

    def stop(self) -> None:
        """What has not begun never begins; returns when what was in hand is done."""
        self._ordinary.shutdown(cancel_futures=True)
        self._urgent.shutdown()

    def _forget(self, conversation: str, done: Future[bool]) -> None:
        if self._left_over.get(conversation) is done:
            self._left_over.pop(conversation, None)
