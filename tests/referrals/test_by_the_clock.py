"""What the worker does by the clock, over the SQLite queue and over a real Redis; and Redis that goes away."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from huey.api import Huey

from referrals.outbox.queue import Outbox
from referrals.outbox.worker import make_queue, put_on_the_clock
from referrals.settings import Settings
from referrals.storage.tables import PhoneLineRow
from referrals.usecases import Referrals
from tests.faults.parts import ROOT
from tests.referrals.conftest import Clock
from tests.support.desk import CONSENT, details
from tests.support.redis import running_redis
from tests.support.twilio import ACCOUNT, OURS, TOKEN, Twilio, running_twilio


@pytest.fixture(params=["sqlite", "redis"])
def queue_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str | None]:
    if request.param == "sqlite":
        yield None
        return
    with running_redis(tmp_path) as server:
        yield server.url


def run_all(queue: Huey) -> int:
    count = 0
    while (task := queue.dequeue()) is not None:
        queue.execute(task)
        count += 1
    return count


def test_two_workers_with_one_queue_ask_each_question_once(
    referrals: Referrals, settings: Settings, clock: Clock, queue_url: str | None
) -> None:
    view = referrals.request("sms-1", "sms", details(), CONSENT)
    referrals.transition(view.id, "accept", "ana", view.version)
    clock.now += timedelta(days=4)
    outbox = Outbox(referrals, clock)
    caught_up: list[str] = []
    workers = [make_queue(settings, queue_url) for _ in range(2)]
    for queue in workers:
        tasks = put_on_the_clock(queue, referrals, outbox, settings, lambda: caught_up.append("x"))
        for task in tasks.values():
            task()
    assert run_all(workers[1]) == 8
    assert run_all(workers[0]) == 0
    assert caught_up == ["x", "x"]
    asked = [outbox.claim(), outbox.claim()]
    assert [text.kind for text in asked if text] == ["follow_up"]


def test_what_was_put_into_the_queue_outlives_its_worker(
    referrals: Referrals, settings: Settings, queue_url: str | None
) -> None:
    done: list[str] = []

    def worker() -> tuple[Huey, dict[str, object]]:
        queue = make_queue(settings, queue_url)
        return queue, put_on_the_clock(queue, referrals, Outbox(referrals), settings, lambda: done.append("x"))  # type: ignore[return-value] # fmt: skip

    _, tasks = worker()
    tasks["every_five_minutes"]()  # type: ignore[operator]
    # The first worker is killed here; another starts.
    queue, _ = worker()
    assert run_all(queue) == 1
    assert done == ["x"]


def arrives(twilio: Twilio, outbox: Outbox, body: str) -> bool:
    outbox.enqueue("sms-ann", body, "note", key=body)
    deadline = time.monotonic() + 40
    while time.monotonic() < deadline:
        if twilio.bodies("+19375550142"):
            return twilio.bodies("+19375550142")[-1] == body
        time.sleep(0.2)
    return False


@pytest.mark.stack
@pytest.mark.timeout(240)
def test_texts_go_out_while_redis_is_away_and_the_worker_ends_cleanly(tmp_path: Path) -> None:
    referrals = Referrals.open(Settings(tmp_path, f"sqlite:///{tmp_path / 'porchlight.db'}", "key"))
    add_line(referrals)
    with running_redis(tmp_path) as server, running_twilio() as twilio:
        environment = {
            **os.environ, "PYTHONPATH": str(ROOT), "DATA_DIR": str(tmp_path), "SECRET_KEY": "key", "REDIS_URL": server.url,
            "TWILIO_ACCOUNT_SID": ACCOUNT, "TWILIO_AUTH_TOKEN": TOKEN, "TWILIO_FROM": OURS, "TWILIO_API_BASE": twilio.base,
        }  # fmt: skip
        environment.pop("DATABASE_URL", None)
        command = [sys.executable, "-m", "tests.faults.keeper", "outbox-once", "1"]
        with (tmp_path / "worker.log").open("wb") as log:
            worker = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=log, stderr=log)
        try:
            assert arrives(twilio, Outbox(referrals), "with Redis")
            server.stop()
            twilio.texts.clear()
            assert arrives(twilio, Outbox(referrals), "without Redis")
            server.start()
            twilio.texts.clear()
            assert arrives(twilio, Outbox(referrals), "with Redis again")
            assert worker.poll() is None
            worker.send_signal(signal.SIGTERM)
            assert worker.wait(30) == 0
        finally:
            worker.kill()


def add_line(referrals: Referrals) -> None:
    from sqlalchemy.orm import Session

    now = referrals.now()
    with Session(referrals.engine) as session, session.begin():
        session.add(
            PhoneLineRow(
                conversation="sms-ann", number_cipher=referrals.vault.lock("+19375550142"), first_seen_at=now,
                last_seen_at=now, segments_sent=0, segments_received=0, pretend=False,
            )
        )  # fmt: skip
