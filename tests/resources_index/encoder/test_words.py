"""Words in their sentence: what the lower layers of the encoder make of them."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from resources_index.encoder.lower import lower_layers
from resources_index.encoder.words import LAYERS, WordReader

ENCODER = Path(__file__).resolve().parents[3] / "data" / "encoder"


@pytest.fixture(scope="module")
def reader() -> WordReader:
    return WordReader(ENCODER)


def test_a_word_is_another_one_in_another_sentence(reader: WordReader) -> None:
    home = reader.vectors("I live in Waco", [(10, 14)])[1]
    again = reader.vectors("We live in Waco", [(11, 15)])[1]
    grave = reader.vectors("he is buried in Waco", [(16, 20)])[1]

    def alike(one: np.ndarray, other: np.ndarray) -> float:
        return float(one @ other / np.linalg.norm(one) / np.linalg.norm(other))

    assert alike(home, again) > alike(home, grave)


def test_the_first_row_is_the_whole_text_and_no_words_are_nothing(reader: WordReader) -> None:
    rows = reader.vectors("Waco", [(0, 4), (4, 4)])
    assert rows.shape == (3, reader.info.dimension)
    assert np.abs(rows[0]).sum() > 0
    assert np.abs(rows[2]).sum() == 0


def test_what_stands_behind_the_longest_text_is_nothing(reader: WordReader) -> None:
    text = "word " * 400 + "Waco"
    rows = reader.vectors(text, [(len(text) - 4, len(text))])
    assert np.abs(rows[1]).sum() == 0


def test_an_encoder_with_fewer_layers_is_refused() -> None:
    with pytest.raises(ValueError, match="fewer than 13 layers"):
        lower_layers(ENCODER / "model.onnx", 13)
    assert (
        len(lower_layers(ENCODER / "model.onnx", LAYERS)) < (ENCODER / "model.onnx").stat().st_size
    )
