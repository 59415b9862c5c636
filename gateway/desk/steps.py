"""Where a coordinator is with a referral: take it, call the person, call an agency, say how it ended."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from referrals.desk_views import Attempted, Packet
from referrals.model import OPEN

# After so many tries in vain the page says that one may stop.
MANY_TRIES = 3
_SATURDAY = 5


@dataclass(frozen=True)
class Steps:
    """The step to do now (take, person, agency, end or over), and this round's tries for each of the two calls."""

    now: str
    to_person: list[Attempted]
    to_agency: list[Attempted]

    @property
    def person_reached(self) -> bool:
        """Whether somebody has spoken with the person or family."""
        return any(tried.result == "reached" for tried in self.to_person)

    @property
    def agency_reached(self) -> bool:
        """Whether somebody has spoken with an agency."""
        return any(tried.result == "reached" for tried in self.to_agency)

    @property
    def unanswered(self) -> int:
        """How often the person was called in vain since anybody was reached."""
        count = 0
        for tried in reversed(self.to_person):
            if tried.result == "reached":
                break
            count += 1
        return count


def steps_of(packet: Packet) -> Steps:
    """What was tried before a referral was opened again does not count for the next round."""
    opened = [line["at"] for line in packet.history if line["what"] == "reopen"]
    tries = [tried for tried in packet.attempts if not opened or tried.at >= opened[-1]]
    to_agency = [tried for tried in tries if tried.whom == "agency"]
    to_person = [tried for tried in tries if tried.whom != "agency"]
    found = Steps("", to_person, to_agency)
    return Steps(_now(packet, found), to_person, to_agency)


def _now(packet: Packet, found: Steps) -> str:
    if packet.status not in OPEN:
        return "over"
    if packet.status == "requested":
        return "take"
    if packet.status == "in_progress" or found.agency_reached:
        return "end"
    return "agency" if found.person_reached or found.to_agency else "person"


def days_to_choose(today: datetime) -> list[datetime]:
    """The next working day, the third and a week from now, none on a weekend: when to look again."""
    days: list[datetime] = []
    for ahead in (1, 3, 7):
        day = today + timedelta(days=ahead)
        while day.weekday() >= _SATURDAY:
            day += timedelta(days=1)
        if day.date() not in [known.date() for known in days]:
            days.append(day)
    return days
