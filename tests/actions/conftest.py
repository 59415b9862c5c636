"""A desk that actions write to, with a clock that tests move."""

from __future__ import annotations

from pathlib import Path

import pytest

from actions import choose, desk_talk, follow_up, request
from referrals.settings import Settings
from referrals.usecases import Referrals
from tests.support.referral_talk import Clock, Shelf


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def desk(tmp_path: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch) -> Referrals:
    opened = Referrals.open(Settings(tmp_path, f"sqlite:///{tmp_path / 'p.db'}", "key"))
    opened._now = clock
    for module in (desk_talk, follow_up, request):
        monkeypatch.setattr(module, "desk", lambda: opened)
    for module in (choose, desk_talk, request):
        monkeypatch.setattr(module, "search", Shelf)
    monkeypatch.setattr(follow_up, "show_services", lambda turn, **page: turn.say("next choice"))
    return opened
