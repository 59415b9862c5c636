"""A short storm over the whole system; `python -m tools.kill_test` is the long one."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.faults.parts import ROOT
from tests.faults.whole_system import KINDS, kill_everything

pytestmark = [pytest.mark.stack, pytest.mark.timeout(900)]
KILLS, PEOPLE = 3, 24


def test_whatever_dies_nothing_is_lost_and_nothing_is_doubled(tmp_path: Path) -> None:
    built = ROOT / os.environ.get("DATA_DIR", "var")
    outcome = kill_everything(tmp_path, built, PEOPLE, KILLS)
    assert outcome.wrong == []
    assert outcome.kills == dict.fromkeys(KINDS, KILLS)
