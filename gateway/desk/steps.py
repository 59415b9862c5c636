"""Where a coordinator is with a referral: take it, call the person, call an agency, say how it ended."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from referrals.desk_views import Attempted, Packet
from referrals.model import OPEN

# After so many tries in vain the page says that one may stop.
MANY_TRIES = 3


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
    """What was tried before a referral was opened again, or with an agency before the one that is chosen now, does
    not count."""
    begun = _last(packet, "reopen")
    tries = [tried for tried in packet.attempts if begun is None or tried.at >= begun]
    with_any = [tried for tried in tries if tried.whom == "agency"]
    chosen = _last(packet, "agency chosen")
    to_agency = [tried for tried in with_any if chosen is None or tried.at >= chosen]
    to_person = [tried for tried in tries if tried.whom != "agency"]
    found = Steps("", to_person, to_agency)
    another = len(with_any) > len(to_agency)
    return Steps(_now(packet, found, another), to_person, to_agency)


def _last(packet: Packet, what: str) -> datetime | None:
    return max((line["at"] for line in packet.history if line["what"] == what), default=None)


def _now(packet: Packet, found: Steps, another: bool) -> str:
    if packet.status not in OPEN:
        return "over"
    if packet.status == "requested":
        return "take"
    if found.agency_reached or (packet.status == "in_progress" and not another):
        return "end"
    return "agency" if found.person_reached or found.to_agency or another else "person"
