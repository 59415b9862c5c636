"""The promise: the right service is among the first three."""

from __future__ import annotations

from pathlib import Path

import pytest

from resources_index.directory import Directory
from resources_index.evaluation.judging import (
    Topic,
    judge,
    only_right,
    read_topics,
    read_trec,
    write_trec,
)
from resources_index.places import Places
from resources_index.search import Query, Search

ROOT = Path(__file__).resolve().parents[3]
FOLDER = ROOT / "data" / "evaluation" / "search"


@pytest.fixture(scope="module")
def topics(places: Places) -> list[Topic]:
    return read_topics(FOLDER, places)


def test_the_right_service_is_among_the_first_three(
    search: Search, directory: Directory, topics: list[Topic]
) -> None:
    right = only_right(judge(FOLDER, topics, directory).qrels)
    ranks = []
    for topic in topics:
        query = Query(topic.text, place=topic.place, language=topic.language, limit=10)
        found = [hit.service.record.id in right[topic.id] for hit in search.find(query).hits]
        ranks.append(found.index(True) + 1 if True in found else 0)
    assert sum(0 < rank <= 3 for rank in ranks) / len(ranks) >= 0.93
    assert sum(1 / rank for rank in ranks if rank) / len(ranks) >= 0.85


def test_the_judgements_are_those_of_the_shipped_directory(
    directory: Directory, topics: list[Topic]
) -> None:
    expected = {
        topic: found for topic, found in judge(FOLDER, topics, directory).qrels.items() if found
    }
    assert read_trec(FOLDER / "qrels.txt") == expected, "Run: .venv/bin/python -m tools.make_qrels"


def test_every_query_has_something_right_at_its_place(
    directory: Directory, topics: list[Topic]
) -> None:
    right = only_right(judge(FOLDER, topics, directory).qrels)
    assert [topic.id for topic in topics if not right[topic.id]] == []


def test_where_nothing_is_direct_the_best_of_the_rest_counts() -> None:
    qrels = {"q1": {"a": 3, "b": 2, "c": 1}, "q2": {"c": 1}, "q3": {}}
    assert only_right(qrels) == {"q1": {"a": 1, "b": 1}, "q2": {"c": 1}, "q3": {}}
    assert only_right(qrels, level=3)["q1"] == {"a": 1}


def test_judgements_survive_being_written_and_read(tmp_path: Path) -> None:
    qrels = {"q001": {"b": 3, "a": 1}, "q002": {"c": 2}}
    write_trec(tmp_path / "qrels.txt", qrels)
    assert read_trec(tmp_path / "qrels.txt") == qrels
    (tmp_path / "bad.txt").write_text("q001 0 a 3\nq001 a 3\n")
    with pytest.raises(ValueError, match="line 2"):
        read_trec(tmp_path / "bad.txt")
