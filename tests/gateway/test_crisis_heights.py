"""Heights of the crisis check: chosen on lessons that were held out, from both readers."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from gateway.safety import heights, train
from gateway.safety.classifier import KINDS
from gateway.safety.heights import Folds, Goal, HeldOut, Shares, choose
from gateway.safety.lessons import Lesson, is_held_back
from gateway.safety.material import Material, Second
from gateway.safety.trained import Limits
from gateway.safety.view import Vectors, View
from gateway.safety.words import WordModel
from resources_index.encoder.second_reader import Sight

DANGER = KINDS.index("suicide")


def lesson(text: str, kind: str, role: str, source: str = "") -> Lesson:
    return Lesson(text, kind, 1.0, role, source or text)


def taught() -> list[Lesson]:
    """Two of each kind, six cries with a buried copy each, twelve near-misses, thirty ordinary requests."""
    made = [lesson(f"{kind} {n}", kind, "alarm") for kind in KINDS[2:] for n in range(6)]
    for n in range(6):
        made += [lesson(f"cry {n}", "suicide", "alarm")]
        made += [lesson(f"a ride and cry {n}", "suicide", "buried", f"cry {n}")]
    made += [lesson(f"near {n}", "none", "near") for n in range(12)]
    return made + [lesson(f"errand {n}", "none", "ordinary") for n in range(30)]


def encode(texts: Sequence[str]) -> NDArray[np.float32]:
    chance = np.random.default_rng(4)
    rows = chance.normal(0, 1, (len(texts), 8))
    for row, text in enumerate(texts):
        rows[row, 0] += 6.0 * ("cry" in text)
    return (rows / np.linalg.norm(rows, axis=1, keepdims=True)).astype(np.float32)


def look(texts: Sequence[str]) -> Sight:
    return Sight(encode(texts), np.zeros((len(texts), len(KINDS))))


@pytest.fixture
def material() -> Material:
    return Material.of(taught(), encode)


def test_a_copy_is_held_out_with_its_source(material: Material) -> None:
    fold = Folds.of(material).fold
    by_text = {lesson.text: int(fold[row]) for row, lesson in enumerate(material.taught)}
    assert {by_text[f"cry {n}"] for n in range(6)} == {0, 1, 2}
    for n in range(6):
        assert by_text[f"a ride and cry {n}"] == by_text[f"cry {n}"]


def test_nobody_is_judged_by_what_was_learnt_from_the_same_lesson(
    material: Material, monkeypatch: pytest.MonkeyPatch
) -> None:
    learnt: list[set[str]] = []
    fit = WordModel.fit

    def watch(self: Material) -> WordModel:
        learnt.append({lesson.source for lesson in self.taught})
        return fit(self.blocks, self.kinds, self.weights)

    monkeypatch.setattr(Material, "words", watch)
    folds = Folds.of(material)
    for number, sources in enumerate(learnt):
        own = {
            lesson.source
            for lesson, f in zip(material.taught, folds.fold, strict=True)
            if f == number
        }
        assert own
        assert not own & sources


def test_the_second_reader_learns_from_the_other_folds_too(
    material: Material, monkeypatch: pytest.MonkeyPatch
) -> None:
    folds = Folds.of(material)
    second = Second.of(material, np.ones(len(material.taught), dtype=bool), look)
    seen: list[Vectors] = []
    fit = View.fit

    def watch(vectors: Vectors) -> View:
        seen.append(vectors)
        return fit(vectors)

    monkeypatch.setattr(heights.View, "fit", watch)
    folds.with_second(second)
    for number, vectors in enumerate(seen):
        wanted = second.seen.vectors[folds.fold[second.rows] != number]
        assert np.array_equal(vectors.vectors, wanted)


def test_heights_of_both_are_chosen_on_what_the_taught_half_never_saw(
    material: Material, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    judged: list[Sequence[Lesson]] = []

    def watch(odds: NDArray[np.float64], taught: Sequence[Lesson], *others: Any) -> Limits:
        assert len(odds) == len(taught)
        judged.append(taught)
        return Limits({}, 0.0, 0.0)

    monkeypatch.setattr(train, "choose", watch)
    reader = SimpleNamespace(look=look, info=SimpleNamespace(digest="two"))
    first = SimpleNamespace(info=SimpleNamespace(digest="one"))
    goal = Goal(dict.fromkeys(KINDS[1:], Shares(0.5, 0.5)), Shares(0.5, 0.5))
    check = train._Check(tmp_path, first)  # type: ignore[arg-type]
    check.train("crisis", material, KINDS, goal, lambda _: False, reader)  # type: ignore[arg-type]
    alone, both = judged
    assert list(alone) == material.taught
    assert 0 < len(both) < len(alone) / 2
    assert all(map(is_held_back, both))


def test_a_part_is_compared_with_its_own_lessons_only() -> None:
    vectors = np.eye(6, dtype=np.float32)
    seen = Vectors(vectors, np.arange(6), np.ones(6), np.array([0, 2, 3, 5]))
    part = Second(np.arange(6), seen, np.zeros((6, 2))).part(np.array([1, 2, 4, 5]))
    near, kinds = part.near()
    assert kinds.tolist() == [2, 5]
    assert np.array_equal(near, vectors[[2, 5]])


def test_the_height_keeps_false_alarms_under_both_shares() -> None:
    made = [lesson(f"near {n}", "none", "near") for n in range(10)]
    made += [lesson(f"errand {n}", "none", "ordinary") for n in range(10)]
    judged = np.array([*np.arange(10.0), *np.arange(-5.0, 5.0)])
    held_out = HeldOut(judged, np.full(20, DANGER))
    lowest = held_out.lowest(made, Shares(0.2, 1.0), DANGER)
    assert 7.0 < lowest <= 8.0
    assert 3.0 < held_out.lowest(made, Shares(1.0, 0.1), DANGER) <= 4.0
    assert held_out.lowest(made, Shares(0.0, 0.0), DANGER + 1) < -11.0


def test_each_kind_has_a_height_of_its_own_and_the_floor_is_that_of_light_words() -> None:
    made = [lesson(f"near {n}", "none", "near") for n in range(10)]
    made += [lesson(f"ha ha i want to die {n}", "suicide", "alarm") for n in range(10)]
    odds = np.full((20, len(KINDS)), -20.0)
    odds[:10, DANGER] = np.arange(10.0)
    odds[10:, DANGER] = np.arange(-5.0, 5.0)
    goal = Goal(dict.fromkeys(KINDS[1:], Shares(0.0, 0.0)), Shares(0.5, 0.5))
    limits = choose(odds, made, KINDS, goal, lambda text: "want to die" in text)
    assert limits.sure["suicide"] > 9.0
    assert limits.sure["unsafe_now"] < -11.0
    assert 4.0 < limits.perhaps <= 5.0
    assert -5.0 < limits.floor < -4.0
