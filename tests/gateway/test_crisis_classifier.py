"""The trained half of the crisis check: words, nearest lessons, and how it is judged while it learns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from gateway.safety import Safety, Verdict
from gateway.safety.classifier import KINDS
from gateway.safety.lessons import lessons, read_scams, scam_lessons
from gateway.safety.material import Material
from gateway.safety.near import NearLessons, near_arrays, near_from_arrays
from gateway.safety.network import Network
from gateway.safety.odds import odds
from gateway.safety.trained import Limits
from gateway.safety.words import WordModel, count
from resources_index.examples import Alarm, Example

SUICIDE, MEDICAL = KINDS.index("suicide"), KINDS.index("medical_emergency")


def unit(rows: Sequence[Sequence[float]] | NDArray[np.float32]) -> NDArray[np.float32]:
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


def test_each_of_three_views_raises_the_odds_and_they_name_the_kind() -> None:
    calm = np.array([[0.98, 0.005, 0.005, 0.005, 0.005]])
    worried = np.array([[0.2, 0.6, 0.1, 0.05, 0.05]])
    far, close = np.zeros((1, 5)) - 0.2, np.array([[0.0, 0.3, 0.1, 0.0, 0.0]])
    assert odds(worried, close, worried)[0].argmax() == SUICIDE
    calmest = odds(calm, far, calm)[0, 1:].max()
    for one in ((worried, far, calm), (calm, close, calm), (calm, far, worried)):
        assert calmest < odds(*one)[0, 1:].max() < odds(worried, close, worried)[0, 1:].max()


def test_the_network_learns_what_only_two_numbers_together_tell() -> None:
    chance = np.random.default_rng(3)
    points = chance.standard_normal((1200, 6)).astype(np.float32)
    kinds = (points[:, 0] * points[:, 1] > 0).astype(np.int64)
    vectors = unit(points)
    learnt = Network.fit(vectors[:1000], kinds[:1000], np.ones(1000), 2)
    shares = learnt.shares(vectors[1000:])
    assert np.allclose(shares.sum(axis=1), 1.0, atol=1e-5)
    # No line through the points is right in more than some six of ten.
    assert (shares.argmax(axis=1) == kinds[1000:]).mean() > 0.8
    again = Network.from_arrays(learnt.arrays())
    assert np.allclose(again.shares(vectors[1000:]), shares)


def test_a_lesson_that_counts_for_nothing_teaches_the_network_nothing() -> None:
    vectors = unit([[1, 0.1, 0], [0, 1, 0.1]] * 200)
    true, false = np.array([0, 1] * 200), np.array([1, 0] * 200)
    weights = np.concatenate([np.ones(400), np.zeros(400)])
    learnt = Network.fit(np.vstack([vectors, vectors]), np.concatenate([true, false]), weights, 2)
    assert learnt.shares(vectors[:2]).argmax(axis=1).tolist() == [0, 1]


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


class Steady:
    """A trained half that is always equally sure of one kind, but for messages that it knows."""

    limits = Limits(
        sure=dict.fromkeys((*KINDS, "scam"), 1.0), perhaps=-2.0, floor=-4.0, absurd=-7.5
    )

    def __init__(self, kind: str, height: float, known: Mapping[str, float]) -> None:
        self.kind, self.height, self.known = kind, height, known

    def limits_for(self, reading: Told) -> Limits:
        return self.limits

    def best(self, reading: Told) -> tuple[str, float]:
        return self.kind, max(self.known.get(text, self.height) for text in reading.texts)


@dataclass
class Told:
    """Stands for `Reading`."""

    texts: tuple[str, ...]


class Both:
    """Stands for `Classifier`."""

    def __init__(self, danger: Steady, scam: Steady) -> None:
        self.crisis, self.scam = danger, scam

    def read(self, *texts: str) -> Told:
        return Told(texts)


def check(
    text: str,
    height: float,
    kind: str = "suicide",
    scam: float = -9.0,
    known: Mapping[str, float] | None = None,
) -> Verdict:
    halves = Both(Steady(kind, height, known or {}), Steady("scam", scam, {}))
    return Safety(halves).check(text)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("said", "height", "crisis", "perhaps"),
    [
        ("i want to die", -11.0, "suicide", None),
        ("i want to die of shame when the neighbors see my lawn", -11.0, None, "suicide"),
        ("i want to die of shame when the neighbors see my lawn", -7.0, "suicide", None),
    ],
)
def test_a_plain_rule_is_believed_unless_a_longer_message_is_absurd(
    said: str, height: float, crisis: str | None, perhaps: str | None
) -> None:
    verdict = check(said, height)
    assert (verdict.crisis, verdict.perhaps) == (crisis, perhaps)


@pytest.mark.parametrize(("of_the_sentence", "crisis"), [(3.0, "suicide"), (-1.0, None)])
def test_a_sentence_in_what_is_absurd_must_be_an_alarm_by_itself(
    of_the_sentence: float, crisis: str | None
) -> None:
    said = "i want to die of shame. when the neighbors see my lawn"
    verdict = check(said, -11.0, known={"i want to die of shame": of_the_sentence})
    assert verdict.crisis == crisis
    assert verdict.perhaps == (None if crisis else "suicide")


@pytest.mark.parametrize(("height", "kind"), [(-9.0, None), (-3.0, "suicide")])
def test_a_rule_on_a_laughing_message_needs_a_little_more(height: float, kind: str | None) -> None:
    verdict = check("i want to die ha ha", height)
    assert (verdict.crisis, verdict.perhaps) == (kind, None)


def test_danger_beside_a_joke_is_judged_by_its_own_sentence() -> None:
    told = "that bus is a joke. i want to die. at ten"
    assert check(told, -9.0, known={"i want to die": 3.0}).crisis == "suicide"
    assert check(told, -9.0, known={"i want to die": -3.0}).crisis is None
    assert check(told, -9.0, known={"at ten": 3.0}).crisis is None


@pytest.mark.parametrize(
    ("text", "height", "kind", "perhaps"),
    [
        ("the canaries need a new owner", 1.1, "suicide", None),
        ("the canaries need a new owner", 0.9, None, "suicide"),
        ("the canaries need a new owner", -2.1, None, None),
    ],
)
def test_the_trained_half_alone_must_be_sure(
    text: str, height: float, kind: str | None, perhaps: str | None
) -> None:
    verdict = check(text, height)
    assert (verdict.crisis, verdict.perhaps) == (kind, perhaps)


@pytest.mark.parametrize(
    ("height", "of_the_rest", "rest", "kind", "perhaps"),
    [
        (3.7, -9.0, "just sad", None, "suicide"),
        (-0.7, -9.0, "just sad", None, None),
        # A few words that sound like danger prove nothing beside a denial; more of them do.
        (3.7, 2.0, "just sad", None, "suicide"),
        (3.7, 2.0, "the canaries and the furniture need a new owner", "suicide", None),
    ],
)
def test_beside_a_denial_only_the_rest_is_judged(
    height: float, of_the_rest: float, rest: str, kind: str | None, perhaps: str | None
) -> None:
    verdict = check(f"i am not suicidal, {rest}", height, known={rest: of_the_rest})
    assert (verdict.crisis, verdict.perhaps) == (kind, perhaps)


def test_a_question_about_medicine_gets_the_pharmacist_and_not_911() -> None:
    verdict = check("can i take two tylenol pills with my eliquis", 0.0, kind="medical_emergency")
    assert (verdict.caution, verdict.perhaps) == ("medication", None)


@pytest.mark.parametrize(("danger", "scam", "crisis"), [(3.0, 2.0, "suicide"), (2.0, 3.0, None)])
def test_of_two_guesses_the_surer_counts(danger: float, scam: float, crisis: str | None) -> None:
    verdict = check("somebody is coming to the house", danger, scam=scam)
    assert (verdict.crisis, verdict.scam) == (crisis, crisis is None)


def test_a_plain_danger_counts_more_than_any_scam() -> None:
    assert check("he wants the code", -9.0, scam=2.0).scam
    both = check("i want to die, he wants the code", 2.0, scam=9.0)
    assert (both.crisis, both.scam) == ("suicide", False)


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
