"""What people text in the kill test of the whole system, and what each of them must get for it."""

from __future__ import annotations

import re
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from gateway.wording import say
from tests.faults.parts import Phones

_LIST = ("need a ride 45402", "MORE", "MORE")
SCRIPTS: dict[str, tuple[str, ...]] = {
    "list": _LIST,
    "spanish": ("necesito transporte 45402", "MÁS"),
    "referral": (_LIST[0], "PERSON", "Ann", "1", "1", "nothing else", "1"),
    "stop": (_LIST[0], "STOP"),
    "crisis": (_LIST[0], "i want to kill myself"),
}
_ORDER = ("list", "referral", "spanish", "stop", "list", "crisis", "spanish", "referral")
_MOMENTS = frozenset(say("one_moment", language) for language in ("en", "es"))
_FALL_BACKS = tuple(say("bot_down", language)[:40] for language in ("en", "es"))
_REFERENCE = re.compile(r"R-[A-Z0-9]+")
# The phone on which each script is played before anything is killed: what it gets is what all must get.
_FIRST_PHONES = {name: f"+1937556{n:04d}" for n, name in enumerate(SCRIPTS)}


@dataclass
class Findings:
    """What went wrong, by person, and what is worth knowing besides."""

    lost: list[str] = field(default_factory=list)
    doubled: list[str] = field(default_factory=list)
    fell_back: int = 0
    moments: int = 0
    out_of_order: list[str] = field(default_factory=list)
    texts: int = 0


def script_of(person: int) -> str:
    return _ORDER[person % len(_ORDER)]


def number_of(person: int) -> str:
    # Not 555: there one of them would be the line's own number.
    return f"+1937557{person:04d}"


def reminder_of(person: int) -> str:
    return f"Reminder <{person}.r>"


def play_undisturbed(phones: Phones) -> dict[str, list[str]]:
    """What each script leads to while nothing dies."""
    return {name: _play(phones, number, SCRIPTS[name]) for name, number in _FIRST_PHONES.items()}


def _play(phones: Phones, number: str, lines: tuple[str, ...]) -> list[str]:
    for count, line in enumerate(lines, start=1):
        phones.text(number, line)
        deadline = time.monotonic() + 60
        while len(_answers(phones, number)) < count:
            assert time.monotonic() < deadline, f"no answer to {line!r}"
            time.sleep(0.2)
    return _answers(phones, number)


def _answers(phones: Phones, number: str) -> list[str]:
    """All but 'one moment'; a reference is a new one each time."""
    bodies = phones.twilio.bodies(number)
    return [_REFERENCE.sub("R-", body) for body in bodies if body not in _MOMENTS]


def wait_until_all_arrived(
    phones: Phones, people: Sequence[int], wanted: dict[str, list[str]], limit_s: float
) -> None:
    """Until everybody has as many texts as they must get, and a while longer for what would be doubled."""
    deadline = time.monotonic() + limit_s
    while time.monotonic() < deadline:
        findings = compare(phones, people, wanted)
        if not findings.lost:
            break
        time.sleep(1.0)
    time.sleep(20.0)


def compare(phones: Phones, people: Sequence[int], wanted: dict[str, list[str]]) -> Findings:
    """What everybody got beside what they must get."""
    findings = Findings()
    for person in people:
        name, number = script_of(person), number_of(person)
        got = _answers(phones, number)
        answers = [body for body in got if not body.startswith("Reminder <")]
        must, has = Counter(wanted[name]), Counter(answers)
        # STOP ends what had not gone out yet, an answer too; its one confirmation must arrive.
        due = Counter(wanted[name][-1:]) if name == "stop" else must
        for body in (due - has).elements():
            findings.lost.append(f"{person} ({name}): {body[:80]!r}")
        for body in (has - must).elements():
            findings.doubled.append(f"{person} ({name}): {body[:80]!r}")
        findings.fell_back += sum(body.startswith(_FALL_BACKS) for body in answers)
        if must == has and answers != wanted[name]:
            order = [wanted[name].index(body) for body in answers]
            if not _crisis_went_first(name, order):
                findings.out_of_order.append(f"{person} ({name}): {order}")
        reminders = got.count(reminder_of(person))
        # Whoever said STOP may have got it before that, or never gets it.
        if reminders > 1:
            findings.doubled.append(f"{person}: reminder")
        if reminders < 1 and name != "stop":
            findings.lost.append(f"{person}: reminder")
        findings.moments += len(phones.twilio.bodies(number)) - len(got)
        findings.texts += len(got)
    return findings


def _crisis_went_first(name: str, order: list[int]) -> bool:
    """What a crisis needs rightly overtakes the late answer to what was said before; each in its own order."""
    before = [n for n in order if n < 2]
    return name == "crisis" and before == sorted(before) and order == [2, 3, *before]


def converse(phones: Phones, person: int, remind: Callable[[int], None]) -> None:
    """One person's whole conversation; `remind` queues an unprompted text after the first line."""
    for turn, line in enumerate(SCRIPTS[script_of(person)]):
        phones.text(number_of(person), line)
        if turn == 0:
            remind(person)
