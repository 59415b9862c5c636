"""What stands beside a question in the same line: "Carmen Villalobos, but will they charge me?" gives the name as well."""

from __future__ import annotations

import re

from actions.form import call_times, naming, worries
from actions.form.phone_numbers import phone_in, without_phone
from actions.heard import Heard
from actions.turn import Turn

_PARTS = re.compile(
    r"(?<=[.?!;])\s+|,\s+|\s+(?=(?:pero|but|oiga|and how|and what|and when|and will|y cuanto|y cuando|y eso|y a que)\b)",
    re.IGNORECASE,
)


def take_in_passing(turn: Turn, step: str) -> None:
    """Name, number and time of a message that asks something as well; what is known already stays."""
    heard, answers = turn.heard, turn.memory.referral
    asks = worries.is_question(heard.text, heard.plain) or _asks_in_a_part(turn)
    if step not in ("name", "number", "time") or not asks:
        return
    told = [part for part in _PARTS.split(heard.text) if not _asks(part)]
    rest = ". ".join(told)
    number = phone_in(rest)
    if number and "number" not in answers:
        answers["number"] = number
    if step == "name" and "name" not in answers:
        name = naming.name_in_passing(rest)
        if name:
            answers["name"] = name
    if step != "time" and number is None:
        return
    times = [part for part in told if call_times.names_a_time(Heard(without_phone(part), "").plain)]
    if times and "time" not in answers:
        answers["time"] = call_times.time_told(", ".join(without_phone(part) for part in times))


def _asks_in_a_part(turn: Turn) -> bool:
    parts = _PARTS.split(turn.heard.text)
    return len(parts) > 1 and any(_asks(part) for part in parts)


def _asks(part: str) -> bool:
    return worries.is_question(part, Heard(part, "").plain)
