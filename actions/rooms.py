"""The other rooms, opened once in the process that runs the actions."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

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


_desk_now: ContextVar[Referrals | None] = ContextVar("desk", default=None)


def desk() -> Referrals:
    """Referrals and the coordinators' desk."""
    return _desk_now.get() or opened_desk()


@contextmanager
def desk_is(inside: Referrals) -> Iterator[None]:
    """`desk()` gives `inside` until the block ends: one whose work is one transaction."""
    token = _desk_now.set(inside)
    try:
        yield
    finally:
        _desk_now.reset(token)


@functools.cache
def opened_desk() -> Referrals:
    """The one that is open while this process runs."""
    return Referrals.open(ReferralSettings.read())
