"""The schema: from nothing, from the tables as they were begun, and by two processes at once."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Engine, text

from referrals.settings import Settings
from referrals.storage.database import open_database
from referrals.storage.migrate import FIRST, config_for, newest, upgrade
from referrals.storage.tables import Base
from referrals.usecases import Referrals


@pytest.fixture
def engine(database_url: str) -> Engine:
    return open_database(database_url)


def version(engine: Engine) -> str | None:
    with engine.connect() as connection:
        return MigrationContext.configure(connection).get_current_revision()


def as_begun(engine: Engine) -> None:
    """A database as it was made before there were migrations, with a referral in it."""
    with engine.begin() as connection:
        command.upgrade(config_for(connection), FIRST)
        connection.execute(text("DROP TABLE alembic_version"))
        connection.execute(
            text(
                "INSERT INTO referral (id, reference, conversation, channel, status, needs, created_at, version) "
                "VALUES (1, 'R-4F7K', 'sms-1', 'sms', 'requested', 'housing', '2026-11-01 10:00:00', 1)"
            )
        )
        connection.execute(
            text(
                "INSERT INTO consent (id, conversation, referral_id, wording_version, wording, scope, granted_at) "
                "VALUES (1, 'sms-1', 1, '2026-11-en', 'I share Ann, 937-555-0142', 'agency', '2026-11-01 10:00:00')"
            )
        )


def test_the_migrations_make_exactly_the_tables_of_the_program(engine: Engine) -> None:
    upgrade(engine)
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        missing = compare_metadata(context, Base.metadata)
    assert missing == [], "write a migration: tools/new_migration.py"


def test_a_database_from_before_keeps_what_it_has(
    tmp_path: Path, engine: Engine, database_url: str
) -> None:
    as_begun(engine)
    opened = Referrals.open(Settings(tmp_path, database_url, "key"))
    assert version(engine) == newest()
    view = opened.latest("sms-1")
    assert view
    assert (view.reference, view.status) == ("R-4F7K", "requested")
    opened.transition(view.id, "accept", "ana", view.version)


def test_a_consent_that_stood_in_the_open_is_locked(
    tmp_path: Path, engine: Engine, database_url: str
) -> None:
    as_begun(engine)
    opened = Referrals.open(Settings(tmp_path, database_url, "key"))
    with engine.connect() as connection:
        plain, cipher = connection.execute(
            text("SELECT wording, wording_cipher FROM consent")
        ).one()
    assert plain == ""
    assert opened.vault.unlock(cipher) == "I share Ann, 937-555-0142"


def test_processes_that_start_side_by_side_do_not_trip(engine: Engine) -> None:
    problems: list[BaseException] = []

    def start() -> None:
        try:
            upgrade(engine)
        except BaseException as error:
            problems.append(error)

    threads = [threading.Thread(target=start) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert problems == []
    assert version(engine) == newest()


def test_going_back_leaves_the_older_tables(engine: Engine) -> None:
    upgrade(engine)
    with engine.begin() as connection:
        command.downgrade(config_for(connection), FIRST)
    upgrade(engine)
    assert version(engine) == newest()
