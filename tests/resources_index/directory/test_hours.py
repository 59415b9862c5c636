from __future__ import annotations

from resources_index.directory.hours import read_hours


def test_weekdays_and_saturday_are_read_apart() -> None:
    first, second = read_hours("Mon-Fri 09:00-17:00, Sat 10:00-14:00")
    assert first.weekdays == frozenset(range(5))
    assert (first.opens, first.closes) == (540, 1020)
    assert second.weekdays == frozenset({5})


def test_hours_that_cannot_be_read_stay_unknown() -> None:
    assert read_hours("call for hours") == ()
