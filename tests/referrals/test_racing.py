"""Many hands at the same moment: one wins, nothing is lost."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from referrals.audit import Audit
from referrals.handoff.links import LinkError, make_link, open_link
from referrals.model import StaleError
from referrals.settings import Settings
from referrals.storage.tables import HistoryRow
from referrals.usecases import Referrals
from tests.support.desk import CONSENT, details


@pytest.fixture
def referrals(tmp_path: Path, database_url: str) -> Referrals:
    return Referrals.open(Settings(tmp_path, database_url, "key"))


def test_of_many_who_take_it_at_once_exactly_one_has_it(referrals: Referrals) -> None:
    view = referrals.request("web-1", "web", details(), CONSENT)

    def take(name: str) -> str | None:
        try:
            referrals.transition(view.id, "accept", name, view.version)
        except StaleError:
            return None
        return name

    with ThreadPoolExecutor(8) as pool:
        winners = [name for name in pool.map(take, [f"c{n}" for n in range(16)]) if name]
    assert len(winners) == 1
    with Session(referrals.engine) as session:
        taken = select(func.count()).where(HistoryRow.what == "accept")
        assert session.scalar(taken) == 1


def test_a_link_that_two_open_at_once_opens_for_one(referrals: Referrals) -> None:
    view = referrals.request("web-1", "web", details(), CONSENT)
    made = make_link(referrals, view.id, "Rides Inc", "", "ana")

    def look(_: int) -> bool:
        try:
            open_link(referrals, made.link_token)
        except LinkError:
            return False
        return True

    with ThreadPoolExecutor(6) as pool:
        assert sum(pool.map(look, range(12))) == 1


def test_the_audit_trail_stays_whole_under_many_hands(referrals: Referrals) -> None:
    trail = Audit(referrals)
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda n: trail.note(f"c{n}", "saw referral", "R-1"), range(40)))
    assert trail.is_whole()
    assert len(trail.lines()) == 40


def test_the_same_request_sent_twice_at_once_is_one_referral(referrals: Referrals) -> None:
    def ask(_: int) -> str:
        return referrals.request("web-1", "web", details(), CONSENT).reference

    with ThreadPoolExecutor(6) as pool:
        assert len(set(pool.map(ask, range(12)))) == 1
