"""Nothing unprompted before 8 in the morning or after 8 in the evening at the person's place."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from phonenumbers import NumberParseException, parse
from phonenumbers.timezone import time_zones_for_number

FIRST_HOUR, LAST_HOUR = 8, 20
# When neither place nor area code tells: day in both is day in every state between them.
_FALLBACK_ZONES = ("America/New_York", "America/Los_Angeles")
# An area code has one zone, or two where it crosses a border. More means that the code tells nothing.
_MOST_ZONES = 3

# Whoever wrote this lately is awake and waits for a person's words: they are no text out of the blue.
_TALKING = timedelta(hours=1)


def is_talking(last_wrote: datetime, now: datetime) -> bool:
    """Whether a coordinator's words answer somebody who wrote just now; both in UTC without a zone."""
    return now - last_wrote < _TALKING


def zones_of(number: str, place_zones: str | None) -> list[str]:
    """The time zones to respect: those of the place (set apart by spaces) and of the area code."""
    try:
        found = [str(zone) for zone in time_zones_for_number(parse(number, "US"))]
    except NumberParseException:
        found = []
    by_code = [zone for zone in found if zone.startswith(("America", "Pacific"))]
    if len(by_code) > _MOST_ZONES:
        by_code = []
    zones = [*(place_zones or "").split(), *by_code]
    return list(dict.fromkeys(zones)) or list(_FALLBACK_ZONES)


def quiet_until(now: datetime, zones: list[str]) -> datetime | None:
    """None when it is day in all `zones`; else when it is day there again (UTC)."""
    until = None
    for zone in zones:
        local = now.astimezone(ZoneInfo(zone))
        if FIRST_HOUR <= local.hour < LAST_HOUR:
            continue
        morning = local.replace(hour=FIRST_HOUR, minute=0, second=0, microsecond=0)
        if local.hour >= LAST_HOUR:
            morning += timedelta(days=1)
        until = max(filter(None, (until, morning.astimezone(UTC))))
    return until
