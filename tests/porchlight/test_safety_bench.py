"""The bench of the crisis check counts each message once and sees how long each takes."""

from __future__ import annotations

import time
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from porchlight.bench.safety import measure_check

_SLOW_S = 0.02


def test_each_message_is_timed_by_kind_and_language(tmp_path: Path) -> None:
    (tmp_path / "ordinary").mkdir()
    ordinary = ["en\tneed a ride", "en\tneed a slow ride", "en\tand one slow lunch", "es\tcomida"]
    (tmp_path / "ordinary" / "seventh.tsv").write_text("\n".join(ordinary) + "\n", "utf-8")
    (tmp_path / "eleventh.tsv").write_text("none\ten\tdead battery\nsuicide\tes\tadios\n", "utf-8")
    heard: list[str] = []

    def check(text: str) -> Any:
        heard.append(text)
        time.sleep(_SLOW_S if "slow" in text else 0.0)

    safety: Any = SimpleNamespace(check=check)
    found = {one.name: one for one in measure_check(safety, tmp_path, 300)}
    assert [one.clock.turns for one in found.values()] == [3, 1, 1, 1]
    assert heard.count("adios") == 1
    first = found["ordinary messages, en"]
    assert first.clock.median_ms >= 1000 * _SLOW_S > first.processor.median_ms
    assert found["ordinary messages, es"].clock.median_ms < 1000 * _SLOW_S
