"""Whether a service is open now, by the clock of its place. Unknown hours stay unknown."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from resources_index.directory import ServiceRecord
from resources_index.places import Place


def open_now(
    service: ServiceRecord, place: Place | None, now: datetime | None = None
) -> bool | None:
    """True or False by its schedule; None when its hours or the time zone are not known."""
    if not service.schedule:
        return None
    zone = place.timezone if place is not None else None
    if service.area.kind == "nation" and zone is None:
        zone = "America/New_York"
    if zone is None:
        return None
    local = (now or datetime.now(ZoneInfo(zone))).astimezone(ZoneInfo(zone))
    minute = local.hour * 60 + local.minute
    return any(
        local.weekday() in opening.weekdays and opening.opens <= minute < opening.closes
        for opening in service.schedule
    )
