"""Every index is held to brute force in NumPy, never to itself."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from resources_index.index.flat import FlatIndex, ListedIndex, write_flat_index
from resources_index.index.kinds import EXACT_UP_TO, kind_for, open_unfiltered, prepare_unfiltered
from resources_index.index.vectors import build_vectors, open_vectors
from resources_index.search import Search

ROWS, DIMENSION = 6000, 32


@pytest.fixture(scope="module")
def vectors() -> np.ndarray:
    """Rows in clusters, as texts of like services are."""
    chance = np.random.default_rng(7)
    centres = chance.normal(size=(60, DIMENSION))
    drawn = centres[chance.integers(0, 60, ROWS)] + 0.4 * chance.normal(size=(ROWS, DIMENSION))
    return (drawn / np.linalg.norm(drawn, axis=1, keepdims=True)).astype(np.float32)


def brute_force(vectors: np.ndarray, asked: np.ndarray, count: int) -> list[int]:
    return np.argsort(-(vectors @ asked), kind="stable")[:count].tolist()


def test_the_exact_index_finds_what_brute_force_finds(vectors: np.ndarray, tmp_path: Path) -> None:
    write_flat_index(tmp_path / "exact", vectors)
    index = FlatIndex.open(tmp_path / "exact")
    for row in range(0, ROWS, 500):
        found = index.nearest(vectors[row], 10)
        assert [r for r, _ in found] == brute_force(vectors, vectors[row], 10)
        assert [s for _, s in found] == sorted((s for _, s in found), reverse=True)


@pytest.mark.parametrize("share", [0.01, 0.001, 0.0005])
def test_behind_a_narrow_filter_the_search_stays_exact(
    vectors: np.ndarray, tmp_path: Path, share: float
) -> None:
    write_flat_index(tmp_path / "exact", vectors)
    index = FlatIndex.open(tmp_path / "exact")
    chance = np.random.default_rng(8)
    for _ in range(20):
        rows = chance.choice(ROWS, max(1, round(ROWS * share)), replace=False).astype(np.int32)
        asked = vectors[int(chance.integers(ROWS))]
        found = index.similarities(asked, rows)
        assert found == pytest.approx(vectors[rows] @ asked, abs=1e-5)


def test_lists_reach_the_recall_that_the_build_promises(
    vectors: np.ndarray, tmp_path: Path
) -> None:
    chance = np.random.default_rng(9)
    blurred = vectors[::30] + 0.02 * chance.normal(size=(ROWS // 30, DIMENSION))
    questions = (blurred / np.linalg.norm(blurred, axis=1, keepdims=True)).astype(np.float32)
    write_flat_index(tmp_path / "exact", vectors)
    exact = FlatIndex.open(tmp_path / "exact")
    made = ListedIndex.build(tmp_path / "listed", exact, questions[::2], 0.99)
    index = ListedIndex(tmp_path / "listed", exact)
    shared = []
    for asked in questions[1::2]:
        nearest = index.nearest(asked, 10)
        found = {r for r, _ in nearest}
        assert [c for _, c in nearest] == pytest.approx(
            [float(vectors[r] @ asked) for r, _ in nearest], abs=1e-5
        )
        shared.append(len(found & set(brute_force(vectors, asked, 10))) / 10)
    assert made.recall >= 0.99
    assert np.mean(shared) >= 0.97
    assert made.looked_through < made.lists


def test_small_directories_are_compared_whole_and_say_so(
    vectors: np.ndarray, tmp_path: Path
) -> None:
    assert kind_for(EXACT_UP_TO).name == "exact"
    assert kind_for(EXACT_UP_TO + 1).name == "listed"
    assert "recall" in kind_for(EXACT_UP_TO + 1).reason
    (tmp_path / "services.listed").write_bytes(b"from a larger directory")
    write_flat_index(tmp_path / "exact", vectors)
    exact = FlatIndex.open(tmp_path / "exact")
    assert "exact" in prepare_unfiltered(tmp_path, exact, vectors)
    assert not (tmp_path / "services.listed").exists()
    assert open_unfiltered(tmp_path, ROWS, exact) is exact


def test_a_changed_text_is_encoded_again_and_no_other(tmp_path: Path) -> None:
    asked: list[list[str]] = []

    def encode(texts):  # type: ignore[no-untyped-def]
        asked.append(list(texts))
        return np.array([[len(text), 1.0] for text in texts], dtype=np.float32)

    build_vectors(tmp_path, "few", ["a", "bb", "ccc"], "model", encode)
    build_vectors(tmp_path, "few", ["ccc", "bb", "dddd"], "model", encode)
    assert asked == [["a", "bb", "ccc"], ["dddd"]]
    assert np.asarray(open_vectors(tmp_path, "few"))[:, 0].tolist() == [3.0, 2.0, 4.0]
    build_vectors(tmp_path, "few", ["ccc"], "another model", encode)
    assert asked[-1] == ["ccc"]


def test_vectors_are_mapped_not_read(tmp_path: Path) -> None:
    build_vectors(
        tmp_path, "few", ["a"], "model", lambda texts: np.ones((len(texts), 2), np.float32)
    )
    assert isinstance(open_vectors(tmp_path, "few"), np.memmap)


def test_records_alike_in_meaning_are_found_wherever_they_are(search: Search) -> None:
    found = search.nearest("Meals on Wheels brings meals to the door", 5)
    assert "Meals" in found[0][0].record.name
    assert [cosine for _, cosine in found] == sorted((c for _, c in found), reverse=True)
