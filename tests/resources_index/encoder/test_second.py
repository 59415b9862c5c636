"""Building the second reader: nothing that was there is lost without a connection, and no half of one is left."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from safetensors.torch import save_file
from tokenizers import Tokenizer
from tokenizers.models import WordLevel
from tokenizers.pre_tokenizers import Whitespace
from transformers import MPNetConfig, MPNetModel

from bot.components.encoder import LargeEncoder
from resources_index.encoder import second as second_module
from resources_index.encoder.adapters import Adapters
from resources_index.encoder.graph import Head, Shape
from resources_index.encoder.second_reader import SecondReader, open_second


def test_without_a_connection_what_was_there_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "second_reader"
    folder.mkdir()
    (folder / "encoder.json").write_text("{}", "utf-8")
    monkeypatch.setenv("DATA_DIR", str(tmp_path))
    monkeypatch.setattr(second_module, "_LOCK", tmp_path / "no such file")
    assert second_module.main() == 1
    assert (folder / "encoder.json").exists()


def test_a_build_that_is_broken_off_leaves_no_reader(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "second_reader"
    folder.mkdir()
    (folder / "encoder.json").write_text("{}", "utf-8")
    monkeypatch.setenv("DATA_DIR", str(tmp_path))
    monkeypatch.setattr(second_module, "fetch", lambda _: [tmp_path / "no.whl"])
    with pytest.raises(OSError, match=r"no\.whl"):
        second_module.main()
    assert open_second(tmp_path) is None


CONFIG = MPNetConfig(
    vocab_size=8, hidden_size=64, num_hidden_layers=3, num_attention_heads=4, intermediate_size=128
)
KINDS = ("none", "bad", "worse")


def adapters(path: Path, bias: Sequence[float]) -> Path:
    """A head that knows three kinds, and no change of any layer."""
    head = Head(np.eye(3, 64, dtype=np.float32), np.array(bias, dtype=np.float32))
    Adapters({}, {}, head, KINDS).save(path)
    return path


def built(
    folder: Path, working: Path, monkeypatch: pytest.MonkeyPatch, bias: Sequence[float]
) -> SecondReader:
    torch.manual_seed(1)
    save_file(MPNetModel(CONFIG).state_dict(), working / "w.safetensors")
    words = {"[UNK]": 3, "need": 4, "a": 5, "ride": 6, "[PAD]": 1}
    tokenizer = Tokenizer(WordLevel(words, unk_token="[UNK]"))
    tokenizer.pre_tokenizer = Whitespace()
    tokenizer.save(str(working / "tokenizer.json"))
    found = (working / "w.safetensors", working / "tokenizer.json")
    monkeypatch.setattr(second_module, "unpack", lambda *_: found)
    monkeypatch.setattr(second_module, "SHAPE", Shape(3, 4, CONFIG.layer_norm_eps))
    monkeypatch.setattr(second_module, "FIRST_TUNED", 1)
    monkeypatch.setattr(second_module, "WIDTH", 64)
    monkeypatch.setattr(second_module, "ADAPTERS", adapters(working / "a.npz", bias))
    monkeypatch.setattr(second_module, "TALK", adapters(working / "t.npz", bias))
    monkeypatch.setattr(second_module, "NEEDS", adapters(working / "n.npz", bias))
    second_module.build(folder, [], working)
    return SecondReader.load(folder)


def test_it_sees_a_text_once_and_says_both_what_it_is_like_and_what_it_tells_of(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reader = built(tmp_path / "r", tmp_path, monkeypatch, [0.0, 5.0, -5.0])
    texts = ["need a ride", "a", "ride ride need a a need"]
    sight = reader.look(texts)
    assert np.allclose(sight.vectors, reader.encode(texts), atol=1e-5)
    # Odds against none.
    assert np.allclose(sight.odds[:, 0], 0.0)
    assert (sight.odds[:, 1] > 0).all()
    assert (sight.odds[:, 2] < 0).all()


class Counting:
    """A graph's session that counts how often it runs."""

    def __init__(self, session: Any) -> None:
        self.session = session
        self.runs = 0

    def run(self, *given: Any) -> Any:
        self.runs += 1
        return self.session.run(*given)


def test_for_the_bot_a_text_goes_once_through_each_half_whatever_is_asked_of_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    built(tmp_path / "r", tmp_path, monkeypatch, [0.0, 5.0, -5.0])
    encoder = LargeEncoder(tmp_path / "r")
    assert encoder.shows_what_it_sees
    lower, upper = Counting(encoder._session), Counting(encoder._upper)
    monkeypatch.setattr(encoder, "_session", lower)
    monkeypatch.setattr(encoder, "_upper", upper)
    seen = [encoder.vectors(["a ride"]), encoder.taught_vectors(["a ride"])]
    assert encoder.odds("a ride").argmax() == 1
    assert encoder.need_odds("a ride").argmax() == 1
    assert (lower.runs, upper.runs) == (1, 1)
    # By the batch, beside longer texts, it is seen the same.
    texts = ["need a ride", "a ride", "ride ride need a a need"]
    assert np.allclose(encoder.encode(texts)[1], seen[0][0], atol=1e-4)
    assert np.allclose(encoder.encode_taught(texts)[1], seen[1][0], atol=1e-4)


def test_taught_anew_it_is_another_reader(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = built(tmp_path / "r", tmp_path, monkeypatch, [0.0, 5.0, -5.0]).info.digest
    assert built(tmp_path / "r", tmp_path, monkeypatch, [0.0, 5.0, -5.0]).info.digest == before
    assert built(tmp_path / "r", tmp_path, monkeypatch, [0.0, 4.0, -5.0]).info.digest != before
