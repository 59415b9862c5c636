from __future__ import annotations

import pytest

from resources_index.directory.hours import read_hours


def test_weekdays_and_saturday_are_read_apart() -> None:
    first, second = read_hours("Mon-Fri 09:00-17:00, Sat 10:00-14:00")
    assert first.weekdays == frozenset(range(5))
    assert (first.opens, first.closes) == (540, 1020)
    assert second.weekdays == frozenset({5})


@pytest.mark.parametrize(
    ("text", "days", "times"),
    [
        ("Mon - Fri 8:30 a.m. to 4:30 p.m.", {0, 1, 2, 3, 4}, [(510, 990)]),
        ("Mon-Fri 9:00-12:00, 13:00-16:00", {0, 1, 2, 3, 4}, [(540, 720), (780, 960)]),
        ("Mon, Tue, Wed, Fri 9:00-11:45", {0, 1, 2, 4}, [(540, 705)]),
        ("Tue and Thu 9-12", {1, 3}, [(540, 720)]),
        ("Sat-Mon 10:00-14:00", {5, 6, 0}, [(600, 840)]),
        ("M-F 8-4:30", {0, 1, 2, 3, 4}, [(480, 990)]),
        ("Weekdays 10am - 1pm", {0, 1, 2, 3, 4}, [(600, 780)]),
        ("7:30 a.m. to 5:30 p.m. Monday through Friday", {0, 1, 2, 3, 4}, [(450, 1050)]),
        ("Tues/Thurs 1-4", {1, 3}, [(780, 960)]),
        ("Sat 10-2pm", {5}, [(600, 840)]),
        ("M, W & F 9:00-noon", {0, 2, 4}, [(540, 720)]),
        ("Daily 6a-10p", set(range(7)), [(360, 1320)]),
        ("24 hours a day, 7 days a week", set(range(7)), [(0, 1440)]),
        ("24/7", set(range(7)), [(0, 1440)]),
    ],
)
def test_hours_are_read_as_lists_write_them(
    text: str, days: set[int], times: list[tuple[int, int]]
) -> None:
    openings = read_hours(text)
    assert [(o.opens, o.closes) for o in openings] == times
    assert all(o.weekdays == days for o in openings)


@pytest.mark.parametrize(
    "text",
    [
        "call for hours", "Pantry 2nd and 4th Thu 9:00-11:00", "Meals Mon-Fri 12:00", "Mon-Fri 11:00-08:00",
        "Mon-Fri 8:00-17:00 (closed 12-13)", "Mon-Fri", "9:00-17:00", "2nd & 4th Thursday 10-2", "1st Tuesday of month 6 PM", "by appointment",
        "Mon-Fri 9-5; closed for lunch 12-1", "Mon 10p-6a", "S 9-5", "Most sites third Thursday",
    ],
)  # fmt: skip
def test_hours_that_cannot_be_read_as_a_whole_stay_unknown(text: str) -> None:
    """Half-read hours would send somebody to a closed door."""
    assert read_hours(text) == ()
