"""One at a time, inside a transaction. SQLite has one writer anyway; PostgreSQL is asked for a lock of its own."""

from __future__ import annotations

import zlib

from sqlalchemy import Connection, text
from sqlalchemy.orm import Session


def one_at_a_time(where: Session | Connection, name: str) -> None:
    """Wait until no other transaction holds `name`; it is free again when this one ends."""
    connection = where.connection() if isinstance(where, Session) else where
    if connection.dialect.name == "postgresql":
        key = zlib.crc32(name.encode())
        connection.execute(text("SELECT pg_advisory_xact_lock(7045, :key)"), {"key": key - 2**31})
