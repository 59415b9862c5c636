"""The lower layers of the encoder's graph as a graph of their own."""

from __future__ import annotations

from pathlib import Path

import onnx


def lower_layers(path: Path, layers: int) -> bytes:
    """The graph at `path` up to its `layers`-th layer, serialized; its one output is `words` [texts, length, width].

    Raises ValueError when it has fewer.
    """
    model = onnx.load(str(path))
    graph = model.graph
    # One LayerNormalization follows the embeddings, then two stand in each layer.
    norms = [node.output[0] for node in graph.node if node.op_type == "LayerNormalization"]
    if len(norms) <= 2 * layers:
        raise ValueError(f"{path} has fewer than {layers} layers.")
    wanted = norms[2 * layers]
    needed, nodes = {wanted}, []
    for node in reversed(graph.node):
        if needed.intersection(node.output):
            nodes.append(node)
            needed.update(node.input)
    kept = [constant for constant in graph.initializer if constant.name in needed]
    nodes.reverse()
    nodes.append(onnx.helper.make_node("Identity", [wanted], ["words"]))
    output = onnx.helper.make_tensor_value_info(
        "words", onnx.TensorProto.FLOAT, ["texts", "length", None]
    )
    cut = onnx.helper.make_graph(nodes, "lower layers", list(graph.input), [output], kept)
    made = onnx.helper.make_model(
        cut, opset_imports=list(model.opset_import), ir_version=model.ir_version
    )
    serialized: bytes = made.SerializeToString()
    return serialized
