"""What the crisis check adds to a turn: each message by itself, as the gateway checks it before anything else."""

from __future__ import annotations

import time
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from gateway.safety import Safety
from porchlight.bench.timing import Timing, timing_of

_ORDINARY = "ordinary messages"
_DANGER = "cries and near-misses"
_WARM_UP = 20


@dataclass(frozen=True)
class Check:
    """One kind of message in one language. `clock` counts waiting for others, `processor` does not; both in ms."""

    name: str
    clock: Timing
    processor: Timing


def measure_check(safety: Safety, sets: Path, most: int) -> list[Check]:
    """The check on the newest messages of `sets` (data/evaluation/safety): `most` of each kind and language."""
    ordinary = _messages(sets / "ordinary" / "seventh.tsv")
    danger = _messages(sets / "eleventh.tsv")
    for _, text in ordinary[:_WARM_UP]:
        safety.check(text)
    return [
        _timed(f"{name}, {language}", safety, _of(messages, language)[:most])
        for name, messages in ((_ORDINARY, ordinary), (_DANGER, danger))
        for language in ("en", "es")
    ]


def _timed(name: str, safety: Safety, texts: Iterable[str]) -> Check:
    clock, processor = [], []
    for text in texts:
        begun, worked = time.perf_counter(), time.process_time()
        safety.check(text)
        processor.append((time.process_time() - worked) * 1000)
        clock.append((time.perf_counter() - begun) * 1000)
    return Check(name, timing_of(name, clock), timing_of(name, processor))


def _messages(path: Path) -> list[tuple[str, str]]:
    """(language, text) of each line; whatever stands before the language is left out."""
    rows = [line.split("\t") for line in path.read_text("utf-8").splitlines() if line]
    return [(row[-2], row[-1]) for row in rows]


def _of(messages: Iterable[tuple[str, str]], language: str) -> list[str]:
    return [text for of, text in messages if of == language]
