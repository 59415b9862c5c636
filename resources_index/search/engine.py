"""The search itself: needs, then what serves the place, then the best of each need in turn."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from resources_index.directory import Directory
from resources_index.index.build import Built, open_index
from resources_index.index.features import LEVELS
from resources_index.index.packed import Rows
from resources_index.index.postgres import PostgresServices
from resources_index.index.words import words
from resources_index.places import Place
from resources_index.search.area import Serving, miles_from
from resources_index.search.candidates import (
    Candidates,
    LocalCandidates,
    Matches,
    PostgresCandidates,
)
from resources_index.search.explain import Extra, further_reasons, reasons_for, why
from resources_index.search.found import Found, Ranked
from resources_index.search.merge import Merged
from resources_index.search.needs import NeedRanker
from resources_index.search.opening import CLOSED, OPEN, UNKNOWN, Clock, asks_open_now
from resources_index.search.query import Hit, Query, Result
from resources_index.search.repairs import REPAIR, has_nothing_to_do_with_heat
from resources_index.search.scoring import Evidence, only_tell, scores
from resources_index.search.split import differing
from resources_index.search.urgency import NEVER_WAITS, is_urgent, with_food_now
from resources_index.search.view import ServiceView
from resources_index.settings import Settings

_LOCAL = LEVELS.index("local")


class Search:
    """Holds everything that a search needs in memory; safe to use from several threads."""

    def __init__(self, built: Built, candidates: Candidates) -> None:
        self.built = built
        self._services = built.directory.services
        self._features = built.services.features
        self._candidates = candidates
        self._ranker = NeedRanker(
            built.needs,
            [example.needs for example in built.examples],
            built.near_examples,
            [example.text for example in built.examples],
            built.services.names(),
        )
        self._encode = functools.lru_cache(maxsize=512)(self._encode_one)

    @classmethod
    def open(cls, data_dir: Path) -> Search:
        """Open the index below `data_dir`. Raises StaleIndexError when it must be built first.

        With SEARCH_DATABASE_URL set, PostgreSQL filters and compares the vectors.
        """
        built = open_index(data_dir)
        services, url = built.services, Settings.read().search_database_url
        if url is None:
            serving = Serving(services.areas, services.features)
            vectors = built.service_vectors
            return cls(built, LocalCandidates(services.features, serving, vectors))
        store = PostgresServices(url, built.manifest.dimension)
        store.check(built.manifest)
        return cls(built, PostgresCandidates(services.features, store))

    @property
    def directory(self) -> Directory:
        """The records behind the index."""
        return self.built.directory

    def service(self, service_id: str) -> ServiceView | None:
        """One service by its id, if it is still listed."""
        row = self._features.row_of(service_id)
        return None if row is None else ServiceView(self._services[row])

    def rank_needs(self, text: str, most: int = 3) -> list[tuple[str, float]]:
        """Kinds of need that `text` is about, best first."""
        return self._ranker.rank(text, self._encode(text), most)

    def nearest(self, text: str, limit: int) -> list[tuple[ServiceView, float]]:
        """Services of the whole country nearest in meaning, with their cosines: for those who keep the records.

        No place, no need, no filter; people who ask for help get `find`.
        """
        found = self.built.all_services.nearest(self._encode(text), limit)
        return [(ServiceView(self._services[row]), cosine) for row, cosine in found]

    def find(self, query: Query) -> Result:
        """The hits for `query`, paged. Nobody is left with nothing: the search widens and says so.

        When no service speaks the language or is surely open now, these wishes are given up and named in
        `relaxed`; "only free" is never given up silently.
        """
        query = replace(query, open_now=query.open_now or asks_open_now(query.text))
        vector = self._encode(query.text) if query.text.strip() else None
        needs = query.needs or with_food_now(query.text, self._understood(query.text, vector))
        ranked = self._ranked(needs, query, vector)
        relaxed = () if ranked else _wishes(query)
        if relaxed:
            ranked = self._ranked(needs, query, vector, relaxed)
        # Where no need finds anything: the one who checks for benefits.
        ranked = ranked or self._ranked(("benefits_check",), query, vector, relaxed)
        urgent = query.urgent or is_urgent(query.text)
        merged = Merged(ranked, self._features, urgent)
        page = merged.page(query.offset, query.limit)
        shown = [self._hit(found, query, urgent) for found in page]
        if (
            query.open_now
            and "open_now" not in relaxed
            and not any(h.service.open_now for h in shown)
        ):
            relaxed = ("open_now", *relaxed)
        nearer = self._local(ranked) - {found.row for found in page}
        widened = _widened(shown, query.place, len(nearer))
        return Result(shown, merged.total(), widened, needs, relaxed, len(nearer))

    def _local(self, ranked: Sequence[Ranked]) -> set[int]:
        """Rows of the place itself that help with it, and do not only tell where to turn."""
        features, rows = self._features, set[int]()
        for one in ranked:
            here = features.level[one.rows] == _LOCAL
            here &= ~only_tell(features, one.rows, one.need)
            rows.update(one.rows[here].tolist())
        return rows

    def which_county(self, query: Query) -> tuple[Place, ...]:
        """The counties of the question's ZIP to choose from, where its first page would differ between them."""

        def first_page(place: Place) -> list[str]:
            return [
                hit.service.record.id
                for hit in self.find(replace(query, place=place, offset=0)).hits
            ]

        return differing(query.place, first_page)

    def _understood(self, text: str, vector: NDArray[np.float32] | None) -> tuple[str, ...]:
        if vector is None:
            return ()
        return tuple(need for need, _ in self._ranker.rank(text, vector))

    def _ranked(
        self,
        needs: Sequence[str],
        query: Query,
        vector: NDArray[np.float32] | None,
        relaxed: Sequence[str] = (),
    ) -> list[Ranked]:
        """One list a need that finds anything, best first."""
        asked = replace(query, open_now=query.open_now and "open_now" not in relaxed)
        ranked = [self._for_need(need, asked, vector, "language" in relaxed) for need in needs]
        return [hits for hits in ranked if len(hits)]

    def _for_need(
        self, need: str, query: Query, vector: NDArray[np.float32] | None, any_language: bool
    ) -> Ranked:
        features = self._features
        found = self._candidates.find(need, query, vector, any_language)
        is_open = Clock.at(query.place).states(features, found.rows)
        if query.open_now:
            kept = is_open != CLOSED
            found = Matches(found.rows[kept], found.cosines[kept])
            is_open = is_open[kept]
        rows = found.rows
        evidence = Evidence(
            need,
            found.cosines.astype(np.float64),
            self.built.services.postings.scores(words(query.text), rows),
            self._miles(query.place, rows),
            is_open,
            query.urgent or need in NEVER_WAITS or is_urgent(query.text),
            query.near_first,
            query.open_now,
            need == REPAIR and has_nothing_to_do_with_heat(query.text),
        )
        total = scores(features, rows, evidence)
        # Equal to six digits is equal: then the order of the directory decides, on every machine.
        best = np.argsort(-np.round(total, 6), kind="stable")
        return Ranked(need, rows[best], total[best], evidence.miles[best], is_open[best])

    def _miles(self, place: Place | None, rows: Rows) -> NDArray[np.float64]:
        """How far it is to each local service, to a tenth of a mile; NaN where nobody knows."""
        if place is None:
            return np.full(len(rows), np.nan)
        features = self._features
        away = miles_from(place, features.latitude[rows], features.longitude[rows])
        return np.where(features.level[rows] == _LOCAL, np.round(away, 1), np.nan)

    def _hit(self, found: Found, query: Query, urgent: bool) -> Hit:
        ranked, place = found.ranked, found.place
        service, language = self._services[found.row], query.language or "en"
        away, state = float(ranked.miles[place]), int(ranked.is_open[place])
        miles = None if np.isnan(away) else away
        is_open = None if state == UNKNOWN else state == OPEN
        reasons = reasons_for(service, ranked.need, query.place, language)
        extra = Extra(miles, is_open, urgent, query.free_only, query.open_now)
        told = [*reasons, *further_reasons(service, extra, language)]
        view = ServiceView(service, language, why(reasons), miles, is_open, told)
        return Hit(view, ranked.need, float(ranked.scores[place]), told, miles)

    def _encode_one(self, text: str) -> NDArray[np.float32]:
        vector: NDArray[np.float32] = self.built.encoder.encode([text])[0]
        return vector


def _wishes(query: Query) -> tuple[str, ...]:
    """What may be given up when nothing fulfils it."""
    wishes = {"open_now": query.open_now, "language": query.language not in (None, "en")}
    return tuple(name for name, wished in wishes.items() if wished)


def _widened(hits: list[Hit], place: Place | None, nearer: int) -> str | None:
    """None when the place has something of its own; else how far the search had to go."""
    if place is None or not hits:
        return None
    levels = {hit.service.record.level for hit in hits}
    if place.kind == "state":
        return None if levels - {"national"} else "nation"
    if nearer or "local" in levels:
        return None
    return "state" if "state" in levels else "nation"
