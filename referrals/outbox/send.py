"""Send what is due: never to who opted out, never in the quiet hours of the person's place."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from phonenumbers import parse
from phonenumbers.timezone import time_zones_for_number
from sqlalchemy.orm import Session

from referrals.outbox.queue import Outbox, OutboxText
from referrals.outbox.sender import Sender, SendError
from referrals.storage.tables import ConversationRow, PhoneLineRow
from referrals.usecases import Referrals

FIRST_HOUR, LAST_HOUR = 8, 20
_FALLBACK_ZONES = ("America/New_York", "America/Los_Angeles")


def send_due(
    referrals: Referrals, outbox: Outbox, sender: Sender | None, now: datetime | None = None
) -> int:
    """Send all that is due; returns how many went out. Without a sender everything waits."""
    if sender is None:
        return 0
    count = 0
    while (text := outbox.claim()) is not None:
        count += _send_one(referrals, outbox, sender, text, now or datetime.now(UTC))
    return count


def _send_one(
    referrals: Referrals, outbox: Outbox, sender: Sender, text: OutboxText, now: datetime
) -> int:
    reachable = _reachable(referrals, text.conversation)
    if reachable is None:
        outbox.failed(text, "opted out or no phone", permanent=True)
        return 0
    if _only_answers(referrals, text.conversation):
        outbox.failed(text, "not safe to text first", permanent=True)
        referrals.raise_item("not_safe_to_text", text.conversation, f"a text was held: {text.kind}")
        return 0
    number, zone = reachable
    wait = quiet_until(now, zones_of(number, zone))
    if wait is not None:
        outbox.postpone(text.id, wait.replace(tzinfo=None))
        return 0
    try:
        outbox.sent(text.id, sender.send(number, text.text))
    except SendError as error:
        outbox.failed(text, error.code, error.permanent)
        return 0
    return 1


def _only_answers(referrals: Referrals, conversation: str) -> bool:
    """Whether somebody else may read this phone: then a person decides how to reach its owner."""
    with Session(referrals.engine) as session:
        row = session.get(ConversationRow, conversation)
        return row is not None and row.never_text_first


def _reachable(referrals: Referrals, conversation: str) -> tuple[str, str | None] | None:
    """(number, time zone of the place) of a line that may be texted."""
    with Session(referrals.engine) as session:
        line = session.get(PhoneLineRow, conversation)
        if line is None or line.opted_out_at is not None or line.unreachable is not None:
            return None
        return str(referrals.vault.unlock(line.number_cipher)), line.timezone


def zones_of(number: str, place_zone: str | None) -> list[str]:
    """The time zones to respect: the place's and the area code's; the stricter of both counts."""
    by_code = [
        z
        for z in time_zones_for_number(parse(number, "US"))
        if z.startswith(("America", "Pacific"))
    ]
    zones = ([place_zone] if place_zone else []) + by_code[:4]
    return zones or list(_FALLBACK_ZONES)


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
