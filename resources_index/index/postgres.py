"""The only file that knows PostgreSQL: services with their vectors and filters in one table.

The vectors are compared exactly (`<=>` over the few rows that the filters leave). An approximate pgvector index would
be asked first and filtered afterwards, and behind a county's filter finds next to nothing.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any, cast

import numpy as np
import psycopg
from numpy.typing import NDArray
from pgvector.psycopg import register_vector
from psycopg import sql

from resources_index.directory import ServiceRecord
from resources_index.index.manifest import Manifest, StaleIndexError, digest_of_text
from resources_index.index.serving import keys_of

_STALE = "The search tables in PostgreSQL are out of date. Run: porchlight index build"
_COLUMNS = (
    "id", "digest", "serves", "radius_miles", "latitude", "longitude",
    "status", "minimum_age", "maximum_age", "veteran_only", "is_free", "languages", "embedding",
)  # fmt: skip
_SCHEMA = """
CREATE EXTENSION IF NOT EXISTS vector;
CREATE TABLE IF NOT EXISTS search_services (
    id text PRIMARY KEY, digest text NOT NULL, serves text[] NOT NULL,
    radius_miles double precision,
    latitude double precision, longitude double precision, status text NOT NULL, minimum_age int,
    maximum_age int, veteran_only boolean NOT NULL, is_free boolean, languages text[] NOT NULL,
    embedding vector({dimension}) NOT NULL
);
CREATE TABLE IF NOT EXISTS search_build (only_one boolean PRIMARY KEY DEFAULT true, manifest jsonb NOT NULL);
CREATE INDEX IF NOT EXISTS search_services_serves ON search_services USING gin (serves);
"""
# Great-circle miles, as resources_index.search.area counts them.
_MILES = """2 * 3958.8 * asin(sqrt(
    sin(radians(latitude - %(latitude)s::float8) / 2) ^ 2
    + cos(radians(%(latitude)s::float8)) * cos(radians(latitude)) * sin(radians(longitude - %(longitude)s::float8) / 2) ^ 2))"""
_FIND = f"""
SELECT id, 1 - (embedding <=> %(vector)s) FROM search_services
WHERE status = 'active' AND (
    serves && %(serves)s::text[]
    OR (serves @> ARRAY[%(goes_to)s::text] AND {_MILES} <= radius_miles))
AND (%(age)s::int IS NULL OR (coalesce(minimum_age, 0) <= %(age)s::int AND coalesce(maximum_age, 999) >= %(age)s::int))
AND (%(veterans)s OR NOT veteran_only)
AND (NOT %(free_only)s OR is_free)
AND (%(languages)s::text[] IS NULL OR languages = '{{}}' OR languages && %(languages)s::text[])
"""  # noqa: S608 (no text of people's in it: _MILES is the constant above)


@dataclass(frozen=True)
class Conditions:
    """What a service must fulfil: need and place, as the keys that serve it, and the person's wishes.

    `goes_to` is the key of those who say how many miles they go: they must reach the place.
    """

    serves: tuple[str, ...]
    goes_to: str
    latitude: float | None = None
    longitude: float | None = None
    age: int | None = None
    veterans: bool = False
    free_only: bool = False
    languages: tuple[str, ...] | None = None

    def parameters(self, vector: NDArray[np.float32]) -> dict[str, Any]:
        """As the statement names them; arrays as lists."""
        fields = {
            name: list(value) if isinstance(value, tuple) else value
            for name, value in asdict(self).items()
        }
        return {**fields, "vector": vector}


class PostgresServices:
    """One connection a thread; safe to share."""

    def __init__(self, url: str, dimension: int) -> None:
        self._url = url
        self.dimension = dimension
        self._local = threading.local()

    def write(
        self, services: Sequence[ServiceRecord], vectors: NDArray[np.float32], manifest: Manifest
    ) -> int:
        """Bring the table to `services` with `vectors` [len(services), dimension]; returns how many rows changed.

        Only rows that differ are sent. All or nothing: searches see the old table until the end.
        """
        schema = _SCHEMA.replace("{dimension}", str(self.dimension))
        with psycopg.connect(self._url) as connection:
            if _columns(connection) not in (set(), set(_COLUMNS)):
                # Made by an earlier version: what is in it is not worth a migration.
                connection.execute("DROP TABLE search_services")
            connection.execute(cast("Any", schema))
            register_vector(connection)
            rows = {service.id: _row(service, vectors[i]) for i, service in enumerate(services)}
            kept = connection.execute("SELECT id, digest FROM search_services").fetchall()
            known: dict[str, str] = dict(kept)
            gone = [identity for identity in known if identity not in rows]
            changed = [row for identity, row in rows.items() if known.get(identity) != row[1]]
            stale = [*gone, *(row[0] for row in changed)]
            connection.execute("DELETE FROM search_services WHERE id = ANY(%s)", (stale,))
            types = _types(connection)
            with connection.cursor() as cursor, cursor.copy(_copy_statement()) as copy:
                copy.set_types(types)
                for row in changed:
                    copy.write_row(row)
            connection.execute(
                "INSERT INTO search_build (manifest) VALUES (%s) "
                "ON CONFLICT (only_one) DO UPDATE SET manifest = excluded.manifest",
                (json.dumps(asdict(manifest)),),
            )
            # New entries wait in a list that every search would read through, until a vacuum comes.
            connection.execute("SELECT gin_clean_pending_list('search_services_serves')")
            connection.execute("ANALYZE search_services")
        return len(stale)

    def check(self, manifest: Manifest) -> None:
        """Raises StaleIndexError when the tables are missing or were built from something else."""
        try:
            found = self._connection().execute("SELECT manifest FROM search_build").fetchone()
        except psycopg.errors.UndefinedTable:
            raise StaleIndexError(_STALE) from None
        if found is None or found[0] != asdict(manifest):
            raise StaleIndexError(_STALE)

    def find(self, conditions: Conditions, vector: NDArray[np.float32]) -> dict[str, float]:
        """Cosine of `vector` [dimension] by id of every service that fulfils `conditions`."""
        parameters = conditions.parameters(vector)
        try:
            rows = self._connection().execute(_FIND, parameters, prepare=True).fetchall()
        except psycopg.OperationalError:
            # The server was restarted: once more over a new connection.
            self._local.connection = None
            rows = self._connection().execute(_FIND, parameters, prepare=True).fetchall()
        return dict(rows)

    def _connection(self) -> psycopg.Connection[Any]:
        connection: psycopg.Connection[Any] | None = getattr(self._local, "connection", None)
        if connection is None or connection.closed:
            connection = psycopg.connect(self._url, autocommit=True)
            # The planner's guesses at so small a result cost more than the result.
            connection.execute("SET jit = off")
            register_vector(connection)
            self._local.connection = connection
        return connection


def _row(service: ServiceRecord, vector: NDArray[np.float32]) -> tuple[Any, ...]:
    fields = (
        sorted(keys_of(service)), service.area.radius_miles, service.latitude, service.longitude, service.status, service.minimum_age,
        service.maximum_age, service.veteran_only, service.is_free, list(service.languages),
    )  # fmt: skip
    digest = digest_of_text(f"{fields!r}\n{vector.tobytes().hex()}")
    return (service.id, digest, *fields, vector)


def _copy_statement() -> sql.Composed:
    names = sql.SQL(", ").join(sql.Identifier(name) for name in _COLUMNS)
    return sql.SQL("COPY search_services ({}) FROM STDIN WITH (FORMAT BINARY)").format(names)


def _columns(connection: psycopg.Connection[Any]) -> set[str]:
    found = connection.execute(
        "SELECT attname FROM pg_attribute WHERE attrelid = to_regclass('search_services') AND attnum > 0"
    )
    return {name for (name,) in found.fetchall()}


def _types(connection: psycopg.Connection[Any]) -> list[int]:
    found = connection.execute(
        "SELECT attname, atttypid::int FROM pg_attribute WHERE attrelid = 'search_services'::regclass"
    )
    by_name: dict[str, int] = dict(found.fetchall())
    return [by_name[name] for name in _COLUMNS]
