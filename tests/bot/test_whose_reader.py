"""For whom the help is, by rules and by what was learned beside them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from bot.components.lesson_reader import Blend, LessonReader
from bot.components.need_shares import Eyes
from bot.components.second import Seen
from bot.components.softmax import Softmax
from bot.components.whose import Whose, whose_need
from bot.components.whose_reader import Lesson, WhoseReader, group_of, read_whose
from bot.components.word_model import WordModel

GROUPS = ("other", "parent", "self", "spouse")
TELLING = {"stoop": "other", "nightgown": "parent", "sunroom": "self", "anniversary": "spouse"}
LESSONS = [
    Lesson(group, f"{word} {filler}")
    for word, group in TELLING.items()
    for filler in ("and the kitchen", "on a tuesday", "since the fall", "in the snow")
]
# Ten words or more; nobody in it unless a test says so.
LONG = "there is nothing left to eat in that house again since the {}"


def vectors_of(texts: Sequence[str]) -> np.ndarray:
    """A toy sense: the telling word points to its group, all else nowhere in particular."""
    rows = np.full((len(texts), len(GROUPS)), 0.1, dtype=np.float32)
    for row, text in zip(rows, texts, strict=True):
        for word, group in TELLING.items():
            row[GROUPS.index(group)] += 5.0 * (word in text)
    return rows / np.linalg.norm(rows, axis=1, keepdims=True)


def seen_by_the_large_one(texts: Sequence[str]) -> Seen:
    """Reads no Spanish, and knows that a porch is a stoop."""
    rows = [row for row, text in enumerate(texts) if not text.startswith("mi ")]
    known = [texts[row].replace("porch", "stoop") for row in rows]
    return Seen(np.array(rows, dtype=int), vectors_of(known))


def never(_: Sequence[str]) -> np.ndarray:
    raise AssertionError("a message that the rules decide is not encoded")


EYES = Eyes(vectors_of)
TWO_PAIRS = Eyes(vectors_of, seen_by_the_large_one)
BLEND = Blend(words=0.5, taught=0.5, strength=20.0)


@pytest.fixture(scope="module")
def reader() -> WhoseReader:
    return WhoseReader.fit(LESSONS, EYES.look([lesson.text for lesson in LESSONS]))


@pytest.fixture(scope="module")
def seen_twice() -> WhoseReader:
    return WhoseReader.fit(LESSONS, TWO_PAIRS.look([lesson.text for lesson in LESSONS]))


def test_the_lessons_are_read_and_of_four_groups() -> None:
    lessons = read_whose()
    counts = {group: sum(lesson.group == group for lesson in lessons) for group in GROUPS}
    assert set(counts.values()) == {520}
    assert len({lesson.text for lesson in lessons}) > 2000


def test_a_line_of_another_kind_is_refused(tmp_path: Path) -> None:
    (tmp_path / "one.tsv").write_text("uncle\ten\tmy uncle fell\n", "utf-8")
    with pytest.raises(ValueError, match="uncle"):
        read_whose(tmp_path)


@pytest.mark.parametrize("second", [False, True])
def test_the_reader_is_the_same_after_it_was_kept(
    seen_twice: WhoseReader, tmp_path: Path, second: bool
) -> None:
    seen_twice.save(tmp_path)
    again = WhoseReader.load(tmp_path, with_second=second)
    for word, group in TELLING.items():
        assert again.group(LONG.format(word), None, TWO_PAIRS) == group
    # Only the large encoder knows the porch.
    porch = again.group(LONG.format("porch"), None, TWO_PAIRS)
    assert (porch == "other") is second


def test_the_large_encoder_is_not_asked_where_it_reads_nothing(seen_twice: WhoseReader) -> None:
    said = "mi porch es muy viejo y no hay nada que comer en casa"
    assert seen_twice.group(said, None, TWO_PAIRS) == "self"


def test_parts_that_know_different_groups_are_refused() -> None:
    words = WordModel.fit(["a b c", "d e f"], ["self", "other"], np.ones(2))
    sense = Softmax.fit(np.eye(2), ["self", "parent"], 20.0, np.ones(2))
    with pytest.raises(ValueError, match="train the bot again"):
        LessonReader(BLEND, words, sense)


def test_what_the_rules_name_counts() -> None:
    even = np.zeros((4, 4), dtype=np.float32)
    leaning = np.array([0.0, 1.5, 0.0, 0.0], dtype=np.float32)
    words = WordModel.fit([lesson.text for lesson in LESSONS], [x.group for x in LESSONS], np.ones(16))  # fmt: skip
    sure, unsure, hardly = (
        WhoseReader(LessonReader(BLEND, words, Softmax(even, leaning * times, GROUPS)))
        for times in (3, 1, 1.3)
    )
    assert unsure.group("x", "husband", EYES) == "spouse"
    assert sure.group("x", "husband", EYES) == "parent"
    # A writer who is only supposed gives way sooner.
    assert hardly.group("x", "self", EYES) == "self"
    assert hardly.group("x", None, EYES) == "parent"


@pytest.mark.parametrize(
    ("about", "group"),
    [(None, "self"), ("parents", "parent"), ("partner", "spouse"), ("mother_in_law", "other"), ("client", "other")],
)  # fmt: skip
def test_each_person_is_of_a_group(about: str | None, group: str) -> None:
    assert group_of(about) == group


def test_nothing_was_trained_so_the_rules_decide() -> None:
    said = "my mom needs somebody to sit with her while the nightgown dries outside"
    assert whose_need(said, None, Eyes(never)) == Whose("mother")


def test_a_short_message_is_read_by_the_rules_alone(reader: WhoseReader) -> None:
    assert whose_need("my brother needs a nightgown", reader, Eyes(never)) == Whose("brother")
    assert whose_need("need a nightgown", reader, Eyes(never)) == Whose(None)


def test_the_rules_answer_stays_where_the_groups_agree(reader: WhoseReader) -> None:
    said = "my dad needs a nightgown and somebody to help him wash on a tuesday"
    assert whose_need(said, reader, EYES) == Whose("father")


class Surely(WhoseReader):
    """Of the group of the telling word."""

    def __init__(self) -> None:
        pass

    def group(self, text: str, *_: object) -> str:
        return next(group for word, group in TELLING.items() if word in text)


@pytest.mark.parametrize(
    ("said", "rules", "whose"),
    [
        # Somebody of that group is named in it.
        ("my sister and I and dad: it's mine to bring the nightgown, I need it", "self", Whose("father")),
        ("my brother needs to know who does the snow near the old sunroom", "brother", Whose("self")),
        # Nobody is: a guess, by "she" and "he".
        ("I need help and she has worn that old nightgown for three weeks now", "self", Whose(None, "mother")),
        ("I need help and he has worn that old nightgown for three weeks now", "self", Whose(None, "father")),
        ("I need help and it was that very old nightgown for three weeks now", "self", Whose(None, "parents")),
        ("I need help here and it will soon be his forty fifth anniversary too", "self", Whose(None, "husband")),
        ("I need help here and it will soon be our forty fifth anniversary too", "self", Whose(None, "partner")),
        ("I need help here with the snow on the stoop since the storm came", "self", Whose(None, "other")),
        # Somebody else is named, or it is somebody's work, or the one who could be meant has died.
        ("my aunt needs somebody at home before the anniversary, she is all alone there", "aunt", Whose("aunt")),
        ("Client, 81F, lives alone, needs meals, and sits in the sunroom", "client", Whose("client")),
        ("I need help with the papers, my wife died before our fortieth anniversary", "self", Whose("self")),
    ],
)  # fmt: skip
def test_who_is_meant_where_the_group_is_another(said: str, rules: str, whose: Whose) -> None:
    assert whose_need(said, None, EYES) == Whose(rules)
    assert whose_need(said, Surely(), EYES) == whose


def test_where_nothing_tells_it_is_only_a_guess(reader: WhoseReader) -> None:
    assert whose_need(LONG.format("nightgown"), reader, EYES) == Whose(None, "parents")
    assert whose_need(LONG.format("sunroom"), reader, EYES) == Whose(None)
