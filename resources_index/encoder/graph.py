"""The encoder as an ONNX graph, node by node, of operators that do much at once.

An exporter writes the same network as 556 small nodes; these 146 take a third less time. Two choices look odd:
`Sum` and not `Add` stands before a LayerNormalization, because ONNX Runtime joins `Add` and LayerNormalization
into one operator that is slower than both; and the biases are part of the matrix products, where they cost nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import onnx

from resources_index.encoder.blocks import Array, by_row, in_blocks
from resources_index.encoder.onnx_graph import Graph, Value

# Measured: 64 is as good as 32 and a fifth faster; the wide product of the feed-forward part bears 256.
_BLOCK, _WIDE_BLOCK = 64, 256
_LAYER = "bert.encoder.layer."
_EMBEDDINGS = "bert.embeddings."
_DISTANCES = "bert.encoder.distances"
_WHOLE, _REAL = int(onnx.TensorProto.INT64), int(onnx.TensorProto.FLOAT)


@dataclass(frozen=True)
class Shape:
    """How many layers and attention heads, and the epsilon of the layer norms."""

    layers: int
    heads: int
    epsilon: float


@dataclass(frozen=True)
class Head:
    """Logits [labels] from a unit vector: `weight` [labels, width] and `bias` [labels]."""

    weight: Array
    bias: Array


def encoder_graph(
    weights: Mapping[str, Array], shape: Shape, middle: int | None = None
) -> onnx.ModelProto:
    """The graph from `input_ids` and `attention_mask` [texts, length] to `sentence` [texts, width], unit vectors.

    `weights` are named as in transformers' BertModel, with matrices [outputs, inputs]. Some networks add a number
    for how far apart two words stand: then `bert.encoder.distances` is [1, heads, places, places]. With `middle`
    the graph also gives `middle` [texts, length, width], what the layer of that number is given: `upper_graph` goes on
    from there.
    """
    graph = Graph()
    masks = _masks(graph, weights)
    hidden = _embedded(graph, weights, shape)
    outputs: list[Value] = [("sentence", _REAL, ["texts", _width(weights)])]
    for layer in range(shape.layers):
        if layer == middle:
            graph.add("Identity", [hidden], output="middle")
            outputs.append(("middle", _REAL, ["texts", "length", _width(weights)]))
        hidden = _layer(graph, _part(weights, f"{_LAYER}{layer}."), shape, hidden, masks)
    _pool(graph, hidden, "sentence")
    return graph.model(
        [(name, _WHOLE, ["texts", "length"]) for name in ("input_ids", "attention_mask")], outputs
    )


def upper_graph(
    weights: Mapping[str, Array], shape: Shape, middle: int, head: Head
) -> onnx.ModelProto:
    """The graph from `middle` [texts, length, width] and `attention_mask` to `odds` [texts, labels] of a head.

    It is the layers from `middle` on, with weights of their own; `sentence` [texts, width] is what the head judges.
    """
    graph = Graph()
    masks = _masks(graph, weights)
    hidden = "middle"
    for layer in range(middle, shape.layers):
        hidden = _layer(graph, _part(weights, f"{_LAYER}{layer}."), shape, hidden, masks)
    vector = _pool(graph, hidden, "sentence")
    product = graph.add("MatMul", [vector, graph.constant(head.weight.T)])
    graph.add("Add", [product, graph.constant(head.bias)], output="odds")
    return graph.model(
        [
            ("middle", _REAL, ["texts", "length", _width(weights)]),
            ("attention_mask", _WHOLE, ["texts", "length"]),
        ],
        [
            ("odds", _REAL, ["texts", len(head.bias)]),
            ("sentence", _REAL, ["texts", _width(weights)]),
        ],
    )


def _masks(graph: Graph, weights: Mapping[str, Array]) -> list[str]:
    mask = graph.add("Cast", ["attention_mask"], to=onnx.TensorProto.INT32)
    return [mask, _distances(graph, weights[_DISTANCES])] if _DISTANCES in weights else [mask]


def _width(weights: Mapping[str, Array]) -> int:
    return len(weights[f"{_EMBEDDINGS}LayerNorm.weight"])


def _part(weights: Mapping[str, Array], start: str) -> dict[str, Array]:
    return {name.removeprefix(start): w for name, w in weights.items() if name.startswith(start)}


def _embedded(graph: Graph, weights: Mapping[str, Array], shape: Shape) -> str:
    own = _part(weights, _EMBEDDINGS)
    numbers, scales = by_row(own["word_embeddings.weight"])
    rows = graph.add("Gather", [graph.constant(numbers), "input_ids"])
    words = graph.add("Cast", [rows], to=onnx.TensorProto.FLOAT)
    scale = graph.add("Gather", [graph.constant(scales), "input_ids"])
    # A text is always of type 0: its vector is added to the positions once and for all.
    positions = own["position_embeddings.weight"]
    if "token_type_embeddings.weight" in own:
        positions = positions + own["token_type_embeddings.weight"][0]
    first = graph.constant(np.array([0], dtype=np.int64))
    places = graph.add("Slice", [graph.constant(positions), first, _length(graph), first])
    return _normed(graph, own, shape, [graph.add("Mul", [words, scale]), places])


def _length(graph: Graph) -> str:
    """How many tokens the longest text has [1]."""
    return graph.add("Shape", ["attention_mask"], start=1, end=2)


def _distances(graph: Graph, table: Array) -> str:
    """The part of `table` for as many places as there are tokens."""
    start, axes = (graph.constant(np.array(two, dtype=np.int64)) for two in ([0, 0], [2, 3]))
    length = _length(graph)
    ends = graph.add("Concat", [length, length], axis=0)
    return graph.add("Slice", [graph.constant(table), start, ends, axes])


def _layer(
    graph: Graph, own: Mapping[str, Array], shape: Shape, hidden: str, masks: Sequence[str]
) -> str:
    names = [f"attention.self.{part}" for part in ("query", "key", "value")]
    three = in_blocks(np.concatenate([own[f"{name}.weight"] for name in names]), _BLOCK)
    biases = np.concatenate([own[f"{name}.bias"] for name in names])
    parts = graph.split(graph.product(hidden, three, biases), 3)
    seen = graph.add("MultiHeadAttention", [*parts, "", *masks], fused=True, num_heads=shape.heads)
    seen = _dense(graph, own, "attention.output.dense", seen, _BLOCK)
    hidden = _normed(graph, _part(own, "attention.output."), shape, [hidden, seen])
    wide = graph.add("Gelu", [_dense(graph, own, "intermediate.dense", hidden, _BLOCK)])
    narrow = _dense(graph, own, "output.dense", wide, _WIDE_BLOCK)
    return _normed(graph, _part(own, "output."), shape, [hidden, narrow])


def _dense(graph: Graph, own: Mapping[str, Array], name: str, hidden: str, block: int) -> str:
    return graph.product(hidden, in_blocks(own[f"{name}.weight"], block), own[f"{name}.bias"])


def _normed(graph: Graph, own: Mapping[str, Array], shape: Shape, terms: Sequence[str]) -> str:
    constants = [graph.constant(own[f"LayerNorm.{part}"]) for part in ("weight", "bias")]
    total = graph.add("Sum", terms)
    return graph.add("LayerNormalization", [total, *constants], axis=-1, epsilon=shape.epsilon)


def _pool(graph: Graph, hidden: str, output: str) -> str:
    """The sum over a text's tokens, brought to length one: the mean has the same direction."""
    mask = graph.add("Cast", ["attention_mask"], to=onnx.TensorProto.FLOAT)
    middle = graph.constant(np.array([1], dtype=np.int64))
    total = graph.add("MatMul", [graph.add("Unsqueeze", [mask, middle]), hidden])
    flat = graph.add("Squeeze", [total, middle])
    return graph.add("LpNormalization", [flat], output=output, axis=1, p=2)
