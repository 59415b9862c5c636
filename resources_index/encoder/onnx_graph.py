"""A small writer of ONNX graphs that run on ONNX Runtime from 1.23 on: the bot runs on that."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import helper, numpy_helper

from resources_index.encoder.blocks import Array, Blocks

_OPSET, _FORMAT = 20, 10
_FUSED = "com.microsoft"
# Multiply int8 by int8 (the activations of each row and block get a scale of their own as they come).
_INT8 = 4
# A name, a kind of number (onnx.TensorProto), and the sizes: numbers or names.
Value = tuple[str, int, Sequence[int | str]]


@dataclass
class Graph:
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

    def product(
        self, name: str, blocks: Blocks, bias: Array | None = None, output: str = ""
    ) -> str:
        """`name` times the weights, and `bias` added."""
        inputs = [name, self.constant(blocks.numbers), self.constant(blocks.scales)]
        if bias is not None:
            inputs += ["", "", self.constant(bias)]
        return self.add(
            "MatMulNBits", inputs, output, fused=True, bits=8, accuracy_level=_INT8,
            K=blocks.inputs, N=len(blocks.numbers), block_size=blocks.size,
        )  # fmt: skip

    def split(self, name: str, parts: int) -> list[str]:
        """Equal parts of the last axis."""
        outputs = [f"n{len(self.nodes)}.{part}" for part in range(parts)]
        self.nodes.append(helper.make_node("Split", [name], outputs, axis=-1, num_outputs=parts))
        return outputs

    def model(self, inputs: Sequence[Value], outputs: Sequence[Value]) -> onnx.ModelProto:
        """The whole, ready to be saved."""
        taken, given = (
            [helper.make_tensor_value_info(*v) for v in own] for own in (inputs, outputs)
        )
        graph = helper.make_graph(self.nodes, "porchlight", taken, given, self.constants)
        versions = [helper.make_opsetid("", _OPSET), helper.make_opsetid(_FUSED, 1)]
        return helper.make_model(graph, opset_imports=versions, ir_version=_FORMAT)
