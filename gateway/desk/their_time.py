"""What time it is where a person is: whether one may call now, and when a text would go out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from gateway.desk.days import LATER_TODAY
from gateway.parts import Parts
from referrals.desk_views import Reach
from referrals.outbox.quiet_hours import quiet_until, zones_of


@dataclass(frozen=True)
class TheirTime:
    """`said`: the time there, more than one where the zone is not known. `day_at`: when it is day again; None by day."""

    said: str
    day_at: str | None
    later_is_day: bool


def their_time(number: str | None, reach: Reach) -> TheirTime | None:
    """The time at the place of a phone; None when there is no number."""
    if not any(sign.isdigit() for sign in number or ""):
        return None
    now, zones = datetime.now(UTC), zones_of(str(number), reach.timezone)
    local = [_clock(now.astimezone(ZoneInfo(zone))) for zone in zones]
    until = quiet_until(now, zones)
    later = quiet_until(now + LATER_TODAY, zones) is None
    said = " or ".join(dict.fromkeys(local))
    return TheirTime(
        said, _clock(until.astimezone(ZoneInfo(_last_asleep(now, zones)))) if until else None, later
    )


def goes_out(reach: Reach, parts: Parts) -> str:
    """When a text written now would go out, if not at once."""
    if reach.channel != "sms" or reach.number is None or reach.pretend:
        return ""
    if not parts.settings.twilio_from:
        return "No text line is set up: a text waits until there is one. Call if it is urgent."
    there = their_time(reach.number, reach)
    if there is None or there.day_at is None or reach.talking:
        return ""
    return f"It is night there ({there.said}). A text waits: it goes out at {there.day_at}."


def _last_asleep(now: datetime, zones: list[str]) -> str:
    """The zone where it is night the longest."""
    return max(zones, key=lambda zone: quiet_until(now, [zone]) or now)


def _clock(at: datetime) -> str:
    """'8:00 AM EST'."""
    return f"{at:%I:%M %p} {at.tzname()}".lstrip("0")
