"""Recall on cries for help and on scams, false alarms on what only sounds like one, and every miss by name."""

from __future__ import annotations

import json
import statistics
import sys
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from gateway.safety.safety import Safety, Verdict

ROOT = Path(__file__).resolve().parents[2]
_SETS = ROOT / "data" / "evaluation"
_FRAUD = "fraud_scams"


@dataclass
class _Tally:
    """What one set of labelled messages showed."""

    took_ms: list[float] = field(default_factory=list)
    genuine: int = 0
    harmless: int = 0
    missed: list[str] = field(default_factory=list)
    false: list[str] = field(default_factory=list)
    other: int = 0
    gently: int = 0
    gently_harmless: int = 0

    def say(self, what: str) -> None:
        """Print it."""
        genuine, harmless = max(1, self.genuine), max(1, self.harmless)
        _say(f"{what}: {self.genuine} genuine, {self.harmless} that only sound like it")
        silent = len(self.missed) - self.gently
        _say(
            f"  recall {1 - len(self.missed) / genuine:.3f}, with a gentle line {1 - silent / genuine:.3f},"
            f" another kind than labelled {self.other}"
        )
        _say(
            f"  false alarms {len(self.false)} ({len(self.false) / harmless:.3f}),"
            f" a gentle line before the answer {self.gently_harmless}"
        )
        _say(f"  one check: median {statistics.median(self.took_ms):.1f} ms")
        for line in self.missed:
            _say(f"  missed {line}")
        for line in self.false:
            _say(f"  false  {line}")


def evaluate(data_dir: Path, encoder_dir: Path) -> None:
    """Print the figures for each set of data/evaluation/safety and scams, and for ordinary messages."""
    safety = Safety.open(data_dir, encoder_dir)
    for path in sorted((_SETS / "safety").glob("*.tsv")):
        _labelled(safety, path, lambda verdict: verdict.crisis).say(f"Crisis set {path.stem}")
    for path in sorted((_SETS / "scams").glob("*.tsv")):
        _labelled(safety, path, _scam).say(f"Scam set {path.stem}")
    _ordinary(safety, "first", _first_ordinary())
    for name in ("second", "third", "fourth", "fifth", "sixth", "seventh"):
        rows = _rows(_SETS / "safety" / "ordinary" / f"{name}.tsv")
        _ordinary(safety, name, [(text, False) for _, text in rows])


def _scam(verdict: Verdict) -> str | None:
    return "scam" if verdict.scam else None


def _labelled(safety: Safety, path: Path, found: Callable[[Verdict], str | None]) -> _Tally:
    tally = _Tally()
    for kind, language, text in _rows(path):
        begun = time.perf_counter()
        verdict = safety.check(text)
        tally.took_ms.append((time.perf_counter() - begun) * 1000)
        heard = found(verdict)
        if kind == "none":
            tally.harmless += 1
            tally.gently_harmless += verdict.perhaps is not None
            tally.false += [f"{heard} by {verdict.found_by}, {language}: {text}"] if heard else []
            continue
        tally.genuine += 1
        gently = f" (a gentle line, {verdict.perhaps})" if verdict.perhaps else ""
        tally.missed += [] if heard else [f"{kind}, {language}{gently}: {text}"]
        tally.gently += not heard and verdict.perhaps is not None
        tally.other += heard not in (None, kind, "scam")
    return tally


def _first_ordinary() -> Iterable[tuple[str, bool]]:
    """(text, whether it asks for help with fraud)."""
    path = _SETS / "understanding" / "messages.jsonl"
    for line in path.read_text("utf-8").splitlines():
        message = json.loads(line)
        yield message["text"], _FRAUD in message["needs"]


def _ordinary(safety: Safety, name: str, messages: Iterable[tuple[str, bool]]) -> None:
    """Some people in these sets write of real dangers: ordinary/dangers.tsv lists them, judged one by one."""
    real = {text for _, text in _rows(_SETS / "safety" / "ordinary" / "dangers.tsv")}
    count, right, gently, wrong, scams = 0, 0, 0, [], []
    for text, of_fraud in messages:
        count += 1
        verdict = safety.check(text)
        gently += verdict.perhaps is not None
        if verdict.crisis and text in real:
            right += 1
        elif verdict.crisis:
            wrong.append(f"{verdict.crisis} by {verdict.found_by}: {text}")
        elif verdict.scam and not of_fraud:
            scams.append(f"scam by {verdict.found_by}: {text}")
    _say(f"Ordinary messages, {name} set: {count}")
    _say(f"  real dangers heard {right}; false alarms {len(wrong)} ({len(wrong) / count:.4f})")
    _say(f"  a gentle line before the answer {gently} ({gently / count:.4f})")
    _say(f"  taken for a scam {len(scams)} ({len(scams) / count:.4f})")
    for line in (*wrong, *scams):
        _say(f"  {line}")


def _rows(path: Path) -> list[list[str]]:
    return [line.split("\t") for line in path.read_text("utf-8").splitlines() if line.strip()]


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
