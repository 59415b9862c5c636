"""The encoder as an ONNX graph, node by node, of operators that do much at once.

An exporter writes the same network as 570 small nodes; these 170 take a third less time. Two choices look odd:
`Sum` and not `Add` stands before a LayerNormalization, because ONNX Runtime joins `Add` and LayerNormalization
into one operator that is slower than both; and the biases are part of the matrix products, where they cost nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import helper, numpy_helper

from resources_index.encoder.blocks import Array, Blocks, by_row, in_blocks

_OPSET, _FORMAT = 20, 10  # what ONNX Runtime 1.23 reads: the bot runs on that
_FUSED = "com.microsoft"
# Multiply int8 by int8 (the activations of each row and block get a scale of their own as they come).
_INT8 = 4
# Measured: 64 is as good as 32 and a fifth faster; the wide product of the feed-forward part bears 256.
_BLOCK, _WIDE_BLOCK = 64, 256
_LAYER = "bert.encoder.layer."
_EMBEDDINGS = "bert.embeddings."


@dataclass(frozen=True)
class Shape:
    """How many layers and attention heads, and the epsilon of the layer norms."""

    layers: int
    heads: int
    epsilon: float


def encoder_graph(weights: Mapping[str, Array], shape: Shape) -> onnx.ModelProto:
    """The graph from `input_ids` and `attention_mask` [texts, length] to `sentence` [texts, width], unit vectors.

    `weights` are named as in transformers' BertModel, with matrices [outputs, inputs].
    """
    graph = _Graph()
    mask = graph.add("Cast", ["attention_mask"], to=onnx.TensorProto.INT32)
    hidden = _embedded(graph, weights, shape)
    for layer in range(shape.layers):
        hidden = _layer(graph, _part(weights, f"{_LAYER}{layer}."), shape, hidden, mask)
    _pool(graph, hidden)
    width = len(weights[f"{_EMBEDDINGS}LayerNorm.weight"])
    return graph.model(width)


@dataclass
class _Graph:
    """Nodes and constants in the order of their making."""

    nodes: list[onnx.NodeProto] = field(default_factory=list)
    constants: list[onnx.TensorProto] = field(default_factory=list)

    def constant(self, values: NDArray[Any]) -> str:
        """The name of a new constant."""
        name = f"c{len(self.constants)}"
        self.constants.append(numpy_helper.from_array(np.ascontiguousarray(values), name))
        return name

    def add(
        self, kind: str, inputs: Sequence[str], output: str = "", fused: bool = False, **how: Any
    ) -> str:
        """The name of the only output of a new node."""
        name = output or f"n{len(self.nodes)}"
        domain = _FUSED if fused else ""
        self.nodes.append(helper.make_node(kind, inputs, [name], domain=domain, **how))
        return name

    def product(self, name: str, blocks: Blocks, bias: Array) -> str:
        """`name` times the weights, and `bias` added."""
        inputs = [name, self.constant(blocks.numbers), self.constant(blocks.scales), "", "", self.constant(bias)]  # fmt: skip
        return self.add(
            "MatMulNBits", inputs, fused=True, bits=8, accuracy_level=_INT8,
            K=blocks.inputs, N=len(blocks.numbers), block_size=blocks.size,
        )  # fmt: skip

    def split(self, name: str, parts: int) -> list[str]:
        """Equal parts of the last axis."""
        outputs = [f"n{len(self.nodes)}.{part}" for part in range(parts)]
        self.nodes.append(helper.make_node("Split", [name], outputs, axis=-1, num_outputs=parts))
        return outputs

    def model(self, width: int) -> onnx.ModelProto:
        """The whole, ready to be saved."""
        whole = onnx.TensorProto.INT64
        said = [
            helper.make_tensor_value_info(name, whole, ["texts", "length"])
            for name in ("input_ids", "attention_mask")
        ]
        made = helper.make_tensor_value_info("sentence", onnx.TensorProto.FLOAT, ["texts", width])
        graph = helper.make_graph(self.nodes, "encoder", said, [made], self.constants)
        versions = [helper.make_opsetid("", _OPSET), helper.make_opsetid(_FUSED, 1)]
        return helper.make_model(graph, opset_imports=versions, ir_version=_FORMAT)


def _part(weights: Mapping[str, Array], start: str) -> dict[str, Array]:
    return {name.removeprefix(start): w for name, w in weights.items() if name.startswith(start)}


def _embedded(graph: _Graph, weights: Mapping[str, Array], shape: Shape) -> str:
    own = _part(weights, _EMBEDDINGS)
    numbers, scales = by_row(own["word_embeddings.weight"])
    rows = graph.add("Gather", [graph.constant(numbers), "input_ids"])
    words = graph.add("Cast", [rows], to=onnx.TensorProto.FLOAT)
    scale = graph.add("Gather", [graph.constant(scales), "input_ids"])
    # A text is always of type 0: its vector is added to the positions once and for all.
    positions = own["position_embeddings.weight"] + own["token_type_embeddings.weight"][0]
    length = graph.add("Shape", ["input_ids"], start=1, end=2)
    first = graph.constant(np.array([0], dtype=np.int64))
    places = graph.add("Slice", [graph.constant(positions), first, length, first])
    return _normed(graph, own, shape, [graph.add("Mul", [words, scale]), places])


def _layer(graph: _Graph, own: Mapping[str, Array], shape: Shape, hidden: str, mask: str) -> str:
    names = [f"attention.self.{part}" for part in ("query", "key", "value")]
    three = in_blocks(np.concatenate([own[f"{name}.weight"] for name in names]), _BLOCK)
    biases = np.concatenate([own[f"{name}.bias"] for name in names])
    parts = graph.split(graph.product(hidden, three, biases), 3)
    seen = graph.add("MultiHeadAttention", [*parts, "", mask], fused=True, num_heads=shape.heads)
    seen = _dense(graph, own, "attention.output.dense", seen, _BLOCK)
    hidden = _normed(graph, _part(own, "attention.output."), shape, [hidden, seen])
    wide = graph.add("Gelu", [_dense(graph, own, "intermediate.dense", hidden, _BLOCK)])
    narrow = _dense(graph, own, "output.dense", wide, _WIDE_BLOCK)
    return _normed(graph, _part(own, "output."), shape, [hidden, narrow])


def _dense(graph: _Graph, own: Mapping[str, Array], name: str, hidden: str, block: int) -> str:
    return graph.product(hidden, in_blocks(own[f"{name}.weight"], block), own[f"{name}.bias"])


def _normed(graph: _Graph, own: Mapping[str, Array], shape: Shape, terms: Sequence[str]) -> str:
    constants = [graph.constant(own[f"LayerNorm.{part}"]) for part in ("weight", "bias")]
    total = graph.add("Sum", terms)
    return graph.add("LayerNormalization", [total, *constants], axis=-1, epsilon=shape.epsilon)


def _pool(graph: _Graph, hidden: str) -> None:
    """The sum over a text's tokens, brought to length one: the mean has the same direction."""
    mask = graph.add("Cast", ["attention_mask"], to=onnx.TensorProto.FLOAT)
    middle = graph.constant(np.array([1], dtype=np.int64))
    total = graph.add("MatMul", [graph.add("Unsqueeze", [mask, middle]), hidden])
    graph.add(
        "LpNormalization", [graph.add("Squeeze", [total, middle])], output="sentence", axis=1, p=2
    )
