"""The large encoder beside our own: what it reads, and when a model may lean on it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest

from bot.components import second


class Large:
    """Stands for the encoder: its vectors are the lengths of the texts, and of its taught half twice that."""

    digest = "two"

    def encode(self, texts: Sequence[str]) -> np.ndarray:
        return np.array([[float(len(text))] for text in texts]).reshape(-1, 1)

    def encode_taught(self, texts: Sequence[str]) -> np.ndarray:
        return 2 * self.encode(texts)

    vectors = encode
    taught_vectors = encode_taught


@pytest.fixture
def large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(second, "second_encoder", Large)


@pytest.mark.usefixtures("large")
def test_it_reads_all_but_spanish() -> None:
    look = second.second_sight()
    assert look is not None
    said = ["need a ride to the doctor", "necesito comida para mi mamá", "45402"]
    seen = look(said)
    assert seen.rows.tolist() == [0, 2]
    assert seen.vectors[:, 0].tolist() == [len(said[0]), len(said[2])]
    assert look([said[1]]).rows.tolist() == []


@pytest.mark.usefixtures("large")
def test_its_taught_half_reads_the_same_texts_in_its_own_way() -> None:
    look = second.talk_sight()
    assert look is not None
    seen = look(["one", "necesito comida para mi mamá", "a ride"])
    assert seen.rows.tolist() == [0, 2]
    assert seen.vectors[:, 0].tolist() == [6.0, 12.0]
    assert look(["a ride"]).vectors.tolist() == [[12.0]]


def test_without_it_nothing_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(second, "second_encoder", lambda: None)
    assert second.second_sight() is None
    assert second.talk_sight() is None


@pytest.mark.parametrize(
    ("trained_with", "here", "leans"),
    [("two", "two", True), ("one", "two", False), (None, "two", False), ("two", None, False)],
)
def test_a_model_leans_only_on_the_one_it_was_trained_with(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    trained_with: str | None,
    here: str | None,
    leans: bool,
) -> None:
    def encoder(digest: str | None) -> SimpleNamespace | None:
        return None if digest is None else SimpleNamespace(digest=digest)

    monkeypatch.setattr(second, "second_encoder", lambda: encoder(trained_with))
    second.note_second(tmp_path)
    monkeypatch.setattr(second, "second_encoder", lambda: encoder(here))
    assert second.has_second(tmp_path) is leans


class Judging(Large):
    """Likes what stands last."""

    kinds, needs = ("none", "trust"), ("food", "rides", "housing")

    def odds(self, text: str) -> np.ndarray:
        return np.arange(2.0)

    def need_odds(self, text: str) -> np.ndarray:
        return np.arange(3.0)


def test_what_it_was_taught_comes_in_the_order_that_is_asked_for() -> None:
    shares = second.need_shares(Judging(), "a ride", ["housing", "food"])  # type: ignore[arg-type]
    assert shares is not None
    assert shares[0] == pytest.approx(1 / (1 + np.exp(-2)))
    assert shares.sum() == pytest.approx(1)


def test_of_spanish_and_of_needs_that_it_was_not_taught_it_says_nothing() -> None:
    encoder = Judging()
    assert second.need_shares(encoder, "necesito comida para mi mamá", ["food"]) is None  # type: ignore[arg-type]
    assert second.need_shares(encoder, "a ride", ["food", "trust"]) is None  # type: ignore[arg-type]
