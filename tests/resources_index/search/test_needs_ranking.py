from __future__ import annotations

from pathlib import Path

import bm25s
import numpy as np

from resources_index.encoder.products import Products
from resources_index.encoder.write_products import write_products
from resources_index.index.flat import inner_products
from resources_index.search.lexical import ExampleWords
from resources_index.search.needs import NeedRanker, _Groups


def by_hand(scores: np.ndarray, rows: list[int]) -> float:
    """The mean of the two highest; of one, that one; of none, 0."""
    if not rows:
        return 0.0
    return float(np.mean(sorted(scores[rows])[-2:]))


def test_the_two_best_of_each_need_count_ties_and_lone_examples_too() -> None:
    chance = np.random.default_rng(3)
    needs = ["food", "rides", "home", "none", "one"]
    named = [
        tuple(chance.choice(needs[:3], chance.integers(1, 3), replace=False)) for _ in range(60)
    ]
    named.append(("one",))
    groups = _Groups(needs, named)
    for draw in (
        chance.random(61),
        np.ones(61),
        -chance.random(61),
        np.round(chance.random(61), 1),
    ):
        scores = draw.astype(np.float32)
        rows = {need: [row for row, said in enumerate(named) if need in said] for need in needs}
        expected = [by_hand(scores, rows[need]) for need in needs]
        assert np.allclose(groups.mean_of_best(scores), expected, atol=1e-6)


def test_products_are_those_of_numpy() -> None:
    chance = np.random.default_rng(4)
    matrix = chance.random((50, 384)).astype(np.float32)
    vector = chance.random(384).astype(np.float32)
    assert np.allclose(inner_products(matrix, vector), matrix @ vector, rtol=1e-4)


def test_examples_in_eight_bits_are_as_near_as_in_full(tmp_path: Path) -> None:
    drawn = np.random.default_rng(5).normal(size=(300, 384)).astype(np.float32)
    vectors = drawn / np.linalg.norm(drawn, axis=1, keepdims=True)
    write_products(tmp_path / "few.onnx", vectors)
    near = Products(tmp_path / "few.onnx")
    for row in range(0, 300, 30):
        assert np.abs(near(vectors[row]) - vectors @ vectors[row]).max() < 0.005
        assert int(np.argmax(near(vectors[row]))) == row


def test_a_programmes_name_tells_its_need() -> None:
    vectors = np.eye(4, dtype=np.float32)
    ranker = NeedRanker(
        ["food", "rides"],
        [("food",), ("food",), ("rides",), ("rides",)],
        lambda vector: vectors @ vector,
        ["hungry", "groceries", "bus", "a ride"],
        [("Zebra wagon", "rides")],
    )
    nowhere_near = np.full(4, 0.5, dtype=np.float32)
    assert ranker.rank("zebra wagon", nowhere_near, most=1)[0][0] == "rides"


def test_word_scores_are_those_of_the_library() -> None:
    chance = np.random.default_rng(6)
    vocabulary = [f"w{number}" for number in range(40)]
    texts = [list(chance.choice(vocabulary, chance.integers(1, 9))) for _ in range(200)]
    library = bm25s.BM25()
    library.index(texts, show_progress=False)
    ours = ExampleWords(texts)
    for _ in range(20):
        asked = [str(word) for word in chance.choice(vocabulary, 5, replace=False)]
        assert np.allclose(ours.scores(asked), library.get_scores(asked), atol=1e-4)
    assert not ours.scores(["never said"]).any()
