"""Which services may answer a need at a place, and how near in meaning each is: here, or in PostgreSQL."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from resources_index.directory import ServiceRecord
from resources_index.index.flat import FlatIndex
from resources_index.index.postgres import Conditions, PostgresServices
from resources_index.search.area import AreaIndex
from resources_index.search.filters import allowed, codes_of
from resources_index.search.opening import Clock
from resources_index.search.query import Query

Vector = NDArray[np.float32]


class Candidates(Protocol):
    """Both ways give the same rows, and cosines equal to six digits."""

    def find(
        self, need: str, query: Query, vector: Vector | None, any_language: bool
    ) -> dict[int, float]:
        """Rows that serve the place and pass the filters, with their cosine to `vector` [dimension]."""


class LocalCandidates:
    """Filters by sets worked out beforehand, cosines by FAISS over the rows that are left."""

    def __init__(self, services: Sequence[ServiceRecord], vectors: FlatIndex) -> None:
        self._services = services
        self._vectors = vectors
        # By need first: a county with ten thousand services has a few hundred for one need.
        rows_of: dict[str, list[int]] = defaultdict(list)
        for row, service in enumerate(services):
            for need in service.need_ids:
                rows_of[need].append(row)
        self._areas = {need: AreaIndex(services, rows) for need, rows in rows_of.items()}

    def find(
        self, need: str, query: Query, vector: Vector | None, any_language: bool
    ) -> dict[int, float]:
        """See Candidates."""
        areas, clock = self._areas.get(need), Clock.at(query.place)
        rows = [
            row
            for row in (areas.serving(query.place) if areas else ())
            if _passes(self._services[row], query, any_language, clock)
        ]
        near = {} if vector is None else self._vectors.similarities(vector, rows)
        return {row: near.get(row, 0.0) for row in rows}


class PostgresCandidates:
    """Filters and cosines in SQL. What depends on the clock (freshness, opening) is looked at here."""

    def __init__(self, services: Sequence[ServiceRecord], store: PostgresServices) -> None:
        self._services = services
        self._store = store
        self._row_of = {service.id: row for row, service in enumerate(services)}

    def find(
        self, need: str, query: Query, vector: Vector | None, any_language: bool
    ) -> dict[int, float]:
        """See Candidates."""
        asked, clock = conditions(need, query, any_language), Clock.at(query.place)
        nothing_said = np.zeros(self._store.dimension, dtype=np.float32)
        found = self._store.find(asked, nothing_said if vector is None else vector)
        rows = {self._row_of[identity]: cosine for identity, cosine in found.items()}
        return {
            row: 0.0 if math.isnan(rows[row]) else rows[row]
            for row in sorted(rows)
            if _passes(self._services[row], query, any_language, clock)
        }


def conditions(need: str, query: Query, any_language: bool) -> Conditions:
    """The question as the table's columns know it."""
    place = query.place
    languages = None if any_language or query.language in (None, "en") else codes_of(query.language)
    wishes = Conditions(
        need,
        age=query.age,
        veterans=query.veteran is True or "veterans" in query.needs,
        free_only=query.free_only,
        languages=languages,
    )
    if place is None:
        return wishes
    return Conditions(
        need,
        counties=() if place.kind == "state" else tuple(c.fips for c in place.counties),
        zips=(place.zip,) if place.zip else (),
        states=(place.state,) if place.state else (),
        state_kinds=("state", "part") if place.kind == "state" else ("state",),
        latitude=place.latitude,
        longitude=place.longitude,
        age=wishes.age,
        veterans=wishes.veterans,
        free_only=wishes.free_only,
        languages=wishes.languages,
    )


def _passes(service: ServiceRecord, query: Query, any_language: bool, clock: Clock) -> bool:
    if not allowed(service, query, any_language):
        return False
    return not (query.open_now and clock.open(service) is False)
