"""What is read from lessons by words, by two encoders and by the half of one that was taught; and Rasa's side of it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from bot.components.lesson_reader import Blend, LessonReader
from bot.components.need_shares import Eyes
from bot.components.said_reader import NONE, Lesson, fit_said, read_said, said_in, teaches_none
from bot.components.second import Seen, taught_shares

KINDS = ("hold_on", NONE, "trust")
TELLING = {"pencil": "hold_on", "crook": "trust", "ride": NONE}
LESSONS = [
    Lesson(kind, f"{word} {filler}")
    for word, kind in TELLING.items()
    for filler in ("and the kitchen", "on a tuesday", "since the fall", "in the snow")
]


def vectors_of(texts: Sequence[str]) -> np.ndarray:
    """A toy sense: the telling word points to its kind, all else nowhere in particular."""
    rows = np.full((len(texts), len(KINDS)), 0.1, dtype=np.float32)
    for row, text in zip(rows, texts, strict=True):
        for word, kind in TELLING.items():
            row[KINDS.index(kind)] += 5.0 * (word in text)
    return rows / np.linalg.norm(rows, axis=1, keepdims=True)


def seen(texts: Sequence[str]) -> Seen:
    return Seen(np.arange(len(texts)), vectors_of(texts))


def taught(text: str, labels: Sequence[str]) -> np.ndarray | None:
    """Was taught that whoever speaks of glasses wants you to wait; it does not read Spanish."""
    if text.startswith("espere"):
        return None
    sure = "hold_on" if "glasses" in text else NONE
    return np.array([0.98 if label == sure else 0.01 for label in labels])


@pytest.fixture(scope="module")
def reader() -> LessonReader:
    eyes = Eyes(vectors_of, seen)
    return fit_said(LESSONS, eyes, ["ride please"], eyes.look(["ride please"]))


def test_the_likeliest_kind_comes_first_with_its_share(reader: LessonReader) -> None:
    found = said_in(reader, "let me find a pencil", Eyes(vectors_of, seen))
    assert found[0]["kind"] == "hold_on"
    shares = [float(str(one["share"])) for one in found]
    assert shares == sorted(shares, reverse=True)
    assert sum(shares) == pytest.approx(1.0, abs=0.001)


def test_what_was_taught_counts_where_it_reads_the_text(reader: LessonReader) -> None:
    eyes = Eyes(vectors_of, seen, taught)
    assert said_in(reader, "where are my glasses", eyes)[0]["kind"] == "hold_on"
    told = said_in(reader, "espere mis glasses", eyes)
    assert told == said_in(reader, "espere mis glasses", Eyes(vectors_of, seen))


def test_nothing_is_heard_without_words_or_a_reader(reader: LessonReader) -> None:
    assert said_in(reader, "  ", Eyes(vectors_of)) == []
    assert said_in(None, "pencil", Eyes(vectors_of)) == []


def test_it_is_the_same_after_it_was_kept(reader: LessonReader, tmp_path: Path) -> None:
    reader.save(tmp_path)
    blend = Blend(words=0.15, taught=0.6, strength=40.0)
    again = LessonReader.load(blend, tmp_path, with_second=True)
    eyes = Eyes(vectors_of, seen)
    assert said_in(again, "a crook on a tuesday", eyes)[0]["kind"] == "trust"
    alone = LessonReader.load(blend, tmp_path)
    assert said_in(alone, "a crook on a tuesday", eyes)[0]["kind"] == "trust"


def test_the_lessons_are_many_and_no_two_alike() -> None:
    lessons = read_said()
    counts = {
        kind: sum(lesson.kind == kind for lesson in lessons) for kind in {x.kind for x in lessons}
    }
    assert len(counts) > 70
    assert min(counts.values()) >= 20
    assert len({lesson.text.lower() for lesson in lessons}) == len(lessons)


@pytest.mark.parametrize("line", ["trust\tis this real", "trust\ten\t", "trust\ten\ta\tb"])
def test_a_line_that_is_no_lesson_is_named(tmp_path: Path, line: str) -> None:
    (tmp_path / "one.tsv").write_text(f"trust\ten\tare you for real\n{line}\n", "utf-8")
    with pytest.raises(ValueError, match=r"one\.tsv, line 2"):
        read_said(tmp_path)


def test_questions_of_a_list_teach_no_absence_of_a_kind() -> None:
    assert not teaches_none("ask_detail")
    assert teaches_none("give_place")


class Large:
    """Stands for the large encoder."""

    kinds = ("none", "trust", "self", "parent")

    def odds(self, text: str) -> np.ndarray:
        return np.array([0.0, 3.0, 1.0, 1.0])


def test_shares_are_of_the_labels_that_are_asked_for() -> None:
    two = taught_shares(Large(), "is that real", ["self", "parent"])
    assert two is not None
    assert two.tolist() == [0.5, 0.5]
    known = taught_shares(Large(), "is that real", ["trust", "none"])
    assert known is not None
    assert known[0] > 0.9


def test_it_says_nothing_of_spanish_or_of_what_it_was_not_taught() -> None:
    assert taught_shares(Large(), "necesito comida para mi mamá", ["trust", "none"]) is None
    assert taught_shares(Large(), "is that real", ["trust", "cost"]) is None
