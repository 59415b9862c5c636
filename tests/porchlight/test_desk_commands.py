"""`porchlight desk` as somebody types it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import text

from referrals.audit import Audit
from referrals.settings import Settings
from referrals.staff import Staff
from referrals.usecases import Referrals
from tests.support.desk import CONSENT, details

ROOT = Path(__file__).resolve().parents[2]


def desk(folder: Path, *words: str, **more: str) -> subprocess.CompletedProcess[str]:
    environment = {
        **os.environ,
        "DATA_DIR": str(folder),
        "SECRET_KEY": "key",
        "PYTHONPATH": str(ROOT),
        **more,
    }
    return subprocess.run(
        [sys.executable, "-m", "porchlight", "desk", *words],
        cwd=ROOT, env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip


@pytest.fixture
def room(tmp_path: Path) -> Referrals:
    return Referrals.open(Settings(tmp_path, f"sqlite:///{tmp_path / 'porchlight.db'}", "key"))


def test_an_account_is_made_and_its_password_shown_once(tmp_path: Path, room: Referrals) -> None:
    made = desk(tmp_path, "create-user", "ana", "--role", "lead")
    password = made.stdout.rsplit(" ", 1)[1].strip()
    account = Staff(room).sign_in("ana", password)
    assert account
    assert account.role == "lead"
    wrong = desk(tmp_path, "create-user", "bob", "--role", "boss")
    assert (wrong.returncode, wrong.stdout) == (2, "")
    assert "The role is one of" in wrong.stderr


def test_renewing_keys_is_all_or_nothing(tmp_path: Path, room: Referrals) -> None:
    room.request("web-1", "web", details(), CONSENT)
    done = desk(tmp_path, "renew-keys", VAULT_KEYS="new")
    assert done.stdout == "2 values are under the newest key.\n"
    lost = desk(tmp_path, "renew-keys", SECRET_KEY="another")
    assert lost.returncode == 2
    assert "Nothing was changed" in lost.stderr
    assert "Traceback" not in lost.stderr


def test_a_damaged_trail_is_told(tmp_path: Path, room: Referrals) -> None:
    Audit(room).note("ana", "saw referral", "R-1")
    assert desk(tmp_path, "audit").stdout == "The audit trail is whole.\n"
    with room.engine.begin() as connection:
        connection.execute(text("DELETE FROM audit"))
    assert desk(tmp_path, "audit").returncode == 2
