"""One person from asking to leaving, on SQLite and on PostgreSQL."""

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path

import pytest

from referrals.audit import Audit
from referrals.desk_items import finish_item, open_items
from referrals.desk_views import QueueFilter, packet, queue
from referrals.export import export_person
from referrals.handoff.links import make_link, open_link
from referrals.life.work import Attempt
from referrals.measures import measure
from referrals.outbox.follow_ups import let_rest, queue_due_questions
from referrals.outbox.queue import Outbox
from referrals.settings import Settings
from referrals.staff import Staff
from referrals.storage.keys import renew_all
from referrals.usecases import Referrals
from tests.referrals.conftest import Clock
from tests.support.desk import CONSENT, PASSWORD, details


@pytest.fixture
def referrals(tmp_path: Path, database_url: str, clock: Clock) -> Referrals:
    opened = Referrals.open(Settings(tmp_path, database_url, "key"))
    opened._now = clock
    return opened


def test_a_whole_life(referrals: Referrals, clock: Clock) -> None:
    Staff(referrals).create("ana", PASSWORD, "admin")
    assert Staff(referrals).sign_in("ana", PASSWORD)
    view = referrals.request("sms-1", "sms", details(), CONSENT)
    assert [row.reference for row in queue(referrals, QueueFilter(unclaimed=True))] == [
        view.reference
    ]
    view = referrals.transition(view.id, "accept", "ana", view.version, note="called")
    referrals.log_attempt(view.id, "ana", Attempt("call", "client", "reached"))
    made = make_link(referrals, view.id, "Rides Inc", "a@example.org", "ana")
    shared, _ = open_link(referrals, made.link_token)
    assert shared.details["name"] == "Ann"
    referrals.hand_over("sms-1", "live", "ana")
    referrals.note_message("sms-1", "client", "thank you")
    clock.now += timedelta(days=4)
    assert queue_due_questions(referrals, Outbox(referrals, clock)) == 1
    referrals.answer_follow_up("sms-1", "no_capacity", "5")
    kinds = {item.kind: item.id for item in open_items(referrals)}
    assert set(kinds) == {"client_wrote", "follow_up"}
    assert finish_item(referrals, kinds["follow_up"], "ana", clock.now)
    clock.now += timedelta(days=40)
    queue_due_questions(referrals, Outbox(referrals, clock))
    clock.now += timedelta(days=5)
    assert let_rest(referrals, Outbox(referrals, clock)) == 1
    assert renew_all(referrals.engine, referrals.vault) > 5
    assert "Ann" in json.dumps(export_person(referrals, "sms-1"))
    referrals.transition(view.id, "complete", "ana", view.version, outcome="no_capacity")
    assert measure(referrals, clock.now - timedelta(days=99), clock.now).asked is None
    clock.now += timedelta(days=91)
    assert referrals.strip_closed(90) == 1
    found = packet(referrals, view.reference)
    assert found
    assert found.details == {}
    assert referrals.delete_person("sms-1") == 1
    referrals.tidy(365)
    Audit(referrals).note("ana", "saw referral", view.reference)
    assert Audit(referrals).is_whole()
