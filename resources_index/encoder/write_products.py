"""Write vectors for `Products`. Apart from it, because only who builds an index needs to load the graph writer."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import onnx
from numpy.typing import NDArray

from resources_index.encoder.blocks import in_blocks
from resources_index.encoder.onnx_graph import Graph

_BLOCK = 64


def write_products(path: Path, vectors: NDArray[np.float32]) -> None:
    """Write `vectors` [rows, dimension] so that Products can open them; the old file stays until then."""
    graph, (rows, dimension) = Graph(), vectors.shape
    graph.product("vector", in_blocks(vectors, _BLOCK), output="products")
    real = int(onnx.TensorProto.FLOAT)
    draft = path.with_suffix(".new")
    given, found = ("vector", real, [1, dimension]), ("products", real, [1, rows])
    onnx.save(graph.model([given], [found]), draft)
    draft.replace(path)
