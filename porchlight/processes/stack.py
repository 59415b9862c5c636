"""A stack of our own for tests and measurements: free ports, a throw-away DATA_DIR, built things shared."""

from __future__ import annotations

import os
import shutil
import socket
import tempfile
import time
from collections.abc import Iterator, Mapping, MutableMapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import httpx

from porchlight.errors import UserError
from porchlight.processes.services import services
from porchlight.processes.supervisor import Process
from porchlight.processes.trained import refuse_a_bot_of_other_answers
from porchlight.settings import Settings

_BUILT = ("models", "index", "safety", "second_reader", "needs", "directory")
_START_LIMIT_S = 180.0
_OF_OTHERS = frozenset({"PUBLIC_URL", "DATABASE_URL", "REDIS_URL", "RATE_LIMIT"})
_OF_A_LINE = ("TWILIO_", "SMS_")


@dataclass(frozen=True)
class Stack:
    """A running stack; `processes` by name, so that a test can stop one."""

    url: str
    settings: Settings
    processes: Mapping[str, Process]

    def wait_until_ready(self, limit_s: float = _START_LIMIT_S) -> None:
        """Raises UserError when /health/ready does not answer 200 within `limit_s` seconds."""
        deadline = time.monotonic() + limit_s
        while time.monotonic() < deadline:
            try:
                if httpx.get(f"{self.url}/health/ready", timeout=5.0).status_code == 200:
                    return
            except httpx.HTTPError:
                pass
            time.sleep(0.3)
        logs = self.settings.data_dir / "logs"
        raise UserError(f"The stack did not come up within {limit_s:.0f} s. Read {logs}")


def free_ports(count: int) -> list[int]:
    """Ports of the loopback address that nobody holds right now."""
    sockets = [socket.socket() for _ in range(count)]
    for one in sockets:
        one.bind(("127.0.0.1", 0))
    ports = [int(one.getsockname()[1]) for one in sockets]
    for one in sockets:
        one.close()
    return ports


def forget_others(environment: MutableMapping[str, str]) -> None:
    """Take out what belongs to a deployment or to another stack: its address, stores and phone line."""
    for name in list(environment):
        if name in _OF_OTHERS or name.startswith(_OF_A_LINE):
            del environment[name]


def share_built(data_dir: Path, folder: Path) -> None:
    """Make all that the set-up has built in `data_dir` stand in `folder` too."""
    for name in _BUILT:
        if (data_dir / name).exists():
            (folder / name).symlink_to(data_dir / name)


@contextmanager
def running_stack(built: Settings, extra: Mapping[str, str] | None = None) -> Iterator[Stack]:
    """All processes on free ports with what `built.data_dir` holds, until the block ends.

    `extra` are settings for the processes, such as RATE_LIMIT. Everything written is thrown away,
    except that the folder is kept and named when the stack does not come up.
    Raises UserError then, and when the bot was trained from other answers than the code has.
    """
    refuse_a_bot_of_other_answers(built)
    folder = Path(tempfile.mkdtemp(prefix="porchlight-stack-"))
    share_built(built.data_dir, folder)
    port, rasa_port, actions_port = free_ports(3)
    settings = replace(
        built, data_dir=folder, port=port, rasa_port=rasa_port, actions_port=actions_port
    )
    before = dict(os.environ)
    # Settings of the person at the keyboard, or of another stack that still runs, must not leak into this one.
    forget_others(os.environ)
    os.environ.update(extra or {})
    processes = {s.name: Process(s, settings) for s in services(settings)}
    try:
        for process in processes.values():
            process.start()
        stack = Stack(f"http://127.0.0.1:{port}", settings, processes)
        stack.wait_until_ready()
        yield stack
        for process in processes.values():
            process.ask_to_stop()
        _stop(processes)
        shutil.rmtree(folder, ignore_errors=True)
    finally:
        _stop(processes)
        os.environ.clear()
        os.environ.update(before)


def _stop(processes: Mapping[str, Process]) -> None:
    for process in processes.values():
        process.ask_to_stop()
    deadline = time.monotonic() + 10.0
    for process in processes.values():
        process.stop(deadline)
