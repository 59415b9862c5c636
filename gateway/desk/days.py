"""The days and times that a coordinator can choose with one click to look again, and how they are read back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from gateway.desk.words import day

_SATURDAY = 5
# After a call in vain, when an agency has not answered yet, and on a waiting list.
SOON = (1, 3, 7)
ALL = (1, 3, 7, 14, 21)
WAITS = (7, 14, 21, 30, 60)
LATER_TODAY = timedelta(hours=3)
_SAID = {1: "", 3: "", 7: "in a week", 14: "in 2 weeks", 21: "in 3 weeks", 30: "in a month", 60: "in 2 months"}  # fmt: skip


@dataclass(frozen=True)
class Choice:
    """One button: `on` is what the form sends (an ISO day, or `later`)."""

    on: str
    said: str


def working_days(today: datetime, ahead: tuple[int, ...]) -> list[datetime]:
    """The working days so many days ahead, each once; what falls on a weekend moves to Monday."""
    return [day for _, day in _ahead(today, ahead)]


def choices(today: datetime, ahead: tuple[int, ...]) -> list[Choice]:
    """Buttons for these days: 'Tue Dec 1', 'in 3 weeks: Mon Dec 21'."""
    made = []
    for days, on in _ahead(today, ahead):
        said = _SAID[days]
        made.append(Choice(f"{on:%Y-%m-%d}", f"{said}: {day(on)}" if said else day(on)))
    return made


def _ahead(today: datetime, ahead: tuple[int, ...]) -> list[tuple[int, datetime]]:
    found: list[tuple[int, datetime]] = []
    for days in ahead:
        on = today + timedelta(days=days)
        while on.weekday() >= _SATURDAY:
            on += timedelta(days=1)
        if on.date() not in [known.date() for _, known in found]:
            found.append((days, on))
    return found


def chosen(on: str, other: str, now: datetime) -> datetime | None:
    """What a form says: its button, or the day that was typed (button `other` or none). None for neither. ValueError for no day."""
    if on == "later":
        return now + LATER_TODAY
    text = other if on == "other" else on or other
    return datetime.fromisoformat(text) if text else None
