"""What was measured, as a table for docs/performance.md and as a plot."""

from __future__ import annotations

import os
import platform
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from porchlight.bench.search import Size

_BEGIN = "<!-- measured: written by `make bench` -->"
_END = "<!-- end of what was measured -->"


def machine() -> str:
    """Processor, cores, memory, system and how busy it was, in one line."""
    lines = Path("/proc/cpuinfo").read_text("utf-8").splitlines()
    name = next(
        (line.split(":")[1].strip() for line in lines if line.startswith("model name")), "?"
    )
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    busy = os.getloadavg()[0]
    return (
        f"{name}, {os.cpu_count()} cores, {memory:.0f} GB, {platform.system()} {platform.machine()}, "
        f"Python {platform.python_version()}, load {busy:.1f}, {date.today().isoformat()}"
    )


def table(sizes: Sequence[Size]) -> str:
    """Markdown: one row a kind of work, one column a size."""
    head = "| milliseconds: median / 95th percentile (CPU) | " + " | ".join(
        f"{size.services:,}" for size in sizes
    )
    lines = [f"{head} |", "|---|" + "---:|" * len(sizes)]
    for name in dict.fromkeys(name for size in sizes for name in size.times):
        cells = []
        for size in sizes:
            took = size.times.get(name)
            cells.append(f"{took.median:.2f} / {took.p95:.2f} ({took.cpu:.2f})" if took else "–")
        lines.append(f"| {name} | " + " | ".join(cells) + " |")
    for name in dict.fromkeys(name for size in sizes for name in size.notes):
        lines.append(
            f"| {name} | " + " | ".join(size.notes.get(name, "–") for size in sizes) + " |"
        )
    return "\n".join(lines)


def write_report(page: Path, text: str) -> None:
    """Put `text` between the marks of `page`. Raises ValueError when the marks are not there."""
    whole = page.read_text("utf-8")
    if _BEGIN not in whole or _END not in whole:
        raise ValueError(f"{page.name} lacks the marks between which the figures go.")
    before, rest = whole.split(_BEGIN, 1)
    after = rest.split(_END, 1)[1]
    page.write_text(f"{before}{_BEGIN}\n{text}\n{_END}{after}", "utf-8")


def plot(sizes: Sequence[Size], path: Path) -> None:
    """CPU milliseconds by number of services, both axes logarithmic, as PNG."""
    import matplotlib as mpl  # noqa: PLC0415 (a development dependency)

    mpl.use("Agg")
    from matplotlib import pyplot  # noqa: PLC0415

    figure, axes = pyplot.subplots(figsize=(9, 5.5))
    for name in dict.fromkeys(name for size in sizes for name in size.times):
        points = [(s.services, s.times[name].cpu) for s in sizes if name in s.times]
        axes.plot(*zip(*points, strict=True), marker="o", label=name)
    axes.set(xscale="log", yscale="log", xlabel="services", ylabel="milliseconds of CPU, median")
    axes.grid(visible=True, which="both", alpha=0.25)
    axes.legend(fontsize="small")
    figure.tight_layout()
    path.parent.mkdir(parents=True, exist_ok=True)
    figure.savefig(path, dpi=110)
    pyplot.close(figure)
