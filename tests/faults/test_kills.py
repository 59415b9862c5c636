"""Processes are killed (SIGKILL) at random while 500 people text: nothing is lost, nothing doubled."""

from __future__ import annotations

import contextlib
import json
import os
import random
import signal
import threading
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from gateway.sms.lines import Lines
from porchlight.processes.stack import free_ports
from referrals.outbox.queue import Outbox
from referrals.settings import Settings
from referrals.usecases import Referrals
from tests.faults.parts import ROOT, Phones, children, count_marks, started, wait_for
from tests.support.twilio import ACCOUNT, OURS, TOKEN, Twilio, running_twilio

pytestmark = [pytest.mark.stack, pytest.mark.timeout(900)]
PEOPLE, MESSAGES, KILLS = 500, 2, 50
SECRET = "only for tests"


class _Rasa(BaseHTTPRequestHandler):
    """A bot that repeats what it hears, now and then slowly."""

    protocol_version = "HTTP/1.1"

    def do_POST(self) -> None:
        heard = json.loads(self.rfile.read(int(self.headers["Content-Length"])))["message"]
        time.sleep(random.choice((0.0, 0.02, 0.15)))
        answer = {"messages": [{"text": f"Heard {heard}"}], "understood": {}, "state": {"language": "en"}}  # fmt: skip
        body = json.dumps(answer).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Quiet."""


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 128

    def handle_error(self, *_: object) -> None:
        """Whoever called was killed."""


@contextmanager
def running_rasa(port: int) -> Iterator[None]:
    server = _Server(("127.0.0.1", port), _Rasa)
    threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    try:
        yield
    finally:
        server.shutdown()
        server.server_close()


class Killer(threading.Thread):
    """Kills a child of each parent at random moments, until each parent has lost `KILLS`."""

    def __init__(self, parents: dict[str, int]) -> None:
        super().__init__(daemon=True)
        self.killed: Counter[str] = Counter()
        self._parents = parents
        self.over = threading.Event()

    def run(self) -> None:
        while not self.over.is_set() and any(self.killed[name] < KILLS for name in self._parents):
            for name, pid in self._parents.items():
                time.sleep(random.uniform(0.1, 0.5))
                found = children(pid)
                if found and self.killed[name] < KILLS:
                    with contextlib.suppress(ProcessLookupError):
                        os.kill(random.choice(found), signal.SIGKILL)
                        self.killed[name] += 1


def test_fifty_kills_of_each_process_lose_nothing_and_double_nothing(tmp_path: Path) -> None:
    port, rasa_port = free_ports(2)
    url = f"http://127.0.0.1:{port}"
    referrals = Referrals.open(Settings(tmp_path, f"sqlite:///{tmp_path / 'porchlight.db'}", SECRET))  # fmt: skip
    outbox, lines = Outbox(referrals), Lines(referrals, SECRET)
    with contextlib.ExitStack() as stack:
        twilio = stack.enter_context(running_twilio())
        twilio.pause_s = 0.04
        stack.enter_context(running_rasa(rasa_port))
        environment = {
            **os.environ, "PYTHONPATH": str(ROOT), "DATA_DIR": str(tmp_path), "PORT": str(port), "RASA_PORT": str(rasa_port),
            "PUBLIC_URL": url, "SECRET_KEY": SECRET, "ENCODER_DIR": str(tmp_path / "none"), "TWILIO_ACCOUNT_SID": ACCOUNT,
            "TWILIO_AUTH_TOKEN": TOKEN, "TWILIO_FROM": OURS, "TWILIO_API_BASE": twilio.base, "OUTBOX_DOUBT_S": "12",
        }  # fmt: skip
        gateway = stack.enter_context(started("gateway.server", environment, tmp_path / "gateway.log"))  # fmt: skip
        worker = stack.enter_context(started("tests.faults.keeper", environment, tmp_path / "worker.log", "outbox", "2"))  # fmt: skip
        wait_for(f"{url}/health/live")
        phones = Phones(url, twilio)
        killer = Killer({"gateway": gateway, "worker": worker})
        killer.start()

        def converse(person: int) -> None:
            number = f"+1937555{person:04d}"
            for turn in range(MESSAGES):
                phones.text(number, f"<{person}.{turn}>")
                if turn == 0:
                    name = lines.conversation(number)
                    outbox.enqueue(name, f"Reminder <{person}.r>", "note", key=f"r-{person}")

        wave = 0
        with ThreadPoolExecutor(10) as pool:
            list(pool.map(converse, range(PEOPLE)))
            while killer.is_alive() and wave < 500:
                # The people are faster than the killer: they go on texting until it is done.
                list(pool.map(converse, range(PEOPLE + wave, PEOPLE + wave + 10)))
                wave += 10
        killer.over.set()
        people = PEOPLE + wave
        expected = {f"<{p}.{t}>" for p in range(people) for t in [*map(str, range(MESSAGES)), "r"]}
        found = until_all_arrived(twilio, expected)
    assert {name: count >= KILLS for name, count in killer.killed.items()} == {"gateway": True, "worker": True}  # fmt: skip
    assert {mark: n for mark, n in found.items() if n != 1} == {}
    assert {mark: twilio.bodies(number_of(mark)) for mark in expected - set(found)} == {}


def number_of(mark: str) -> str:
    """'<23.0>' to the phone of person 23."""
    return f"+1937555{int(mark[1:].partition('.')[0]):04d}"


def until_all_arrived(twilio: Twilio, expected: set[str]) -> Counter[str]:
    """How often each marked text has arrived, once all are there and a while has passed without more."""
    deadline = time.monotonic() + 120
    while time.monotonic() < deadline:
        if expected <= set(count_marks(twilio)):
            # What is in doubt would be doubled now.
            time.sleep(15)
            break
        time.sleep(0.5)
    return count_marks(twilio)
