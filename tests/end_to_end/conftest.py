"""One stack with a text line for all walks of this folder, and accounts at its desk."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from porchlight.processes.stack import Stack, running_stack
from porchlight.settings import Settings
from referrals.settings import Settings as ReferralSettings
from referrals.settings import secret_from_file
from referrals.staff import Staff
from referrals.usecases import Referrals
from tests.support.walking import PASSWORD, PUBLIC, TOKEN


@pytest.fixture(scope="package")
def text_stack() -> Iterator[Stack]:
    """Every process, reached under a public https address, with Twilio's signature asked for."""
    changes = {
        "TWILIO_AUTH_TOKEN": TOKEN,
        "PUBLIC_URL": PUBLIC,
        "TWILIO_FROM": "+19375550100",
        # On a loaded machine an answer must not become "one moment" and a text that nobody here carries.
        "SMS_WAIT_S": "40",
    }
    with running_stack(Settings.read(), changes) as running:
        yield running


@pytest.fixture(scope="package")
def referrals(text_stack: Stack) -> Referrals:
    """The database of that stack."""
    folder = text_stack.settings.data_dir
    database = f"sqlite:///{folder / 'porchlight.db'}"
    opened = Referrals.open(ReferralSettings(folder, database, secret_from_file(folder)))
    for name, role in (("walker", "lead"), ("ana", "coordinator"), ("bob", "coordinator")):
        Staff(opened).create(name, PASSWORD, role)
    return opened
