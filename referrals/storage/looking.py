"""Look without writing: the first statement that would write ends the attempt."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from sqlalchemy import Engine, event

_EVENT = "before_cursor_execute"
_WRITES = ("INSERT", "UPDATE", "DELETE")
_looking: ContextVar[bool] = ContextVar("looking", default=False)


class WouldWrite(BaseException):
    """Raised instead of the statement."""


@contextmanager
def only_looking(engine: Engine) -> Iterator[None]:
    """Statements of this thread that write raise WouldWrite until the block ends."""
    if not event.contains(engine, _EVENT, _refuse):
        event.listen(engine, _EVENT, _refuse)
    token = _looking.set(True)
    try:
        yield
    finally:
        _looking.reset(token)


def _refuse(_connection: Any, _cursor: Any, statement: str, *_: Any) -> None:
    if _looking.get() and statement.lstrip()[:6].upper() in _WRITES:
        raise WouldWrite
