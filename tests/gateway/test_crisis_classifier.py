"""The trained half of the crisis check: words, nearest lessons, and how it is judged while it learns."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from gateway.safety.classifier import KINDS
from gateway.safety.lessons import lessons, read_scams, scam_lessons
from gateway.safety.near import NearLessons, near_arrays, near_from_arrays
from gateway.safety.odds import odds
from gateway.safety.train import Material
from gateway.safety.trained import Reading, Trained
from gateway.safety.words import WordModel, count
from resources_index.examples import Alarm, Example

SUICIDE, MEDICAL = KINDS.index("suicide"), KINDS.index("medical_emergency")


def unit(rows: Sequence[Sequence[float]]) -> NDArray[np.float32]:
    vectors = np.array(rows, dtype=np.float32)
    length: NDArray[np.float32] = np.linalg.norm(vectors, axis=1, keepdims=True)
    return vectors / length


@pytest.fixture
def near() -> NearLessons:
    vectors = unit([[1, 0.1, 0], [1, 0, 0.1], [0.1, 1, 0], [0, 1, 0.1], [0, 0.1, 1], [0.1, 0, 1]])
    return NearLessons(vectors, np.array([0, 0, SUICIDE, SUICIDE, MEDICAL, MEDICAL]))


def test_a_message_leans_to_the_kind_of_its_neighbours(near: NearLessons) -> None:
    leanings = near.leanings(unit([[0.1, 1, 0.1], [1, 0.1, 0.1]]))
    assert leanings[0].argmax() == SUICIDE
    assert leanings[0, SUICIDE] > 0
    assert (leanings[1, 1:] < 0).all()
    assert (leanings[:, 0] == 0).all()


def test_lessons_are_the_same_after_they_were_kept(near: NearLessons) -> None:
    vectors, kinds = unit([[1, 0, 0], [1, 0.1, 0], [0, 1, 0], [0, 1, 0.1]]), np.array([0, 0, 1, 1])
    first = NearLessons(vectors, kinds)
    again = near_from_arrays(near_arrays(vectors, kinds))
    asked = unit([[0.5, 0.5, 0.1]])
    assert np.allclose(first.leanings(asked), again.leanings(asked), atol=0.01)


def test_both_halves_raise_the_odds_and_name_the_kind() -> None:
    calm = np.array([[0.98, 0.005, 0.005, 0.005, 0.005]])
    worried = np.array([[0.2, 0.6, 0.1, 0.05, 0.05]])
    far, close = np.zeros((1, 5)) - 0.2, np.array([[0.0, 0.3, 0.1, 0.0, 0.0]])
    assert odds(worried, close)[0].argmax() == SUICIDE
    highest = [
        odds(shares, leanings)[0, 1:].max()
        for shares in (calm, worried)
        for leanings in (far, close)
    ]
    assert highest[0] < highest[1] < highest[3]
    assert highest[0] < highest[2] < highest[3]


def test_words_alone_tell_a_cry_from_a_phrase() -> None:
    texts = [
        "i want to end it all",
        "end it all tonight",
        "this line is endless",
        "the end of the road",
    ]
    kinds = np.array([SUICIDE, SUICIDE, 0, 0])
    others = np.array([KINDS.index(kind) for kind in KINDS[2:]])
    more = ["my chest hurts so bad", "he is hitting me", "the house is on fire"]
    model = WordModel.fit(count([*texts, *more]), np.concatenate([kinds, others]), np.ones(7))
    shares = model.shares(count(["gonna end it all"]))
    assert shares[0].argmax() == SUICIDE
    assert np.isclose(shares.sum(), 1.0)


def test_arrays_for_other_kinds_are_refused() -> None:
    arrays = {"weights": np.zeros((4, 2), np.float32), "bias": np.zeros(2), "rarity": np.ones(4)}
    with pytest.raises(ValueError, match="make setup"):
        WordModel.from_arrays(arrays, len(KINDS))


def test_a_lesson_and_its_buried_copy_have_one_source() -> None:
    alarms = [Alarm(f"i took all the pills {n}", "en", "suicide") for n in range(12)]
    taught = lessons(alarms, [Example("need a ride", "en", ("transportation",))])
    sources = {lesson.source for lesson in taught if lesson.role in ("alarm", "buried")}
    assert sources == {alarm.text for alarm in alarms}


def test_what_may_be_danger_is_no_proof_of_harmlessness() -> None:
    bank = [
        Example("he yells at me", "en", ("elder_abuse",)),
        Example("a ride", "en", ("transportation",)),
    ]
    taught = lessons([Alarm("he hit me", "en", "abuse_now")], bank)
    material = Material.of(taught, lambda texts: np.ones((len(texts), 3), np.float32))
    kept = [material.taught[row].text for row in material.neighbours()]
    assert "he yells at me" not in kept
    assert "a ride" in kept


def test_two_labels_get_two_shares() -> None:
    texts = ["he wants gift cards", "read him the code", "need a ride", "where is the clinic"]
    model = WordModel.fit(count(texts), np.array([1, 1, 0, 0]), np.ones(4))
    shares = model.shares(count(["gift cards and the code", "a ride to the clinic"]))
    assert np.allclose(shares.sum(axis=1), 1.0)
    assert shares[0, 1] > 0.5 > shares[1, 1]


def test_a_check_judges_at_its_threshold(near: NearLessons) -> None:
    texts = ["he wants gift cards", "read him the code", "need a ride", "where is the clinic"]
    words = WordModel.fit(count(texts), np.array([1, 1, 0, 0]), np.ones(4))
    two = NearLessons(
        unit([[1, 0.1, 0], [1, 0, 0.1], [0.1, 1, 0], [0, 1, 0.1]]), np.array([0, 0, 1, 1])
    )
    reading = Reading(count(["gift cards and the code"]), unit([[0, 1, 0]]))
    height = float(Trained(words, two, ("none", "scam"), 0.0).scores(reading)[0, 1])
    assert Trained(words, two, ("none", "scam"), height - 0.1).judge(reading, None) == "scam"
    assert Trained(words, two, ("none", "scam"), height + 0.1).judge(reading, None) is None


def test_a_request_for_help_with_fraud_proves_nothing_about_scams() -> None:
    bank = [
        Example("a man wants my card number", "en", ("fraud_scams",)),
        Example("a ride", "en", ("transportation",)),
    ]
    scams = [Alarm("he wants gift cards", "en", "scam")]
    dangers = [Alarm("he hit me", "en", "abuse_now")]
    taught = {lesson.text: lesson.kind for lesson in scam_lessons(scams, dangers, bank, ["thanks"])}
    assert taught == {
        "he wants gift cards": "scam",
        "he hit me": "none",
        "a ride": "none",
        "thanks": "none",
    }


def test_a_misnamed_file_of_scams_is_refused(tmp_path: Path) -> None:
    (tmp_path / "tricks.en.txt").write_text("pay me\n", "utf-8")
    with pytest.raises(ValueError, match="name it"):
        read_scams(tmp_path)


def test_a_rule_is_believed_unless_it_is_absurd(near: NearLessons) -> None:
    texts = [
        "i want to end it all",
        "he is hitting me",
        "my chest hurts",
        "fire in here",
        "need a ride",
    ]
    words = WordModel.fit(count(texts), np.array([1, 3, 2, 4, 0]), np.ones(5))
    reading = Reading(count(["a ride to the clinic"]), unit([[1, 0.1, 0.1]]))
    three = NearLessons(unit([[1, 0.1, 0], [1, 0, 0.1], [0.1, 1, 0], [0, 1, 0.1], [0, 0.1, 1], [0.1, 0, 1],
                              [0.5, 1, 0], [0, 1, 0.5], [0.5, 0.1, 1], [0.5, 0, 1]]),
                        np.array([0, 0, 1, 1, 2, 2, 3, 3, 4, 4]))  # fmt: skip
    height = float(Trained(words, three, KINDS, 99.0).scores(reading)[0, 1:].max())
    assert Trained(words, three, KINDS, 99.0, height - 0.1).judge(reading, "suicide") == "suicide"
    assert Trained(words, three, KINDS, 99.0, height + 0.1).judge(reading, "suicide") is None
    assert Trained(words, three, KINDS, 99.0, height - 0.1).judge(reading, None) is None
