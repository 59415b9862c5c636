"""Medians and 95th percentiles, said in one way."""

from __future__ import annotations

import statistics
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Timing:
    """Median and 95th percentile of one kind of turn, in milliseconds."""

    name: str
    median_ms: float
    p95_ms: float
    turns: int


def timing_of(name: str, times: Sequence[float]) -> Timing:
    """From times in milliseconds; at least one."""
    ordered = sorted(times)
    p95 = ordered[min(len(ordered) - 1, round(0.95 * len(ordered)))]
    return Timing(name, statistics.median(ordered), p95, len(ordered))
