"""What is kept is encrypted, may be renewed, taken out, shown to its owner, and goes when its time is over."""

from __future__ import annotations

import base64
import hashlib
import json
import sqlite3
import time
from datetime import timedelta
from pathlib import Path

import pytest
from cryptography.fernet import Fernet, InvalidToken
from sqlalchemy import text
from sqlalchemy.orm import Session

from referrals.audit import Audit
from referrals.desk_items import open_items
from referrals.desk_views import packet
from referrals.export import export_person
from referrals.handoff.links import LinkError, make_link, open_link
from referrals.life.work import Attempt
from referrals.outbox.night import let_go
from referrals.outbox.queue import Outbox
from referrals.settings import Settings
from referrals.storage.bot_memory import BotMemory
from referrals.storage.keys import renew_all
from referrals.storage.tables import ConversationRow, PhoneLineRow, ReferralRow
from referrals.usecases import Referrals
from tests.referrals.conftest import Clock
from tests.support.desk import CONSENT, details

SECRETS = (b"Ann", b"5550142", b"555-0142", b"dialysis", b"said she falls")


def busy(referrals: Referrals, conversation: str = "sms-1") -> int:
    """One person about whom everything is kept that can be kept."""
    now = referrals.now()
    with Session(referrals.engine) as session, session.begin():
        session.add(
            PhoneLineRow(
                conversation=conversation, number_cipher=referrals.vault.lock("+19375550142"),
                first_seen_at=now, last_seen_at=now,
            )
        )  # fmt: skip
    view = referrals.request(conversation, "sms", details(), CONSENT)
    referrals.transition(view.id, "accept", "ana", view.version, note="Ann said she falls")
    referrals.log_attempt(
        view.id, "ana", Attempt("call", "client", "reached", "Ann said she falls")
    )
    referrals.hand_over(conversation, "live", "ana")
    referrals.note_message(conversation, "client", "I am Ann, need dialysis")
    referrals.raise_item("follow_up", conversation, "Ann waits")
    Outbox(referrals, referrals.now).enqueue(conversation, "Hello Ann", "coordinator", "k")
    make_link(referrals, view.id, "Rides Inc", "intake@example.org", "ana")
    Audit(referrals).note("ana", "saw referral", view.reference)
    return view.id


def bytes_on_disk(settings: Settings) -> bytes:
    return b"".join(path.read_bytes() for path in settings.data_dir.glob("p.db*"))


def test_nothing_that_names_a_person_is_readable_on_the_disk(
    referrals: Referrals, settings: Settings
) -> None:
    busy(referrals)
    kept = bytes_on_disk(settings)
    assert [secret for secret in SECRETS if secret in kept] == []


def test_a_new_key_in_front_reads_and_renews_what_the_old_one_locked(settings: Settings) -> None:
    busy(Referrals.open(settings))
    both = Settings(settings.data_dir, settings.database_url, "key", vault_keys=("new",))
    opened = Referrals.open(both)
    view = opened.latest("sms-1")
    assert view
    assert packet(opened, view.reference).details["name"] == "Ann"  # type: ignore[union-attr]
    assert renew_all(opened.engine, opened.vault) >= 8
    only_new = Settings(settings.data_dir, settings.database_url, "other", vault_keys=("new",))
    renewed = Referrals.open(only_new)
    assert packet(renewed, view.reference).details["name"] == "Ann"  # type: ignore[union-attr]
    with pytest.raises(InvalidToken):
        renew_all(renewed.engine, Referrals.open(settings).vault)


def test_deleting_takes_out_everything_but_counts_and_duties(
    referrals: Referrals, settings: Settings
) -> None:
    identity = busy(referrals)
    reference = referrals.latest("sms-1").reference  # type: ignore[union-attr]
    assert referrals.delete_person("sms-1") == 1
    assert referrals.latest("sms-1") is None
    left = export_person(referrals, f"deleted-{identity}")
    assert [word for word in ("Ann", "555", "dialysis", "falls") if word in json.dumps(left)] == []
    with Session(referrals.engine) as session:
        row = session.get_one(ReferralRow, identity)
        assert (row.needs, row.state, row.status) == ("transportation", "OH", "cancelled")
        assert row.person_key is None
        assert session.get(PhoneLineRow, "sms-1") is None
        for table in ("desk_message", "outbox", "follow_up", "conversation"):
            assert session.execute(text(f"SELECT count(*) FROM {table}")).scalar() == 0, table  # noqa: S608
    duty = [item for item in open_items(referrals) if item.kind == "tell_agency"]
    assert [item.subject for item in duty] == [reference]
    assert "Rides Inc" in duty[0].detail


def test_opting_out_and_a_phone_that_is_never_texted_first_outlive_deleting(
    referrals: Referrals,
) -> None:
    busy(referrals)
    referrals.never_text_first("sms-1")
    with Session(referrals.engine) as session, session.begin():
        session.get_one(PhoneLineRow, "sms-1").opted_out_at = referrals.now()
    referrals.delete_person("sms-1")
    assert referrals.only_answers("sms-1")
    with Session(referrals.engine) as session:
        line = session.get_one(PhoneLineRow, "sms-1")
        assert line.opted_out_at is not None
        assert referrals.vault.unlock(line.number_cipher) == ""
        assert session.get_one(ConversationRow, "sms-1").taken_by is None


def test_closed_referrals_lose_their_details_after_their_time(
    referrals: Referrals, clock: Clock
) -> None:
    identity = busy(referrals)
    referrals.transition(
        identity, "complete", "ana", referrals.version_of(identity), outcome="got_help"
    )
    clock.now += timedelta(days=89)
    assert referrals.strip_closed(90) == 0
    clock.now += timedelta(days=2)
    assert referrals.strip_closed(90) == 1
    found = packet(referrals, referrals.latest("sms-1").reference)  # type: ignore[union-attr]
    assert found
    assert (found.details, found.outcome, found.stripped) == ({}, "got_help", True)
    assert [event["note"] for event in found.history if event["note"]] == []
    assert referrals.strip_closed(90) == 0


def test_an_open_referral_keeps_its_details_however_old(referrals: Referrals, clock: Clock) -> None:
    busy(referrals)
    clock.now += timedelta(days=400)
    assert referrals.strip_closed(90) == 0


def test_the_nightly_tidying_spares_phones_with_an_open_referral(
    referrals: Referrals, settings: Settings, clock: Clock
) -> None:
    busy(referrals)
    clock.now += timedelta(days=400)
    let_go(referrals, settings)
    with Session(referrals.engine) as session:
        assert session.get(PhoneLineRow, "sms-1") is not None
    referrals.withdraw("sms-1")
    let_go(referrals, settings)
    with Session(referrals.engine) as session:
        assert session.get(PhoneLineRow, "sms-1") is None


def remember(path: Path, rows: list[tuple[str, float]], key: str = "secret") -> None:
    """As the bot writes it (bot/memory.py)."""
    derived = hashlib.sha256(f"porchlight bot {key}".encode()).digest()
    sealed = Fernet(base64.urlsafe_b64encode(derived)).encrypt(b'{"slots": {"current": "self"}}')
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE state (sender_id TEXT PRIMARY KEY, at REAL, sealed TEXT)")
        lines = [(sender, at, sealed.decode()) for sender, at in rows]
        connection.executemany("INSERT INTO state VALUES (?, ?, ?)", lines)


def test_what_the_bot_remembers_can_be_read_and_forgotten(tmp_path: Path) -> None:
    path = tmp_path / "bot_memory.db"
    memory = BotMemory(path, "secret")
    assert memory.forget("sms-1") == 0
    assert memory.remembered("sms-1") is None
    remember(path, [("sms-1", 20.0), ("sms-2", 500.0)])
    assert memory.remembered("sms-1") == {"slots": {"current": "self"}}
    assert BotMemory(path, "another key").remembered("sms-1") is None
    assert memory.forget_older(100.0) == 1
    assert memory.remembered("sms-1") is None
    assert memory.forget("sms-2") == 1
    assert memory.forget("sms-2") == 0


def test_the_bot_forgets_at_night_what_is_older_than_its_days(
    referrals: Referrals, settings: Settings
) -> None:
    month, day = 30 * 86_400, 86_400
    remember(
        settings.data_dir / "bot_memory.db",
        [("sms-old", time.time() - month - day), ("sms-new", time.time() - month + day)],
        settings.secret_key,
    )
    let_go(referrals, settings)
    assert referrals.bot_memory.remembered("sms-old") is None
    assert referrals.bot_memory.remembered("sms-new") is not None


def test_a_person_can_have_all_that_is_kept_and_who_looked(referrals: Referrals) -> None:
    busy(referrals)
    mine = export_person(referrals, "sms-1")
    told = json.dumps(mine)
    for part in (
        "Ann",
        "+19375550142",
        "said she falls",
        "need dialysis",
        "Rides Inc",
        "saw referral",
    ):
        assert part in told
    assert "cipher" not in told
    assert "_hash" not in told


def test_withdrawing_ends_links_and_questions(referrals: Referrals) -> None:
    identity = busy(referrals)
    made = make_link(referrals, identity, "Rides Inc", "", "ana")
    referrals.withdraw("sms-1")
    with pytest.raises(LinkError):
        open_link(referrals, made.link_token)
    assert referrals.withdraw("sms-1") == []


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE audit SET who = 'bob' WHERE id = 1",
        "DELETE FROM audit WHERE id = 2",
        "DELETE FROM audit WHERE id = 3",
        "DELETE FROM audit",
        "UPDATE audit SET keyed = 0",
        "UPDATE audit_head SET count = 2",
        "DELETE FROM audit_head",
        "INSERT INTO audit (who, what, subject, at, chain, keyed) VALUES ('x','y','z','2026-11-02','c',1)",
    ],
)
def test_the_audit_trail_shows_every_change(referrals: Referrals, damage: str) -> None:
    trail = Audit(referrals)
    for subject in ("R-1", "R-2", "R-3"):
        trail.note("ana", "saw referral", subject)
    assert trail.is_whole()
    with referrals.engine.begin() as connection:
        connection.execute(text(damage))
    assert not trail.is_whole()


def test_a_trail_from_before_our_key_goes_on_whole(referrals: Referrals) -> None:
    import hashlib

    at = referrals.now()
    chain = hashlib.sha256(f"\nana\nsaw referral\nR-1\n{at.isoformat()}".encode()).hexdigest()
    with referrals.engine.begin() as connection:
        connection.execute(
            text(
                "INSERT INTO audit (who, what, subject, at, chain, keyed) "
                "VALUES ('ana', 'saw referral', 'R-1', :at, :chain, 0)"
            ),
            {"at": at.strftime("%Y-%m-%d %H:%M:%S.%f"), "chain": chain},
        )
    trail = Audit(referrals)
    assert trail.is_whole()
    trail.note("bob", "saw referral", "R-1")
    assert trail.is_whole()
