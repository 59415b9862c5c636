"""A desk that actions write to, with a clock that tests move."""

from __future__ import annotations

from pathlib import Path

import pytest

from referrals.usecases import Referrals
from tests.support.referral_talk import Clock, open_desk


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def desk(tmp_path: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch) -> Referrals:
    return open_desk(tmp_path, clock, monkeypatch)
