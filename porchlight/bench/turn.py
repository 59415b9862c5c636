"""Whole turns, HTTP in to HTTP out, one user at a time: ours, the stock stack, a stock greeting."""

from __future__ import annotations

import os
import subprocess
import tempfile
import time
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx

from porchlight.bench.timing import Timing, timing_of
from porchlight.errors import UserError
from porchlight.evaluation.client import Conversation, services_shown
from porchlight.processes.stack import free_ports, running_stack
from porchlight.settings import Settings

_WARM_UP = 8
_START_LIMIT_S = 240.0
QUESTIONS = (
    "need a ride to dialysis 45402",
    "meals for my mom in tucson",
    "who can help my dad take a bath, 60644",
    "cant pay the light bill 37211",
    "medicare keeps denying my claim, los angeles county",
    "somebody to fix the porch steps 33125",
)


def measure_turns(settings: Settings, turns: int) -> list[Timing]:
    """Ours, the stock stack and the stock greeting, taken in turns so that all see the same machine.

    Raises UserError when a stack does not come up or ours shows no services.
    """
    limits = {"RATE_LIMIT": "1000000 per minute"}
    with (
        running_stack(settings, limits) as ours,
        _stock_stack(settings) as stock_url,
        httpx.Client(timeout=60.0) as client,
    ):
        asks: dict[str, Callable[[str], None]] = {
            "ours, services listed": lambda text: _ask_ours(client, ours.url, text),
            "stock stack, services listed": lambda text: _ask_stock(client, stock_url, text),
            "stock Rasa, plain greeting": lambda _: _ask_stock(client, stock_url, "hello"),
        }
        return _interleaved(asks, turns)


def _interleaved(asks: dict[str, Callable[[str], None]], turns: int) -> list[Timing]:
    taken: dict[str, list[float]] = {name: [] for name in asks}
    for turn in range(_WARM_UP + turns):
        text = QUESTIONS[turn % len(QUESTIONS)]
        for name, ask in asks.items():
            begun = time.perf_counter()
            ask(text)
            if turn >= _WARM_UP:
                taken[name].append((time.perf_counter() - begun) * 1000)
    return [timing_of(name, times) for name, times in taken.items()]


def _ask_ours(client: httpx.Client, url: str, text: str) -> None:
    answer = Conversation(url, client).say(text)
    if not services_shown(answer):
        raise UserError(f"No services were shown for {text!r}: nothing to measure.")


def _ask_stock(client: httpx.Client, url: str, text: str) -> None:
    body = {"sender": uuid.uuid4().hex, "message": text}
    response = client.post(f"{url}/webhooks/rest/webhook", json=body)
    if response.status_code != 200 or not response.json():
        raise UserError(f"The stock stack did not answer {text!r}.")


@contextmanager
def _stock_stack(settings: Settings) -> Iterator[str]:
    project = settings.root / "tools" / "stock_stack"
    island = str(settings.root / ".venv-rasa" / "bin" / "python")
    ours = str(settings.root / ".venv" / "bin" / "python")
    rasa_port, actions_port = free_ports(2)
    with (
        tempfile.TemporaryDirectory(prefix="porchlight-stock-") as folder,
        Path(folder, "log").open("wb") as log,
    ):
        environment = {
            **os.environ,
            "STOCK_ACTIONS_PORT": str(actions_port),
            "RASA_TELEMETRY_ENABLED": "false",
            "PYTHONPATH": str(settings.root),
            "SANIC_HOST": "127.0.0.1",
        }
        train = [island, "-m", "rasa", "train", "--config", "config.yml", "--domain", "domain.yml"]
        train += ["--data", "data", "--out", folder]
        done = subprocess.run(
            train, cwd=project, env=environment, stdout=log, stderr=log, check=False
        )
        if done.returncode != 0:
            raise UserError("The stock bot could not be trained.")
        serve = [island, "-m", "rasa", "run", "--model", folder, "--interface", "127.0.0.1"]
        serve += ["--port", str(rasa_port)]
        act = [ours, "-m", "rasa_sdk", "--actions", "actions", "--port", str(actions_port)]
        started = [
            subprocess.Popen(serve, cwd=project, env=environment, stdout=log, stderr=log),
            subprocess.Popen(act, cwd=project, env=environment, stdout=log, stderr=log),
        ]
        try:
            url = f"http://127.0.0.1:{rasa_port}"
            _await(lambda: httpx.get(f"http://127.0.0.1:{actions_port}/health", timeout=2.0))
            # The server opens its door before its model is loaded: only an answer tells.
            _await(lambda: _greet_stock(url))
            yield url
        finally:
            for process in started:
                process.terminate()
            for process in started:
                process.wait(20)


def _greet_stock(url: str) -> httpx.Response:
    body = {"sender": uuid.uuid4().hex, "message": QUESTIONS[0]}
    return httpx.post(f"{url}/webhooks/rest/webhook", json=body, timeout=60.0)


def _await(ask: Callable[[], httpx.Response]) -> None:
    deadline = time.monotonic() + _START_LIMIT_S
    while time.monotonic() < deadline:
        try:
            answer = ask()
            if answer.status_code == 200 and answer.json():
                return
        except (httpx.HTTPError, ValueError):
            pass
        time.sleep(0.5)
    raise UserError("The stock stack did not come up.")
