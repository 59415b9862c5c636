from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import time
import uuid
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text
from sqlalchemy.exc import OperationalError

from referrals.settings import Settings
from referrals.storage.database import open_database
from referrals.usecases import Referrals
from tests.referrals.outbox_parts import World


class Clock:
    def __init__(self) -> None:
        self.now = datetime(2026, 11, 2, 15, 0)

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture(scope="session")
def postgres(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A PostgreSQL of our own on a free port of the loopback address; its address without a database."""
    folder = tmp_path_factory.mktemp("postgres")
    if shutil.which("postgres") is None or shutil.which("initdb") is None:
        pytest.skip("no PostgreSQL on this machine")
    # It refuses to run as root.
    as_user = ["runuser", "-u", "nobody", "--"] if os.geteuid() == 0 else []
    if as_user:
        for path in (folder, *folder.parents[:2]):
            path.chmod(0o755)
        shutil.chown(folder, "nobody")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    data = str(folder / "data")
    make = [*as_user, "initdb", "-D", data, "-A", "trust", "-U", "porchlight", "--no-sync"]
    subprocess.run(make, check=True, capture_output=True, cwd=folder)
    start = [
        *as_user,
        "postgres",
        "-D",
        data,
        "-p",
        str(port),
        "-h",
        "127.0.0.1",
        "-k",
        str(folder),
        "-F",
    ]
    server = subprocess.Popen(
        start,
        cwd=folder,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    address = f"postgresql+psycopg://porchlight@127.0.0.1:{port}"
    _wait_for(f"{address}/postgres")
    yield address
    os.killpg(server.pid, signal.SIGINT)
    server.wait(timeout=20)


def _wait_for(url: str) -> None:
    engine = create_engine(url)
    for _ in range(100):
        try:
            engine.connect().close()
        except OperationalError:
            time.sleep(0.2)
        else:
            engine.dispose()
            return
    pytest.fail("PostgreSQL did not come up")


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """An empty database, once of each kind."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'p.db'}"
        return
    address = request.getfixturevalue("postgres")
    name = f"t{uuid.uuid4().hex}"
    server = create_engine(f"{address}/postgres", isolation_level="AUTOCOMMIT")
    with server.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
    server.dispose()
    yield f"{address}/{name}"
    open_database(f"{address}/{name}").dispose()


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(tmp_path, f"sqlite:///{tmp_path / 'p.db'}", "key")


@pytest.fixture
def referrals(settings: Settings, clock: Clock) -> Referrals:
    opened = Referrals.open(settings)
    opened._now = clock
    return opened


@pytest.fixture
def world(tmp_path: Path) -> World:
    return World(tmp_path)
