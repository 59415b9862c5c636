from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from referrals.settings import Settings
from referrals.usecases import Referrals


class Clock:
    def __init__(self) -> None:
        self.now = datetime(2026, 11, 2, 15, 0)

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(tmp_path, f"sqlite:///{tmp_path / 'p.db'}", "key")


@pytest.fixture
def referrals(settings: Settings, clock: Clock) -> Referrals:
    opened = Referrals.open(settings)
    opened._now = clock
    return opened
