"""Locks that several machines share, in PostgreSQL. They are free as soon as the process that holds them dies."""

from __future__ import annotations

import threading

from sqlalchemy import Connection, Engine, text
from sqlalchemy.exc import DBAPIError

_OURS = 7046


class SharedLocks:
    """Numbered locks of the whole process, over one connection of its own.

    PostgreSQL gives a lock to a connection, so within one process the caller lets one thread at a time ask
    for a number (gateway/sms/order.py does, by a file lock).
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine.execution_options(isolation_level="AUTOCOMMIT")
        self._connection: Connection | None = None
        self._mutex = threading.Lock()

    def take(self, number: int) -> bool:
        """Whether the lock is ours now; never waits."""
        return self._ask("SELECT pg_try_advisory_lock(:ours, :number)", number)

    def give_back(self, number: int) -> None:
        """Let others have it. After a broken connection it is free already."""
        self._ask("SELECT pg_advisory_unlock(:ours, :number)", number)

    def _ask(self, query: str, number: int) -> bool:
        with self._mutex:
            for last in (False, True):
                try:
                    if self._connection is None:
                        self._connection = self._engine.connect()
                    found = self._connection.execute(text(query), {"ours": _OURS, "number": number})
                    return bool(found.scalar())
                except DBAPIError:
                    # The server was started again; with the connection its locks are gone too.
                    self._drop()
                    if last:
                        raise
            return False

    def _drop(self) -> None:
        if self._connection is not None:
            self._connection.invalidate()
            self._connection.close()
            self._connection = None


def shared_locks(engine: Engine) -> SharedLocks | None:
    """Where the database is shared by machines; SQLite is a file of this one."""
    return SharedLocks(engine) if engine.dialect.name == "postgresql" else None
