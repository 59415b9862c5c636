"""Recall on cries for help, false alarms on what only sounds like one, and every miss by name."""

from __future__ import annotations

import json
import statistics
import sys
import time
from pathlib import Path

from gateway.safety.safety import Safety

ROOT = Path(__file__).resolve().parents[2]
_SETS = ROOT / "data" / "evaluation"


def evaluate(data_dir: Path, encoder_dir: Path) -> None:
    """Print the figures for each set of data/evaluation/safety, and for ordinary messages."""
    safety = Safety.open(data_dir, encoder_dir)
    for path in sorted((_SETS / "safety").glob("*.tsv")):
        _labelled(safety, path)
    _ordinary(safety)


def _labelled(safety: Safety, path: Path) -> None:
    rows = [line.split("\t") for line in path.read_text("utf-8").splitlines() if line.strip()]
    took: list[float] = []
    missed, other, false = [], 0, []
    for kind, language, text in rows:
        begun = time.perf_counter()
        verdict = safety.check(text)
        took.append((time.perf_counter() - begun) * 1000)
        if kind == "none" and verdict.crisis:
            false.append(f"{verdict.crisis} by {verdict.found_by}, {language}: {text}")
        elif kind != "none" and not verdict.crisis:
            missed.append(f"{kind}, {language}: {text}")
        other += kind != "none" and verdict.crisis not in (None, kind)
    genuine = sum(kind != "none" for kind, _, _ in rows)
    harmless = len(rows) - genuine
    _say(f"Crisis set {path.stem}: {genuine} cries for help, {harmless} that only sound like one")
    _say(f"  recall {1 - len(missed) / genuine:.3f}, another kind than labelled {other}")
    _say(f"  false alarms {len(false)} ({len(false) / harmless:.3f})")
    _say(f"  one check: median {statistics.median(took):.1f} ms")
    for line in missed:
        _say(f"  missed {line}")
    for line in false:
        _say(f"  false  {line}")


def _ordinary(safety: Safety) -> None:
    """Some of these alarms are right: people in the set write of real dangers. Judge each."""
    path = _SETS / "understanding" / "messages.jsonl"
    texts = [json.loads(line)["text"] for line in path.read_text("utf-8").splitlines()]
    alarms = [
        (verdict.crisis, verdict.found_by, text)
        for text in texts
        if (verdict := safety.check(text)).crisis
    ]
    _say(f"Alarms on {len(texts)} ordinary messages: {len(alarms)}")
    for kind, found_by, text in alarms:
        _say(f"  {kind} by {found_by}: {text}")


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
