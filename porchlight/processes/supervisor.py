"""Keep the processes running: start all, start one again when it dies, stop all on Ctrl-C.

A parent that is killed takes its children with it (PR_SET_PDEATHSIG on Linux), so that no stray
process keeps a port.
"""

from __future__ import annotations

import ctypes
import signal
import socket
import subprocess
import sys
import threading
import time
from pathlib import Path
from types import FrameType
from typing import IO

import httpx
from rich.console import Console

from porchlight.errors import UserError
from porchlight.processes.services import Service, services
from porchlight.processes.trained import refuse_a_bot_of_other_answers
from porchlight.settings import Settings

# Two threads beside other work are slower than one, and the gateway's master must hold none when it forks. Who sets
# these in the environment keeps them.
ONE_THREAD = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
_START_LIMIT_S = 180.0
_STOP_LIMIT_S = 10.0
_LONGEST_PAUSE_S = 30.0
_STEADY_S = 60.0
_console = Console(highlight=False)


class Process:
    """One service with its log, started again after a pause that grows while it keeps dying."""

    def __init__(self, service: Service, settings: Settings) -> None:
        self.service = service
        self._settings = settings
        self._popen: subprocess.Popen[bytes] | None = None
        self._log: IO[bytes] | None = None
        self._pause_s = 1.0
        self._started_at = 0.0
        self._again_at = 0.0

    @property
    def log_path(self) -> Path:
        """Where its output goes."""
        return self._settings.data_dir / "logs" / f"{self.service.name}.log"

    def start(self) -> None:
        """Start it; its output is added to the log."""
        self.log_path.parent.mkdir(parents=True, exist_ok=True)
        self._log = self.log_path.open("ab")
        self._started_at = time.monotonic()
        self._popen = subprocess.Popen(
            self.service.command,
            cwd=self._settings.root,
            env={**ONE_THREAD, **self._settings.environment()},
            stdin=subprocess.DEVNULL,
            stdout=self._log,
            stderr=subprocess.STDOUT,
            preexec_fn=_die_with_parent if sys.platform == "linux" else None,  # noqa: PLW1509
        )

    def tend(self) -> None:
        """Start it again when it has died and its pause is over."""
        if self._popen is None or self._popen.poll() is None:
            return
        now = time.monotonic()
        if self._again_at == 0.0:
            if now - self._started_at > _STEADY_S:
                self._pause_s = 1.0
            _console.print(f"{self.service.name} stopped; starting it again. See {self.log_path}")
            self._again_at = now + self._pause_s
            self._pause_s = min(self._pause_s * 2, _LONGEST_PAUSE_S)
        elif now >= self._again_at:
            self._again_at = 0.0
            self.start()

    def ask_to_stop(self) -> None:
        """Send SIGTERM, if it runs."""
        if self._popen is not None and self._popen.poll() is None:
            self._popen.terminate()

    def stop(self, deadline: float) -> None:
        """Wait until `deadline` (monotonic seconds), then kill."""
        if self._popen is None:
            return
        try:
            self._popen.wait(max(0.1, deadline - time.monotonic()))
        except subprocess.TimeoutExpired:
            self._popen.kill()
            self._popen.wait()
        if self._log is not None:
            self._log.close()


def run_all(settings: Settings) -> None:
    """Start everything, say where, and watch until Ctrl-C or SIGTERM.

    Raises UserError when a port is taken, the bot was trained from other answers, or a process does not come up.
    """
    refuse_a_bot_of_other_answers(settings)
    for port in (settings.port, settings.rasa_port, settings.actions_port):
        _refuse_taken(port)
    stopping = threading.Event()
    _stop_on_signals(stopping)
    processes = [Process(service, settings) for service in services(settings)]
    try:
        for process in processes:
            process.start()
        _await_ready(settings, processes, stopping)
        if not stopping.is_set():
            _print_addresses(settings)
        while not stopping.wait(0.5):
            for process in processes:
                process.tend()
    finally:
        _stop_all(processes)


def _refuse_taken(port: int) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            raise UserError(
                f"Port {port} is in use. Stop what uses it, or choose another: PORT=8100 make run"
            ) from None


def _stop_on_signals(stopping: threading.Event) -> None:
    def stop(_signal: int, _frame: FrameType | None) -> None:
        stopping.set()

    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, stop)


def _await_ready(settings: Settings, processes: list[Process], stopping: threading.Event) -> None:
    waiting = {process.service.name: process for process in processes}
    deadline = time.monotonic() + _START_LIMIT_S
    _console.print("Starting: " + ", ".join(waiting))
    while not stopping.wait(0.3):
        for name in [n for n, p in waiting.items() if p.service.answers()]:
            del waiting[name]
            if waiting:
                _console.print(f"{name} answers; waiting for {', '.join(waiting)} …")
        if not waiting and _ready(settings):
            return
        for process in processes:
            process.tend()
        if time.monotonic() > deadline:
            logs = ", ".join(str(p.log_path) for p in waiting.values()) or "the gateway's log"
            raise UserError(f"Not everything came up within {_START_LIMIT_S:.0f} s. Read {logs}")


def _ready(settings: Settings) -> bool:
    try:
        response = httpx.get(f"http://127.0.0.1:{settings.port}/health/ready", timeout=5.0)
    except httpx.HTTPError:
        return False
    return response.status_code == 200


def _print_addresses(settings: Settings) -> None:
    base = f"http://127.0.0.1:{settings.port}"
    _console.print(f"""
Porchlight is on.
  Web chat        {base}/
  Pretend phone   {base}/phone
  Desk            {base}/desk   (first: .venv/bin/porchlight desk create-user NAME)
  Health          {base}/health/ready
Logs are in {settings.data_dir / "logs"}. Ctrl-C stops everything.""")


def _stop_all(processes: list[Process]) -> None:
    for process in processes:
        process.ask_to_stop()
    deadline = time.monotonic() + _STOP_LIMIT_S
    for process in processes:
        process.stop(deadline)


def _die_with_parent() -> None:
    pr_set_pdeathsig = 1
    ctypes.CDLL(None).prctl(pr_set_pdeathsig, signal.SIGTERM)
