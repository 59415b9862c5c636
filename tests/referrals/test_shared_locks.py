"""One message of a person at a time, over machines that share a PostgreSQL."""

from __future__ import annotations

import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from sqlalchemy import text

from gateway.sms.order import Order
from referrals.storage.database import open_database
from referrals.storage.shared_locks import shared_locks
from tests.faults.parts import ROOT


@pytest.fixture
def address(postgres: str) -> str:
    return f"{postgres}/postgres"


def machine(folder: Path, name: str, address: str) -> Order:
    """A gateway of another machine has its own disk, and the same database."""
    return Order(folder / name, shared_locks(open_database(address)))


def test_two_machines_take_turns_with_one_person_and_not_with_two(
    tmp_path: Path, address: str
) -> None:
    first, second = machine(tmp_path, "a", address), machine(tmp_path, "b", address)
    with first.of("sms-ann") as mine:
        assert mine
        with second.if_free("sms-ann") as free:
            assert not free
        with second.if_free("sms-bob") as free:
            assert free
    with second.if_free("sms-ann") as free:
        assert free


def test_many_threads_of_two_machines_are_never_in_it_together(
    tmp_path: Path, address: str
) -> None:
    inside, most, done = 0, 0, 0
    guard = threading.Lock()

    def turn(order: Order) -> None:
        nonlocal inside, most, done
        for _ in range(5):
            with order.of("sms-ann"):
                with guard:
                    inside += 1
                    most = max(most, inside)
                time.sleep(0.005)
                with guard:
                    inside -= 1
                    done += 1

    orders = [machine(tmp_path, name, address) for name in "ab"]
    threads = [threading.Thread(target=turn, args=(orders[n % 2],)) for n in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (most, done) == (1, 30)


def test_a_machine_that_dies_holds_up_nobody(tmp_path: Path, address: str) -> None:
    hold = (
        "import sys, time\nfrom pathlib import Path\nfrom gateway.sms.order import Order\n"
        "from referrals.storage.database import open_database\nfrom referrals.storage.shared_locks import shared_locks\n"
        "order = Order(Path(sys.argv[1]), shared_locks(open_database(sys.argv[2])))\n"
        "with order.of('sms-ann'):\n    print('held', flush=True)\n    time.sleep(60)\n"
    )
    dying = subprocess.Popen([sys.executable, "-c", hold, str(tmp_path / "a"), address], cwd=ROOT, stdout=subprocess.PIPE)  # fmt: skip
    assert dying.stdout is not None
    assert dying.stdout.readline() == b"held\n"
    other = machine(tmp_path, "b", address)
    with other.if_free("sms-ann") as free:
        assert not free
    dying.kill()
    dying.wait()
    dying.stdout.close()
    begun = time.monotonic()
    with other.of("sms-ann"):
        assert time.monotonic() - begun < 10


def test_a_database_that_is_started_again_ends_no_turn(tmp_path: Path, address: str) -> None:
    order = machine(tmp_path, "a", address)
    with order.of("sms-ann"), open_database(address).connect() as connection:
        connection.execute(
            text("SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory'")
        )
    with order.if_free("sms-ann") as free:
        assert free


def test_who_is_told_to_stop_does_not_wait_for_another(tmp_path: Path) -> None:
    order, stopping = Order(tmp_path), threading.Event()
    with order.of("sms-ann"):
        threading.Timer(0.2, stopping.set).start()
        with order.of("sms-ann", stopping) as mine:
            assert not mine
