"""Our search beside three plain ones, on queries by other hands with graded relevance.

Two measurements. *Written queries*: data/evaluation/search, judged by reading the records (judging.py).
*Messages*: longer, messier, each asked at one of twenty ZIPs; a service is right when it is tagged with the
message's main need, so this one measures understanding, not how direct the help is. Intervals are 95 %, by
bootstrap over queries; the last column is the difference to ours, query by query.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from ranx import Qrels, Run
from ranx import evaluate as measure

from resources_index.evaluation.judging import only_right, read_topics, read_trec
from resources_index.evaluation.rankings import (
    DEPTH,
    Ranking,
    as_scores,
    our_ranking,
    plain_rankings,
)
from resources_index.places import Place, Places, Resolved
from resources_index.search import Search

ROOT = Path(__file__).resolve().parents[2]
_SETS = ROOT / "data" / "evaluation"
ZIPS = (
    "45402 33125 60644 90012 10453 85705 37211 77020 98118 30310 48205 63118 87102 25801 59401 04401 70117 23220 55104 99501"
).split()
_ROUNDS = 2000
Row = dict[str, str]
Scores = NDArray[np.float64]
Table = tuple[str, list[Row]]


def evaluate(data_dir: Path) -> list[Table]:
    """Tables with a title each; strings ready to print."""
    search = Search.open(data_dir)
    places = Places.load(ROOT / "data" / "places")
    rankings = {"ours": our_ranking(search), **plain_rankings(search.directory.services, data_dir)}
    return [_written(rankings, places), _messages(rankings["ours"], places)]


def _written(rankings: dict[str, Ranking], places: Places) -> Table:
    topics = read_topics(_SETS / "search", places)
    graded = read_trec(_SETS / "search" / "qrels.txt")
    topics = [topic for topic in topics if topic.id in graded]
    graded = {topic.id: graded[topic.id] for topic in topics}
    measured: dict[str, dict[str, Scores]] = {}
    for name, ranking in rankings.items():
        found = {t.id: ranking(t.text, t.language, t.place, DEPTH) for t in topics}
        measured[name] = per_topic(graded, {t: as_scores(hits) for t, hits in found.items()})
    rows = [_row(name, scores, measured["ours"]) for name, scores in measured.items()]
    return f"Search: {len(topics)} written queries, judged by reading the records", rows


def per_topic(
    graded: dict[str, dict[str, int]], run: dict[str, dict[str, float]]
) -> dict[str, Scores]:
    """Each figure for each topic of `graded`, in its order.

    recall@3: a right service is among the first three; best@3: one of the best grade that the place has is;
    MRR@10: one over the rank of the first right one; nDCG@10: over the grades.
    """
    right = only_right(graded)
    best = only_right(graded, level=3)
    ordered = {topic: run.get(topic) or {"none": 0.0} for topic in graded}
    return {
        "recall@3": _scores(right, ordered, "hit_rate@3"),
        "best@3": _scores(best, ordered, "hit_rate@3"),
        "MRR@10": _scores(right, ordered, "mrr@10"),
        "nDCG@10": _scores(graded, ordered, "ndcg@10"),
    }


def _scores(
    qrels: dict[str, dict[str, int]], run: dict[str, dict[str, float]], figure: str
) -> Scores:
    return np.asarray(
        measure(Qrels(qrels), Run(run), figure, return_mean=False, make_comparable=False),
        dtype=float,
    )


def _row(name: str, scores: dict[str, Scores], ours: dict[str, Scores]) -> Row:
    row = {"": name} | {figure: interval(values) for figure, values in scores.items()}
    better = ours["MRR@10"] - scores["MRR@10"]
    row["ours better by (MRR)"] = "" if name == "ours" else interval(better)
    return row


def interval(values: Scores | Sequence[float]) -> str:
    """Mean and its 95 % bootstrap interval."""
    chance = np.random.default_rng(5)
    numbers = np.asarray(values, dtype=float)
    draws = chance.integers(0, len(numbers), (_ROUNDS, len(numbers)))
    low, high = np.percentile(numbers[draws].mean(axis=1), [2.5, 97.5])
    return f"{numbers.mean():.3f} ({low:.3f} to {high:.3f})"


def _messages(ranking: Ranking, places: Places) -> Table:
    spots = [answer.place for code in ZIPS if isinstance(answer := places.resolve(code), Resolved)]
    path = _SETS / "understanding" / "messages.jsonl"
    asked = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    hits, ranks = [], []
    for number, question in enumerate(asked):
        right = _right(ranking, question, spots[number % len(spots)])
        hits.append(float(any(right[:3])))
        ranks.append(next((1 / (i + 1) for i, good in enumerate(right) if good), 0.0))
    row = {"": "ours", "right in first 3": interval(hits), "MRR@10": interval(ranks)}
    return f"Search: {len(asked)} messages, right when tagged with the main need", [row]


def _right(ranking: Ranking, question: dict[str, object], place: Place) -> list[bool]:
    needs = question["needs"]
    assert isinstance(needs, list)  # noqa: S101 (the format of the set)
    found = ranking(str(question["text"]), str(question["language"]), place, DEPTH)
    return [needs[0] in service.need_ids for service in found]
