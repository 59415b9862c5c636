"""The fast encoder says the same as the one it was made from."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import pytest
import torch
from transformers import BertConfig, BertModel

from resources_index.encoder import Encoder
from resources_index.encoder.assemble import SentenceEncoder
from resources_index.encoder.export import shape_of, weights_of
from resources_index.encoder.graph import encoder_graph
from resources_index.examples import read_examples

ROOT = Path(__file__).resolve().parents[3]
FOLDER = ROOT / "data" / "encoder"
TEXTS = 1000


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    return Encoder.load(FOLDER)


@pytest.fixture(scope="module")
def texts() -> list[str]:
    """A thousand messages, evenly from all needs and both languages."""
    everything = [example.text for example in read_examples(ROOT / "data" / "dialogue" / "needs")]
    return everything[:: len(everything) // TEXTS][:TEXTS]


@pytest.fixture(scope="module")
def full_precision(encoder: Encoder, tmp_path_factory: pytest.TempPathFactory) -> Encoder:
    """The same weights, multiplied in 32-bit floating point instead of 8-bit integers."""
    model = onnx.load(FOLDER / "model.onnx")
    changed = 0
    for node in model.graph.node:
        for attribute in node.attribute:
            if node.op_type == "MatMulNBits" and attribute.name == "accuracy_level":
                attribute.i, changed = 1, changed + 1
    assert changed > 0
    path = tmp_path_factory.mktemp("reference") / "model.onnx"
    onnx.save(model, path)
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    session = onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
    return Encoder(encoder.info, encoder._tokenizer, session)


def test_a_thousand_texts_mean_the_same_in_eight_bits(
    encoder: Encoder, full_precision: Encoder, texts: list[str]
) -> None:
    cosines = (encoder.encode(texts) * full_precision.encode(texts)).sum(axis=1)
    assert len(cosines) == TEXTS
    assert cosines.min() >= 0.99


def test_the_export_was_proved_against_the_torch_model() -> None:
    proof = json.loads((FOLDER / "parity.json").read_text("utf-8"))
    assert proof["texts"] >= TEXTS
    assert proof["least"] >= 0.99


def test_the_graph_is_the_network_that_it_was_written_from() -> None:
    torch.manual_seed(1)
    config = BertConfig(
        vocab_size=90, hidden_size=256, num_hidden_layers=2, num_attention_heads=4,
        intermediate_size=512, max_position_embeddings=40, pad_token_id=1,
    )  # fmt: skip
    network = SentenceEncoder(BertModel(config, add_pooling_layer=False)).eval()
    with torch.no_grad():
        # As drawn, biases are 0 and scales 1: a graph without them would not be noticed.
        for name, value in network.named_parameters():
            if name.endswith("bias") or "LayerNorm" in name:
                value.add_(torch.randn_like(value) * 0.3)
    graph = encoder_graph(weights_of(network), shape_of(network))
    session = onnxruntime.InferenceSession(
        graph.SerializeToString(), providers=["CPUExecutionProvider"]
    )
    ids = torch.randint(4, 90, (3, 17))
    mask = torch.tensor([[1] * 17, [1] * 9 + [0] * 8, [1] * 2 + [0] * 15])
    with torch.no_grad():
        expected = network(ids, mask).numpy()
    said = {"input_ids": ids.numpy(), "attention_mask": mask.numpy()}
    (made,) = session.run(None, said)
    assert (made * expected).sum(axis=1).min() >= 0.999
    assert abs((expected[0] * expected[1]).sum()) < 0.99


def test_a_text_means_the_same_alone_and_among_others(encoder: Encoder, texts: list[str]) -> None:
    few = texts[:40]
    together = encoder.encode(few)
    alone = np.vstack([encoder.encode([text]) for text in few])
    assert (together * alone).sum(axis=1).min() >= 0.99
    assert np.allclose(np.linalg.norm(together, axis=1), 1.0, atol=1e-3)
