"""The bench measures what it says, on a small scale."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import numpy as np
import pytest

from porchlight.bench.report import plot, table, write_report
from porchlight.bench.search import Size, Took, enlarged, timed
from resources_index.index.build import build_index, open_index

ROOT = Path(__file__).resolve().parents[2]
COUNTY = "06037"


def test_a_made_directory_has_a_hundredth_in_the_large_county_and_unit_vectors(
    tmp_path: Path,
) -> None:
    ready = ROOT / os.environ.get("DATA_DIR", "var") / "index"
    if ready.exists():
        shutil.copytree(ready, tmp_path / "index")
    build_index(tmp_path, lambda _: None)
    built = open_index(tmp_path)
    shipped = len(built.directory.services)
    services, vectors = enlarged(built, COUNTY, shipped + 5000)
    made = services[shipped:]
    assert len(services) == len(vectors) == shipped + 5000
    assert len({service.id for service in services}) == len(services)
    in_large = sum(COUNTY in service.area.county_fips for service in made)
    assert 50 <= in_large <= 60
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1.0, atol=1e-3)
    few, rows = enlarged(built, COUNTY, 100)
    assert few == built.directory.services[:100]
    assert rows.shape == (100, built.manifest.dimension)


def test_the_first_calls_are_not_counted() -> None:
    calls: list[int] = []
    took = timed(calls.append, 20)
    assert calls == list(range(20))
    assert 0 <= took.median <= took.p95


def test_the_report_goes_between_its_marks_and_nowhere_else(tmp_path: Path) -> None:
    page = tmp_path / "performance.md"
    page.write_text(
        "before\n<!-- measured: written by `make bench` -->\nold\n<!-- end of what was measured -->\nafter\n"
    )
    sizes = [Size(1000, {"embed": Took(3.0, 4.0, 2.5)}, {"memory": "90 MB"}), Size(2000)]
    write_report(page, table(sizes))
    text = page.read_text()
    assert text.startswith("before\n")
    assert text.endswith("\nafter\n")
    assert "old" not in text
    assert "| embed | 3.00 / 4.00 (2.50) | – |" in text
    (tmp_path / "other.md").write_text("no marks")
    with pytest.raises(ValueError, match="marks"):
        write_report(tmp_path / "other.md", "text")


def test_the_plot_is_a_picture(tmp_path: Path) -> None:
    sizes = [Size(n, {"embed": Took(3.0, 4.0, 2.5)}) for n in (1000, 100_000)]
    plot(sizes, tmp_path / "plots" / "speed.png")
    assert (tmp_path / "plots" / "speed.png").read_bytes()[:8] == b"\x89PNG\r\n\x1a\n"
