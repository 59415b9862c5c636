"""Bring a database to the newest schema: from nothing, from an older one, or from before there were migrations."""

from __future__ import annotations

import importlib
import pkgutil
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, inspect

from referrals.storage.exclusive import one_at_a_time

FOLDER = Path(__file__).resolve().parent / "migrations"
# The tables as they were when this file came: a database that has them and no version is at this one.
FIRST = "0001"


def load_tables() -> None:
    """Import every module of this folder that holds tables, so that none is forgotten."""
    for found in pkgutil.iter_modules([str(FOLDER.parent)]):
        if found.name.endswith("tables"):
            importlib.import_module(f"referrals.storage.{found.name}")


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
    load_tables()
    head = newest()
    with engine.begin() as connection:
        one_at_a_time(connection, "schema")
        now = MigrationContext.configure(connection).get_current_revision()
        if now == head:
            return
        config = config_for(connection)
        if now is None and inspect(connection).has_table("referral"):
            command.stamp(config, FIRST)
        command.upgrade(config, "head")
