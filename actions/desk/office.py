"""When somebody of the desk calls, as the settings say it; where they say nothing, nothing is promised."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass

from actions.turn import Turn

_DAYS = {
    "mon": ("Monday", "lunes"), "tue": ("Tuesday", "martes"), "wed": ("Wednesday", "miércoles"), "thu": ("Thursday", "jueves"),
    "fri": ("Friday", "viernes"), "sat": ("Saturday", "sábado"), "sun": ("Sunday", "domingo"),
}  # fmt: skip
_HOURS = re.compile(
    rf"(?P<first>{'|'.join(_DAYS)})-(?P<last>{'|'.join(_DAYS)}) (?P<opens>\d{{1,2}})-(?P<shuts>\d{{1,2}})"
)
_ELDERCARE_LOCATOR = "1-800-677-1116"
_NOON, _DAY = 12, 24


@dataclass(frozen=True)
class Office:
    """`hours` like "mon-fri 9-17", empty when nobody said; `days` within which somebody calls, 0 when there is no such rule."""

    hours: str = ""
    days: int = 0
    phone: str = _ELDERCARE_LOCATOR

    @classmethod
    def read(cls) -> Office:
        """From OFFICE_HOURS, CALL_BACK_DAYS and HUMAN_PHONE. Raises ValueError for what it cannot read."""
        hours = os.environ.get("OFFICE_HOURS", "").strip().lower()
        if hours and not _HOURS.fullmatch(hours):
            raise ValueError("OFFICE_HOURS is written like mon-fri 9-17.")
        days = int(os.environ.get("CALL_BACK_DAYS", "0"))
        return cls(hours, days, os.environ.get("HUMAN_PHONE") or _ELDERCARE_LOCATOR)

    @property
    def says_when(self) -> bool:
        """Whether anything is known about when somebody calls."""
        return bool(self.days or self.hours)

    def hours_said(self, language: str) -> str:
        """ "Monday to Friday, 9 am to 5 pm"; empty when the settings say none."""
        found = _HOURS.fullmatch(self.hours)
        if found is None:
            return ""
        spanish = language == "es"
        first, last = _DAYS[found["first"]][spanish], _DAYS[found["last"]][spanish]
        opens, shuts = _clock(int(found["opens"])), _clock(int(found["shuts"]))
        return (
            f"{first} a {last}, de {opens} a {shuts}"
            if spanish
            else f"{first} to {last}, {opens} to {shuts}"
        )


def say_when(turn: Turn) -> None:
    """By when somebody calls if there is a rule, else when the office is there; and whom to call if it cannot wait."""
    office = Office.read()
    hours = office.hours_said(turn.language)
    if office.days == 1:
        turn.say("utter_called_in_a_day")
    elif office.days:
        turn.say("utter_called_in_days", days=office.days)
    elif hours:
        turn.say("utter_called_in_hours", hours=hours)
    turn.say("utter_cannot_wait", phone=office.phone)


def _clock(hour: int) -> str:
    return f"{(hour - 1) % _NOON + 1} {'am' if hour % _DAY < _NOON else 'pm'}"
