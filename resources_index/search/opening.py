"""Whether a service is open now, by the clock of its place. Unknown hours stay unknown."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from resources_index.directory import ServiceRecord
from resources_index.places import Place

_NATIONAL_ZONE = "America/New_York"


@dataclass(frozen=True)
class Clock:
    """Now, as the clocks of a place and those of national lines show it: (weekday, minute of the day)."""

    here: tuple[int, int] | None
    national: tuple[int, int]

    @classmethod
    def at(cls, place: Place | None, now: datetime | None = None) -> Clock:
        """Read once a question, not once a service. `now` must know its zone."""
        moment = now or datetime.now(ZoneInfo("UTC"))
        zone = place.timezone if place is not None else None
        national = _shown(moment, _NATIONAL_ZONE)
        return cls(_shown(moment, zone) if zone else None, national)

    def open(self, service: ServiceRecord) -> bool | None:
        """True or False by its schedule; None when its hours or the time zone are not known."""
        if not service.schedule:
            return None
        shown = self.here or (self.national if service.area.kind == "nation" else None)
        if shown is None:
            return None
        weekday, minute = shown
        return any(
            weekday in opening.weekdays and opening.opens <= minute < opening.closes
            for opening in service.schedule
        )


def _shown(moment: datetime, zone: str) -> tuple[int, int]:
    local = moment.astimezone(ZoneInfo(zone))
    return local.weekday(), local.hour * 60 + local.minute
