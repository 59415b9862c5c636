"""Bring a database to the newest schema: from nothing, from an older one, or from before there were migrations."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, inspect, text

FOLDER = Path(__file__).resolve().parent / "migrations"
# The tables as they were when this file came: a database that has them and no version is at this one.
FIRST = "0001"
_LOCK = 70_451


def config_for(connection: Connection) -> Config:
    """Alembic's settings for one open connection."""
    config = Config()
    config.set_main_option("script_location", str(FOLDER))
    config.attributes["connection"] = connection
    return config


def newest() -> str:
    """The version that this program needs."""
    config = Config()
    config.set_main_option("script_location", str(FOLDER))
    return str(ScriptDirectory.from_config(config).get_current_head())


def upgrade(engine: Engine) -> None:
    """Run what is missing, in one transaction: processes that start side by side wait for each other."""
    head = newest()
    with engine.begin() as connection:
        if engine.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK})
        now = MigrationContext.configure(connection).get_current_revision()
        if now == head:
            return
        config = config_for(connection)
        if now is None and inspect(connection).has_table("referral"):
            command.stamp(config, FIRST)
        command.upgrade(config, "head")
