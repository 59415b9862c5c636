"""One console for these commands: no colours in numbers, no line broken in the middle of an id."""

from __future__ import annotations

from rich.console import Console

console = Console(highlight=False, soft_wrap=True)
BUILD = "Now run: porchlight index build"
