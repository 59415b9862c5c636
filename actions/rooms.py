"""The other rooms, opened once in the process that runs the actions."""

from __future__ import annotations

import functools

from actions.settings import Settings
from referrals.settings import Settings as ReferralSettings
from referrals.usecases import Referrals
from resources_index.places import Places
from resources_index.search import Search


@functools.cache
def places() -> Places:
    """All places of the country."""
    return Places.load(Settings.read().places_dir)


@functools.cache
def search() -> Search:
    """The directory and its index."""
    return Search.open(Settings.read().data_dir)


@functools.cache
def desk() -> Referrals:
    """Referrals and the coordinators' desk."""
    return Referrals.open(ReferralSettings.read())
