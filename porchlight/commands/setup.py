"""`porchlight setup`: whatever is built from the repo and missing or stale."""

from __future__ import annotations

from porchlight.settings import Settings
from porchlight.setup import set_up


def command() -> None:
    """Build what is missing or stale: search index, crisis check, trained bot, database."""
    set_up(Settings.read())
