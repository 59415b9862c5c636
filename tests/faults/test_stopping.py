"""Told to stop (SIGTERM), our processes finish what they have in hand and end without a sound."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import httpx
import pytest
from sqlalchemy import text as sql

from porchlight.processes.stack import free_ports
from porchlight.processes.supervisor import ONE_THREAD
from referrals.settings import Settings
from referrals.usecases import Referrals
from tests.faults.parts import ROOT, wait_for

pytestmark = [pytest.mark.stack, pytest.mark.timeout(240)]
_NOISE = ("Traceback", "terminate called", "SIGABRT", "SIGKILL", "Aborted")


def stop(process: subprocess.Popen[bytes], limit_s: float = 30.0) -> int:
    process.send_signal(signal.SIGTERM)
    return process.wait(limit_s)


def test_the_gateway_answers_the_text_in_hand_and_ends_cleanly(tmp_path: Path) -> None:
    port, rasa_port = free_ports(2)
    log = tmp_path / "gateway.log"
    environment = {
        **os.environ, "PYTHONPATH": str(ROOT), "DATA_DIR": str(tmp_path), "PORT": str(port), "RASA_PORT": str(rasa_port),
        "SECRET_KEY": "only for tests", "SMS_WAIT_S": "2", "TWILIO_AUTH_TOKEN": "",
    }  # fmt: skip
    environment.pop("DATABASE_URL", None)
    with log.open("wb") as output:
        gateway = subprocess.Popen([sys.executable, "-m", "gateway.server"], cwd=ROOT, env=environment, stdout=output, stderr=output)  # fmt: skip
    url = f"http://127.0.0.1:{port}"
    try:
        wait_for(f"{url}/health/live")
        text = {"From": "+19375550199", "Body": "HELP", "MessageSid": "SM-help"}
        assert "STOP to end" in httpx.post(f"{url}/sms", data=text, timeout=30.0).text
        # The bot is away: this one waits for it, and the worker is told to stop meanwhile.
        text = {"From": "+19375550199", "Body": "need a ride", "MessageSid": "SM-ride"}
        assert "One moment" in httpx.post(f"{url}/sms", data=text, timeout=30.0).text
        assert stop(gateway) == 0
    finally:
        gateway.kill()
    said = log.read_text()
    assert [noise for noise in _NOISE if noise in said] == []
    referrals = Referrals.open(
        Settings(tmp_path, f"sqlite:///{tmp_path / 'porchlight.db'}", "only for tests")
    )
    with referrals.engine.connect() as connection:
        left = connection.execute(sql("SELECT answered_at IS NULL FROM inbound_text ORDER BY id"))
        assert [bool(row[0]) for row in left] == [False, True]


def test_the_gateways_master_holds_no_thread_that_its_forked_workers_would_miss() -> None:
    count = "import os, gateway.server; print(len(os.listdir('/proc/self/task')))"
    environment = {**ONE_THREAD, **os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run([sys.executable, "-c", count], cwd=ROOT, env=environment, capture_output=True, text=True, check=True)  # fmt: skip
    assert done.stdout.split() == ["1"]


@pytest.mark.parametrize("module", ["gateway.worker", "actions.server"])
def test_the_worker_and_the_action_server_end_cleanly(tmp_path: Path, module: str) -> None:
    (port,) = free_ports(1)
    log = tmp_path / "process.log"
    environment = {
        **os.environ, "PYTHONPATH": str(ROOT), "DATA_DIR": str(tmp_path), "ACTIONS_PORT": str(port),
        "SECRET_KEY": "only for tests",
    }  # fmt: skip
    environment.pop("DATABASE_URL", None)
    environment.pop("REDIS_URL", None)
    with log.open("wb") as output:
        process = subprocess.Popen([sys.executable, "-m", module], cwd=ROOT, env=environment, stdout=output, stderr=output)  # fmt: skip
    try:
        if module == "actions.server":
            wait_for(f"http://127.0.0.1:{port}/health")
        else:
            deadline = time.monotonic() + 60
            while not (tmp_path / "queue.db").exists() and time.monotonic() < deadline:
                time.sleep(0.2)
            time.sleep(2.0)
        assert stop(process) == 0
    finally:
        process.kill()
    said = log.read_text()
    assert [noise for noise in _NOISE if noise in said] == [], said
