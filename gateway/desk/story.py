"""What happened to a referral, in one list: moves and tries together, in the words of the desk."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from gateway.desk.words import day, word
from referrals.desk_views import Attempted, Packet

_WHO = {"client": "the person", "porchlight": "Porchlight"}
_ANSWERED = "answered: "
_AGAIN = "look again "


@dataclass(frozen=True)
class Line:
    """One thing that happened; `at` in UTC."""

    at: datetime
    who: str
    what: str
    note: str | None


def story(packet: Packet) -> list[Line]:
    """The oldest first."""
    moves = [Line(h["at"], _who(h["who"]), _what(h["what"]), h["note"]) for h in packet.history]
    tries = [Line(a.at, a.who, _tried(a), a.note) for a in packet.attempts]
    return sorted(moves + tries, key=lambda line: line.at)


def _who(name: str) -> str:
    return _WHO.get(name, name)


def _what(name: str) -> str:
    if name.startswith(_ANSWERED):
        return f"answered: {word(name.removeprefix(_ANSWERED), 'answers')}"
    if name.startswith(_AGAIN):
        return f"look again on {day(datetime.fromisoformat(name.removeprefix(_AGAIN)))}"
    return word(name, "events")


def _tried(tried: Attempted) -> str:
    how, whom = word(tried.how, "how"), word(tried.whom, "whom")
    return f"{how} to {whom}, {word(tried.result, 'results')}"
