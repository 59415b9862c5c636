"""Needs and acts by nearest examples and by words: both halves count, and both are kept on disk."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from bot.components.act_context import weighted, weights_after
from bot.components.act_patterns import may_greet
from bot.components.act_reader import ActReader, Large, view_of
from bot.components.act_view import ActView
from bot.components.bank import Example
from bot.components.clauses import split_clauses
from bot.components.nearest import NearestExamples
from bot.components.need_reader import NeedReader
from bot.components.need_shares import Eyes, NeedShares
from bot.components.second import Seen, joined
from bot.components.word_model import WordModel

BANK = [
    Example(text, "en", needs)
    for text, needs in (
        ("my dentures broke", ("dental",)),
        ("need new dentures", ("dental",)),
        ("teeth hurt when i eat", ("dental",)),
        ("who brings meals to the house", ("meals",)),
        ("hot meals brought to my mother", ("meals",)),
        ("he cannot cook any more", ("meals",)),
        ("a ride to dialysis", ("ride",)),
        ("how do i get to the doctor", ("ride",)),
        ("i quit driving", ("ride",)),
    )
]
DIRECTIONS = {"dental": (1.0, 0.0, 0.0), "meals": (0.0, 1.0, 0.0), "ride": (0.0, 0.0, 1.0)}


def vectors_of(texts: Sequence[str]) -> np.ndarray:
    """A toy sense of the words: what is known points to its need, all else nowhere in particular."""
    known = {example.text: DIRECTIONS[example.needs[0]] for example in BANK}
    # By its vector alone an unknown text would be about rides.
    rows = np.array([known.get(text, (0.57, 0.57, 0.59)) for text in texts], dtype=np.float32)
    jitter = np.random.default_rng(3).normal(0.0, 0.002, rows.shape).astype(np.float32)
    rows = rows + jitter
    return rows / np.linalg.norm(rows, axis=1, keepdims=True)


def seen_by_the_large_one(texts: Sequence[str]) -> Seen:
    """Knows of teeth what the small one does not, and reads no Spanish."""
    rows = [row for row, text in enumerate(texts) if not text.startswith("mi ")]
    vectors = vectors_of([texts[row] for row in rows]) if rows else np.empty((0, 3))
    for number, row in enumerate(rows):
        if "chew" in texts[row]:
            vectors[number] = DIRECTIONS["dental"]
    return Seen(np.array(rows, dtype=int), vectors)


EYES = Eyes(vectors_of)
TWO_PAIRS = Eyes(vectors_of, seen_by_the_large_one)

LESSONS = [
    Example(text, "en", needs)
    for text, needs in (
        ("need new dentures and also a ride to dialysis", ("dental", "ride")),
        ("who brings meals to the house, and also i quit driving", ("meals", "ride")),
        ("my dentures broke and also he cannot cook any more", ("dental", "meals")),
        ("hot meals brought to my mother and also how do i get to the doctor", ("meals", "ride")),
        ("a ride to dialysis, since my dentures broke", ("ride",)),
        ("need new dentures, since he cannot cook any more", ("dental",)),
        ("who brings meals to the house, since i quit driving", ("meals",)),
        ("how do i get to the doctor, since my dentures broke", ("ride",)),
    )
]


@pytest.fixture(scope="module")
def reader() -> NeedReader:
    return NeedReader.fit(BANK, EYES.look([example.text for example in BANK]), LESSONS * 4, EYES)


def test_a_telling_word_decides_where_the_sentence_says_nothing(reader: NeedReader) -> None:
    needs, guesses = reader.read("something with my dentures", EYES)
    assert needs[0][0] == "dental"
    assert len(guesses) == 3
    assert guesses[0][1] >= guesses[1][1] >= guesses[2][1]


def test_what_somebody_has_already_is_not_asked_for(reader: NeedReader) -> None:
    text = "i already have hot meals brought to me, i need new dentures"
    assert [need for need, _ in reader.read(text, EYES)[0]] == ["dental"]


def test_a_further_need_counts_where_the_message_sounds_like_two_requests(
    reader: NeedReader,
) -> None:
    asked, _ = reader.read("need new dentures and also how do i get to the doctor", EYES)
    assert {need for need, _ in asked} == {"dental", "ride"}
    mentioned, _ = reader.read("need new dentures, since how do i get to the doctor", EYES)
    assert len(mentioned) == 1


def test_the_reader_is_the_same_after_it_was_kept(reader: NeedReader, tmp_path: Path) -> None:
    reader.save(tmp_path)
    again = NeedReader.load(tmp_path)
    one, several = "a ride to town", "need new dentures and also how do i get to the doctor"
    before, after = reader.read(one, EYES)[0], again.read(one, EYES)[0]
    assert dict(before) == pytest.approx(dict(after), abs=0.02)
    # Both needs are as likely as each other: which comes first may turn.
    before, after = reader.read(several, EYES)[0], again.read(several, EYES)[0]
    assert {need for need, _ in before} == {need for need, _ in after} == {"dental", "ride"}


@pytest.fixture(scope="module")
def seen_twice() -> NeedReader:
    views = TWO_PAIRS.look([example.text for example in BANK])
    return NeedReader.fit(BANK, views, LESSONS * 4, TWO_PAIRS)


def test_the_large_encoder_sees_what_the_small_one_does_not(
    reader: NeedReader, seen_twice: NeedReader
) -> None:
    said = "i cannot chew"
    assert reader.read(said, EYES)[1][0][0] != "dental"
    assert seen_twice.read(said, TWO_PAIRS)[1][0][0] == "dental"
    # It does not read this: the small one decides alone.
    assert seen_twice.read("mi chew", TWO_PAIRS)[1][0][0] == reader.read("mi chew", EYES)[1][0][0]


def test_without_the_large_encoder_the_same_reader_goes_on(
    seen_twice: NeedReader, tmp_path: Path
) -> None:
    seen_twice.save(tmp_path)
    said = "need new dentures"
    for known in (NeedReader.load(tmp_path), NeedReader.load(tmp_path, with_second=True)):
        assert known.read(said, EYES)[0][0][0] == "dental"
    again = NeedReader.load(tmp_path, with_second=True)
    assert again.read("i cannot chew", TWO_PAIRS)[1][0][0] == "dental"


def test_the_half_that_was_taught_needs_has_a_say_in_what_comes_first(reader: NeedReader) -> None:
    said = "i cannot chew"
    before = dict(reader.read(said, EYES)[1])

    def taught(_: str, labels: Sequence[str]) -> np.ndarray:
        return np.array([1.0 if label == "dental" else 0.0 for label in labels])

    after = dict(reader.read(said, Eyes(EYES.encode, None, taught))[1])
    assert after["dental"] > before.get("dental", 0.0)
    silent = reader.read(said, Eyes(EYES.encode, None, lambda _text, _labels: None))
    assert dict(silent[1]) == before


def test_some_of_the_texts_are_seen_as_if_they_stood_alone() -> None:
    seen = Seen(np.array([0, 2, 3]), np.array([[0.0], [2.0], [3.0]]))
    part = seen.part([3, 1, 0])
    assert part.rows.tolist() == [0, 2]
    assert part.vectors.tolist() == [[3.0], [0.0]]
    both = joined([seen, part], [4, 3])
    assert both.rows.tolist() == [0, 2, 3, 4, 6]


def test_halves_that_know_different_needs_are_refused() -> None:
    near = NearestExamples.fit(
        [example.needs for example in BANK], vectors_of([example.text for example in BANK])
    )
    words = WordModel.fit(["a b c", "d e f"], ["meals", "other"], np.ones(2))
    with pytest.raises(ValueError, match="train the bot again"):
        NeedShares(near, words)


def test_words_do_not_mind_accents_or_capitals() -> None:
    texts = ["necesito un médico", "busco doctor", "quiero comida", "tengo hambre"]
    model = WordModel.fit(texts, ["doctor", "doctor", "food", "food"], np.ones(4))
    assert model.shares(["médico"]).shape == (1, 2)
    assert model.shares(["médico"])[0, 0] > 0.6 > model.shares(["comida"])[0, 0]
    assert np.allclose(model.shares(["MEDICO"]), model.shares(["médico"]))
    assert model.labels[int(model.shares(["MEDICO"])[0].argmax())] == "doctor"


def test_acts_are_ranked_and_kept(tmp_path: Path) -> None:
    texts = ["how much is it", "what does it cost", "say that again", "repeat the number"]
    acts = ["ask_detail", "ask_detail", "repeat", "repeat"]
    vectors = np.array([[1, 0], [0.9, 0.1], [0, 1], [0.1, 0.9]], dtype=np.float32)
    reader = ActReader.fit(texts, vectors, acts, np.ones(4))
    reader.save(tmp_path)
    ranking = ActReader.load(tmp_path).read("what is the cost", np.array([0.8, 0.2], np.float32))
    assert ranking[0][0] == "ask_detail"
    assert abs(sum(share for _, share in ranking) - 1.0) < 1e-6


class Sure:
    """A part of a reader that is sure of one label, or of none."""

    def __init__(self, *shares: float) -> None:
        self.labels = ["correct", "deny"]
        self._shares = np.array([shares])

    def shares(self, _: object) -> np.ndarray:
        return self._shares


def test_the_nearest_examples_decide_where_the_others_do_not() -> None:
    even = Sure(0.5, 0.5)
    for near, act in ((Sure(0.1, 0.9), "deny"), (Sure(0.9, 0.1), "correct")):
        reader = ActReader(ActView(even, near), even)  # type: ignore[arg-type]
        assert reader.read("not that", np.zeros(3))[0][0] == act


ANYHOW = Large(np.zeros(5), np.zeros(5))


def test_the_large_encoder_counts_as_much_as_the_small_one_where_it_reads() -> None:
    even, small, large = Sure(0.5, 0.5), Sure(0.4, 0.6), Sure(0.9, 0.1)
    first, second = ActView(small, small), ActView(large, large)  # type: ignore[arg-type]
    reader = ActReader(first, even, second)  # type: ignore[arg-type]
    assert reader.read("not that", np.zeros(3), large=ANYHOW)[0][0] == "correct"
    assert reader.read("eso no", np.zeros(3))[0][0] == "deny"


def test_what_was_taught_turns_of_talk_counts_beside_both_encoders() -> None:
    even, both, taught = Sure(0.5, 0.5), Sure(0.6, 0.4), Sure(0.05, 0.95)
    view, half = ActView(both, both), ActView(taught, taught)  # type: ignore[arg-type]
    told = ActReader(view, even, view, half)  # type: ignore[arg-type]
    untold = ActReader(view, even, view)  # type: ignore[arg-type]
    assert untold.read("my business is mine", np.zeros(3), large=ANYHOW)[0][0] == "correct"
    assert told.read("my business is mine", np.zeros(3), large=ANYHOW)[0][0] == "deny"
    # It does not read this.
    assert told.read("eso es cosa mía", np.zeros(3))[0][0] == "correct"


def test_parts_that_know_different_acts_are_refused() -> None:
    known, other = Sure(0.5, 0.5), Sure(0.5, 0.5)
    other.labels = ["correct", "thanks"]
    view, half = ActView(known, known), ActView(other, other)  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="train the bot again"):
        ActReader(view, known, view, half)  # type: ignore[arg-type]


def test_acts_as_two_encoders_see_them_are_kept(tmp_path: Path) -> None:
    texts = ["how much is it", "say that again", "eso cuanto cuesta", "otra vez"]
    acts = ["ask_detail", "repeat", "ask_detail", "repeat"]
    alike = np.array([[0.7, 0.71], [0.71, 0.7], [0.7, 0.7], [0.71, 0.71]], dtype=np.float32)
    seen = Seen(np.array([0, 1]), np.array([[1.0, 0.0], [0.0, 1.0]], dtype=np.float32))
    taught = view_of(seen, acts, np.ones(4))
    ActReader.fit(texts, alike, acts, np.ones(4), seen, taught).save(tmp_path)
    reader = ActReader.load(tmp_path, with_second=True)
    vector, repeats = np.array([0.705, 0.7], np.float32), np.array([0.1, 0.9], np.float32)
    asks, nothing = np.array([0.9, 0.1], np.float32), np.array([0.7, 0.71], np.float32)
    for large, act in (
        (Large(repeats, nothing), "repeat"),
        (Large(nothing, repeats), "repeat"),
        (Large(nothing, asks), "ask_detail"),
    ):
        assert reader.read("once more please", vector, large=large)[0][0] == act
    alone = ActReader.load(tmp_path)
    assert alone.read("x", vector, large=Large(repeats, repeats)) == alone.read("x", vector)


@pytest.mark.parametrize(
    ("text", "may"),
    [
        ("ya ni sabe quien soy algunos dias", False),
        ("some days she does not know who I am", False),
        ("good morning dear how are you today", True),
        ("knock knock", True),
    ],
)
def test_a_longer_turn_greets_only_with_a_word_of_greeting(text: str, may: bool) -> None:
    assert may_greet(text) is may


def test_after_a_list_fewer_messages_ask_for_something_new() -> None:
    labels = ["ask_need", "not_that", "thanks"]
    shares = np.array([0.5, 0.4, 0.1])
    listed = weighted(shares, labels, weights_after(True))
    first = weighted(shares, labels, weights_after(False))
    assert labels[int(listed.argmax())] == "not_that"
    assert labels[int(first.argmax())] == "ask_need"
    assert first[1] < shares[1]
    assert np.allclose([listed.sum(), first.sum()], 1.0)
    assert np.allclose(weighted(shares, labels, weights_after(None)), shares)


@pytest.mark.parametrize(
    ("said", "looks_back"),
    [
        ("the line you sent for the legal aid is somebodys house", True),
        ("did they ever answer about the heating money", True),
        ("no joven, a mi me dijeron que no", True),
        ("my line was cut off and I can't pay the phone bill", False),
        ("she can't get a ride to the doctor", False),
    ],
)
def test_who_speaks_of_what_was_done_before_asks_for_nothing_new(
    said: str, looks_back: bool
) -> None:
    for listed, usual in ((True, 0.4), (False, 1.0)):
        assert (weights_after(listed, said).get("ask_need", 1.0) < usual) is looks_back


@pytest.mark.parametrize(
    ("said", "clauses"),
    [("need groceries and my glasses are broke", ["need groceries", "my glasses are broke"]),
     ("husband in hospital, car dead, rent due", ["husband in hospital", "car dead", "rent due"]),
     ("1) cooked food 2) someone to call her", ["cooked food", "someone to call her"]),
     ("thanks and bye", []), ("need a ride to the doctor", [])],
)  # fmt: skip
def test_two_words_are_a_clause_when_they_say_something(said: str, clauses: list[str]) -> None:
    assert split_clauses(said) == clauses
