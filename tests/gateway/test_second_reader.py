"""The second reader of the crisis check: when it is asked, what it changes, and that nothing falls without it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest
from numpy.typing import NDArray

from gateway.safety.classifier import KINDS
from gateway.safety.lessons import Lesson, is_held_back
from gateway.safety.material import Material, Second
from gateway.safety.trained import (
    FIRST,
    SECOND,
    UNSURE,
    Reading,
    Trained,
    is_unsure,
    save_trained,
)
from gateway.safety.view import Vectors, view_arrays
from gateway.safety.words import WordModel, count
from resources_index.encoder.second_reader import Sight

DANGER = KINDS.index("suicide")
LIMITS = {"sure": dict.fromkeys(KINDS[1:], 1.0), "perhaps": -2.0, "floor": -4.0}
ALONE = {**LIMITS, "perhaps": -1.0}
# The first reader sees no difference between these; the second one does.
CRIES = [f"cry {n}" for n in range(40)]
ERRANDS = [f"errand {n}" for n in range(40)]


class Reader:
    """Stands for both encoders: says which texts it was given."""

    def __init__(self, digest: str, sees: bool, leans: float = 0.0) -> None:
        self.info, self.sees, self.asked = SimpleNamespace(digest=digest), sees, list[str]()
        self.leans = leans

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        self.asked += texts
        rows = [
            [1.0, float(self.sees and "cry" in t), float(self.sees and "errand" in t)]
            for t in texts
        ]
        vectors = np.array(rows, dtype=np.float32)
        vectors += (
            np.random.default_rng(len(texts)).normal(0, 0.02, vectors.shape).astype(np.float32)
        )
        unit: NDArray[np.float32] = vectors / np.linalg.norm(vectors, axis=1, keepdims=True)
        return unit

    def look(self, texts: Sequence[str]) -> Sight:
        """Its tuned half says nothing unless `leans`."""
        odds = np.zeros((len(texts), len(KINDS)))
        odds[:, DANGER] = [self.leans if "cry" in text else -self.leans for text in texts]
        return Sight(self.encode(texts), odds)


def vectors_of(reader: Reader) -> Vectors:
    kinds = np.array([DANGER] * len(CRIES) + [0] * len(ERRANDS))
    for kind in range(2, len(KINDS)):
        kinds[2 * kind : 2 * kind + 2] = kind
    return Vectors(
        reader.encode([*CRIES, *ERRANDS]), kinds, np.ones(len(kinds)), np.arange(len(kinds))
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    first, second = Reader("one", False), Reader("two", True)
    kinds = vectors_of(first).kinds
    words = WordModel.fit(count(["word"] * len(kinds)), kinds, np.ones(len(kinds)))
    arrays = words.arrays() | view_arrays(vectors_of(first), FIRST)
    arrays |= view_arrays(vectors_of(second), SECOND)
    info = {"encoder": "one", "second": "two", "limits": LIMITS, "alone": ALONE}
    save_trained(tmp_path, "crisis", arrays, info)
    return tmp_path


def height(folder: Path, text: str, second: Reader | None) -> float:
    first = Reader("one", False)
    trained = Trained.open(folder, "crisis", KINDS, first, second)  # type: ignore[arg-type]
    return trained.best(Reading.of([text], first, second))[1]  # type: ignore[arg-type]


def test_it_tells_apart_what_the_first_one_cannot(folder: Path) -> None:
    alone = height(folder, "a cry", None)
    assert UNSURE[0] < alone < UNSURE[1]
    assert height(folder, "a cry", Reader("two", True)) > alone
    assert height(folder, "an errand", Reader("two", True)) < alone


@pytest.mark.parametrize(
    ("said", "second", "perhaps"),
    [
        ("a cry", Reader("two", True), -2.0),
        ("a cry", None, -1.0),
        ("a cry", Reader("another", True), -1.0),
        ("no tengo comida y mi hijo no viene", Reader("two", True), -1.0),
    ],
)
def test_what_one_reader_says_alone_has_heights_of_its_own(
    folder: Path, said: str, second: Reader | None, perhaps: float
) -> None:
    first = Reader("one", False)
    trained = Trained.open(folder, "crisis", KINDS, first, second)  # type: ignore[arg-type]
    reading = Reading.of([said], first, second)  # type: ignore[arg-type]
    assert trained.limits_for(reading).perhaps == perhaps


def test_what_its_tuned_half_has_learnt_counts_too(folder: Path) -> None:
    untaught, taught = Reader("two", True), Reader("two", True, leans=3.0)
    assert height(folder, "a cry", taught) > height(folder, "a cry", untaught) + 2.0
    assert height(folder, "an errand", taught) < height(folder, "an errand", untaught)


def test_it_is_not_asked_about_spanish(folder: Path) -> None:
    second = Reader("two", True)
    height(folder, "no tengo comida y mi hijo no viene", second)
    assert second.asked == []
    height(folder, "i have no food and my son does not come", second)
    assert len(second.asked) == 1


def test_it_is_not_asked_about_what_is_plain() -> None:
    scores = np.zeros((4, len(KINDS)))
    scores[:, DANGER] = [UNSURE[0] - 0.1, UNSURE[0], UNSURE[1], UNSURE[1] + 0.1]
    scores[:, DANGER + 1 :] = -20.0
    assert is_unsure(scores).tolist() == [False, True, True, False]


@pytest.mark.parametrize("second", [None, Reader("another", True)])
def test_without_the_one_it_was_trained_with_the_first_judges_alone(
    folder: Path, second: Reader | None
) -> None:
    assert abs(height(folder, "a cry", second) - height(folder, "an errand", second)) < 1.0
    assert second is None or second.asked == []


def test_it_learns_from_all_that_sounds_like_danger_and_from_little_that_is_plain() -> None:
    said = [
        ("alarm", "i cannot go on"),
        ("near", "this line is killing me"),
        ("alarm", "ya no quiero vivir mas"),
    ]
    said += [("ordinary", f"a ride on day {n}") for n in range(40)]
    taught = [Lesson(text, "none", 1.0, role, text) for role, text in said]
    material = Material.of(taught, Reader("one", False).encode)
    unsure = np.zeros(len(taught), dtype=bool)
    unsure[3:6] = True
    chosen = set(Second.of(material, unsure, Reader("two", True).look).rows.tolist())
    assert {0, 1, 3, 4, 5} <= chosen
    assert 2 not in chosen
    assert len(chosen) < len(taught) / 2


def test_one_lesson_in_eight_is_held_back_with_all_that_is_made_of_it() -> None:
    taught = [Lesson(f"a ride on day {n}", "none", 1.0, "ordinary", f"day {n}") for n in range(800)]
    held = [lesson for lesson in taught if is_held_back(lesson)]
    assert 60 < len(held) < 140
    buried = [Lesson(f"hello. {item.text}", "none", 1.0, "buried", item.source) for item in held]
    assert all(map(is_held_back, buried))
