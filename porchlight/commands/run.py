"""`porchlight run`: every process, until Ctrl-C."""

from __future__ import annotations

from porchlight.processes.supervisor import run_all
from porchlight.settings import Settings


def command() -> None:
    """Start everything, print the addresses once all answer; Ctrl-C stops all."""
    run_all(Settings.read())
