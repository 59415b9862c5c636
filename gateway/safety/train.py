"""`python -m gateway.safety.train`: train the second half of the crisis check, from vectors.

Genuine crises and near-misses are in data/dialogue/crisis; ordinary messages are the bank of needs. The
threshold is chosen on held-out folds: the lowest that keeps false alarms on ordinary messages under
0.5 % and on near-misses under 3 %.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedKFold

from gateway.safety.classifier import KINDS, probabilities
from resources_index.encoder import Encoder
from resources_index.examples import read_examples

ROOT = Path(__file__).resolve().parents[2]
_STRENGTH = 30.0
_FOLDS = 5
_FALSE_NEAR, _FALSE_ORDINARY = 0.03, 0.005
_LEAST_THRESHOLD = 0.5


def read_crisis_examples(folder: Path) -> list[tuple[str, str]]:
    """(text, kind) from `<kind>.<language>.txt`; near_miss files are of kind none."""
    found = []
    for path in sorted(folder.glob("*.txt")):
        kind = path.name.split(".")[0]
        label = "none" if kind == "near_miss" else kind
        if label not in KINDS:
            raise ValueError(f"{path.name}: the name begins with one of {KINDS[1:]} or near_miss.")
        found += [
            (line.strip(), label) for line in path.read_text("utf-8").splitlines() if line.strip()
        ]
    return found


def main() -> int:
    """Write $DATA_DIR/safety/crisis.npz and crisis.json."""
    encoder = Encoder.load(ROOT / os.environ.get("ENCODER_DIR", "data/encoder"))
    crisis = read_crisis_examples(ROOT / "data" / "dialogue" / "crisis")
    ordinary = [e.text for e in read_examples(ROOT / "data" / "dialogue" / "needs")]
    texts = [text for text, _ in crisis] + ordinary
    labels = np.array([KINDS.index(kind) for _, kind in crisis] + [0] * len(ordinary))
    near = np.array([kind == "none" for _, kind in crisis] + [False] * len(ordinary))
    vectors = encoder.encode(texts)
    danger = _held_out(vectors, labels)
    threshold = _threshold(danger, labels, near)
    weights, bias = _fit(vectors, labels)
    folder = ROOT / os.environ.get("DATA_DIR", "var") / "safety"
    folder.mkdir(parents=True, exist_ok=True)
    np.savez(folder / "crisis.npz", W=weights, b=bias)
    recall = float((danger[labels > 0] >= threshold).mean())
    report = {"encoder": encoder.info.digest, "threshold": threshold, "held_out_recall": recall}
    (folder / "crisis.json").write_text(json.dumps(report, indent=1) + "\n", "utf-8")
    sys.stdout.write(
        f"crisis check: threshold {threshold:.2f}, held-out recall without rules {recall:.3f}\n"
    )
    return 0


def _fit(
    vectors: NDArray[np.float32], labels: NDArray[np.int64]
) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    model = LogisticRegression(C=_STRENGTH, max_iter=500, class_weight=None)
    model.fit(vectors, labels)
    return model.coef_.T.astype(np.float32), model.intercept_.astype(np.float32)


def _held_out(vectors: NDArray[np.float32], labels: NDArray[np.int64]) -> NDArray[np.float64]:
    danger = np.zeros(len(labels))
    for train, test in StratifiedKFold(_FOLDS, shuffle=True, random_state=3).split(vectors, labels):
        weights, bias = _fit(vectors[train], labels[train])
        danger[test] = 1.0 - probabilities(vectors[test], weights, bias)[:, 0]
    return danger


def _threshold(
    danger: NDArray[np.float64], labels: NDArray[np.int64], near: NDArray[np.bool_]
) -> float:
    ordinary = danger[(labels == 0) & ~near]
    missed = danger[near]
    for threshold in np.arange(_LEAST_THRESHOLD, 0.99, 0.01):
        few_near = len(missed) == 0 or (missed >= threshold).mean() <= _FALSE_NEAR
        if few_near and (ordinary >= threshold).mean() <= _FALSE_ORDINARY:
            return float(threshold)
    return 0.99


if __name__ == "__main__":
    sys.exit(main())
