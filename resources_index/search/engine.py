"""The search itself: needs, then what serves the place, then the best of each need in turn."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from resources_index.directory import Directory, ServiceRecord
from resources_index.index.aliases import also_called
from resources_index.index.build import Built, open_index, text_of
from resources_index.index.postgres import PostgresServices
from resources_index.places import Place
from resources_index.search.area import miles_between
from resources_index.search.candidates import Candidates, LocalCandidates, PostgresCandidates
from resources_index.search.explain import Extra, further_reasons, reasons_for, why
from resources_index.search.found import Found
from resources_index.search.lexical import ServiceWords
from resources_index.search.merge import merged
from resources_index.search.needs import NeedRanker
from resources_index.search.opening import Clock
from resources_index.search.query import Hit, Query, Result
from resources_index.search.scoring import Evidence, is_signpost, score
from resources_index.search.split import differing
from resources_index.search.urgency import is_urgent, with_food_now
from resources_index.search.view import ServiceView
from resources_index.search.words import words
from resources_index.settings import Settings


class Search:
    """Holds everything that a search needs in memory; safe to use from several threads."""

    def __init__(self, built: Built, candidates: Candidates) -> None:
        self._built = built
        self._services = built.directory.services
        self._row_of = {service.id: row for row, service in enumerate(self._services)}
        self._candidates = candidates
        self._words = ServiceWords([_all_words(service) for service in self._services])
        self._ranker = NeedRanker(
            built.needs,
            [example.needs for example in built.examples],
            np.asarray(built.example_vectors),
            [example.text for example in built.examples],
            _programme_names(self._services),
        )
        self._encode = functools.lru_cache(maxsize=512)(self._encode_one)

    @classmethod
    def open(cls, data_dir: Path) -> Search:
        """Open the index below `data_dir`. Raises StaleIndexError when it must be built first.

        With SEARCH_DATABASE_URL set, PostgreSQL filters and compares the vectors.
        """
        built = open_index(data_dir)
        services, url = built.directory.services, Settings.read().search_database_url
        if url is None:
            return cls(built, LocalCandidates(services, built.service_vectors))
        store = PostgresServices(url, built.manifest.dimension)
        store.check(built.manifest)
        return cls(built, PostgresCandidates(services, store))

    @property
    def directory(self) -> Directory:
        """The records behind the index."""
        return self._built.directory

    def service(self, service_id: str) -> ServiceView | None:
        """One service by its id, if it is still listed."""
        row = self._row_of.get(service_id)
        return None if row is None else ServiceView(self._services[row])

    def rank_needs(self, text: str, most: int = 3) -> list[tuple[str, float]]:
        """Kinds of need that `text` is about, best first."""
        return self._ranker.rank(text, self._encode(text), most)

    def nearest(self, text: str, limit: int) -> list[tuple[ServiceView, float]]:
        """Services of the whole country nearest in meaning, with their cosines: for those who keep the records.

        No place, no need, no filter; people who ask for help get `find`.
        """
        found = self._built.all_services.nearest(self._encode(text), limit)
        return [(ServiceView(self._services[row]), cosine) for row, cosine in found]

    def find(self, query: Query) -> Result:
        """The hits for `query`, paged. Nobody is left with nothing: the search widens and says so.

        When no service speaks the language or is open now, these wishes are given up and named in `relaxed`;
        "only free" is never given up silently.
        """
        vector = self._encode(query.text) if query.text.strip() else None
        needs = query.needs or with_food_now(query.text, self._understood(query.text, vector))
        relaxed: tuple[str, ...] = ()
        ranked = self._ranked(needs, query, vector)
        if not ranked:
            wishes = {"open_now": query.open_now, "language": query.language not in (None, "en")}
            relaxed = tuple(name for name, wished in wishes.items() if wished)
            ranked = self._ranked(needs, query, vector, relaxed) if relaxed else []
        urgent = query.urgent or is_urgent(query.text)
        first, more = merged(ranked, urgent)
        hits = first + more
        end = query.offset + query.limit
        # The first page ends before an office would come a second time.
        page = hits[query.offset : min(end, len(first)) if query.offset < len(first) else end]
        shown = [self._hit(found, query, urgent) for found in page]
        return Result(shown, len(hits), _widened(shown, query.place), needs, relaxed)

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
    ) -> list[list[Found]]:
        """One list a need, best first; where no need finds anything, the one who checks for benefits."""
        asked = query
        if "open_now" in relaxed:
            asked = replace(asked, open_now=False)
        ranked = [self._for_need(need, asked, vector, "language" in relaxed) for need in needs]
        if not any(ranked):
            ranked = [self._for_need("benefits_check", asked, vector, "language" in relaxed)]
        return [hits for hits in ranked if hits]

    def _for_need(
        self, need: str, query: Query, vector: NDArray[np.float32] | None, any_language: bool
    ) -> list[Found]:
        asked, clock = words(query.text), Clock.at(query.place)
        urgent = query.urgent or is_urgent(query.text)
        hits = []
        for row, semantic in self._candidates.find(need, query, vector, any_language).items():
            service = self._services[row]
            miles = _miles(query.place, service)
            lexical = self._words.score(asked, row)
            is_open = clock.open(service)
            evidence = Evidence(need, semantic, lexical, miles, urgent, query.near_first, is_open)
            hits.append(Found(need, row, service, score(service, evidence), miles, is_open))
        # Equal to six digits is equal: then the order of the directory decides, on every machine.
        hits.sort(key=lambda hit: (-round(hit.score, 6), hit.row))
        return hits

    def _hit(self, found: Found, query: Query, urgent: bool) -> Hit:
        service, language = found.service, query.language or "en"
        reasons = reasons_for(service, found.need, query.place, language)
        extra = Extra(found.miles, found.is_open, urgent, query.free_only)
        told = [*reasons, *further_reasons(service, extra, language)]
        view = ServiceView(service, language, why(reasons), found.miles, found.is_open, told)
        return Hit(view, found.need, found.score, told, found.miles)

    def _encode_one(self, text: str) -> NDArray[np.float32]:
        vector: NDArray[np.float32] = self._built.encoder.encode([text])[0]
        return vector


def _all_words(service: ServiceRecord) -> str:
    """What is searched word by word: both languages."""
    spanish = (service.names.get("es", ""), service.summary.get("es", ""))
    return " ".join((text_of(service), *spanish, also_called(service.name)))


def _programme_names(services: Iterable[ServiceRecord]) -> list[tuple[str, str]]:
    """Each name once, in both languages, with the main need: people ask for programmes by name."""
    names: dict[tuple[str, str], None] = {}
    for service in services:
        if service.need_ids and not is_signpost(service):
            for name in (service.name, *service.names.values()):
                names[(name, service.need_ids[0])] = None
            called = also_called(service.name)
            if called:
                names[(called, service.need_ids[0])] = None
    return list(names)


def _miles(place: Place | None, service: ServiceRecord) -> float | None:
    if place is None or place.latitude is None or place.longitude is None:
        return None
    if service.latitude is None or service.longitude is None or service.level != "local":
        return None
    return round(
        miles_between(place.latitude, place.longitude, service.latitude, service.longitude), 1
    )


def _widened(hits: list[Hit], place: Place | None) -> str | None:
    """None when something local was found; else how far the search had to go."""
    if place is None or not hits:
        return None
    levels = {hit.service.record.level for hit in hits}
    if "local" in levels or place.kind == "state":
        return None if levels - {"national"} else "nation"
    return "state" if "state" in levels else "nation"
