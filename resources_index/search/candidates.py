"""Which services may answer a need at a place, and how near in meaning each is: here, or in PostgreSQL."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from resources_index.index.features import Features
from resources_index.index.flat import FlatIndex
from resources_index.index.packed import Rows
from resources_index.index.postgres import Conditions, PostgresServices
from resources_index.index.serving import key, keys_at
from resources_index.search.area import Serving
from resources_index.search.filters import allowed, codes_of
from resources_index.search.query import Query

Vector = NDArray[np.float32]


@dataclass(frozen=True)
class Matches:
    """Rows that serve the place and pass the filters, ascending, with their cosine to the question."""

    rows: Rows
    cosines: Vector


class Candidates(Protocol):
    """Both ways give the same rows, and cosines equal to six digits."""

    def find(self, need: str, query: Query, vector: Vector | None, any_language: bool) -> Matches:
        """Services for `need`, compared with `vector` [dimension]; without one all cosines are 0."""


class LocalCandidates:
    """Filters by lists worked out beforehand, cosines by FAISS over the rows that are left."""

    def __init__(self, features: Features, serving: Serving, vectors: FlatIndex) -> None:
        self._features = features
        self._serving = serving
        self._vectors = vectors

    def find(self, need: str, query: Query, vector: Vector | None, any_language: bool) -> Matches:
        """See Candidates."""
        rows = self._serving.at(need, query.place)
        rows = rows[allowed(self._features, rows, query, any_language)]
        if vector is None:
            return Matches(rows, np.zeros(len(rows), dtype=np.float32))
        return Matches(rows, self._vectors.similarities(vector, rows))


class PostgresCandidates:
    """Filters and cosines in SQL. What depends on the day (freshness) is looked at here."""

    def __init__(self, features: Features, store: PostgresServices) -> None:
        self._features = features
        self._store = store

    def find(self, need: str, query: Query, vector: Vector | None, any_language: bool) -> Matches:
        """See Candidates."""
        asked = conditions(need, query, any_language)
        nothing_said = np.zeros(self._store.dimension, dtype=np.float32)
        found = self._store.find(asked, nothing_said if vector is None else vector)
        cosines = np.fromiter(found.values(), dtype=np.float32, count=len(found))
        rows = self._features.rows_of(list(found))
        order = np.argsort(rows, kind="stable")
        # Nothing was said: PostgreSQL calls the cosine to nothing "not a number".
        rows, cosines = rows[order], np.nan_to_num(cosines[order])
        kept = rows >= 0
        kept[kept] = allowed(self._features, rows[kept], query, any_language)
        return Matches(rows[kept], cosines[kept])


def conditions(need: str, query: Query, any_language: bool) -> Conditions:
    """The question as the table's columns know it."""
    place = query.place
    languages = None if any_language or query.language in (None, "en") else codes_of(query.language)
    return Conditions(
        serves=tuple(keys_at(need, place)),
        goes_to=key(need, "radius"),
        latitude=place.latitude if place else None,
        longitude=place.longitude if place else None,
        age=query.age,
        veterans=query.veteran is True or "veterans" in query.needs,
        free_only=query.free_only,
        languages=languages,
    )
