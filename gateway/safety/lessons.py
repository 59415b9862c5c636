"""What the trained checks learn from, in a stable order.

Alarms and near-misses are written for it; ordinary messages are the bank of needs and the turns of
conversations ("no, I don't want that" must not sound like a farewell). A share of the alarms is seen once
more before or after an ordinary request, since that is how they are often sent.
"""

from __future__ import annotations

import hashlib
import random
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from resources_index.examples import MAYBE_DANGER, Alarm, Example

_SEED = 5
# A need that may tell of danger says little about what is harmless.
_MAYBE_WEIGHT, _ALARM_WEIGHT, _BURIED_WEIGHT = 0.35, 1.6, 1.0
_BURIED_SHARE = 0.6
_SHORT = 140
_HELD_BACK_ONE_IN = 8
_JOINS = {"en": (". ", " ", ", ", " and ", " also "), "es": (". ", " ", ", ", " y ")}
_FRAUD = "fraud_scams"
_NONE, _SCAM = "none", "scam"
_SCAM_FILES = {"scam": _SCAM, "scam_after": _SCAM, "near_miss": _NONE}


@dataclass(frozen=True)
class Lesson:
    """One message to learn from; `role` is alarm, near, buried, ordinary or maybe.

    Lessons that were made of the same message have the same `source`.
    """

    text: str
    kind: str
    weight: float
    role: str
    source: str


def lessons(
    alarms: Sequence[Alarm], bank: Sequence[Example], turns: Sequence[str] = ()
) -> list[Lesson]:
    """All that there is to learn from about dangers."""
    chance = random.Random(_SEED)
    found = [_alarm(alarm) for alarm in alarms]
    short = {
        language: [e.text for e in bank if e.language == language and _harmless(e)]
        for language in _JOINS
    }
    for alarm in alarms:
        if chance.random() < _BURIED_SHARE:
            found.append(_buried(alarm, short[alarm.language], chance))
    for example in bank:
        maybe = bool(MAYBE_DANGER & set(example.needs))
        weight, role = (_MAYBE_WEIGHT, "maybe") if maybe else (1.0, "ordinary")
        found.append(Lesson(example.text, _NONE, weight, role, example.text))
    return found + [Lesson(turn, _NONE, 1.0, "ordinary", turn) for turn in turns]


def scam_lessons(
    scams: Sequence[Alarm], dangers: Sequence[Alarm], bank: Sequence[Example], turns: Sequence[str]
) -> list[Lesson]:
    """All that there is to learn from about scams: cries for help are none, and neither is what sounds like one."""
    found = [_alarm(scam) for scam in scams]
    found += [Lesson(a.text, _NONE, 1.0, "near", a.text) for a in dangers]
    # What asks for help with fraud may tell of a scam under way: it proves nothing.
    harmless = [e.text for e in bank if _FRAUD not in e.needs]
    return found + [Lesson(text, _NONE, 1.0, "ordinary", text) for text in (*harmless, *turns)]


def read_scams(folder: Path) -> list[Alarm]:
    """All lines of `<scam, scam_after or near_miss>.<language>.txt` below `folder`.

    Raises ValueError when a file is named otherwise.
    """
    found: list[Alarm] = []
    for path in sorted(folder.glob("*.txt")):
        name, language = path.name.split(".")[:2]
        if name not in _SCAM_FILES or language not in _JOINS:
            raise ValueError(f"{path.name}: name it <{', '.join(_SCAM_FILES)}>.<en or es>.txt.")
        lines = path.read_text("utf-8").splitlines()
        found += [Alarm(line.strip(), language, _SCAM_FILES[name]) for line in lines if line]
    return found


def is_held_back(lesson: Lesson) -> bool:
    """Whether the tuned half of the second reader was never taught this one: an eighth of all, by digest."""
    digest = hashlib.sha256(lesson.source.encode()).digest()
    return int.from_bytes(digest[:4], "big") % _HELD_BACK_ONE_IN == 0


def _harmless(example: Example) -> bool:
    return len(example.text) < _SHORT and not MAYBE_DANGER & set(example.needs)


def _alarm(alarm: Alarm) -> Lesson:
    if alarm.kind == _NONE:
        return Lesson(alarm.text, _NONE, 1.0, "near", alarm.text)
    return Lesson(alarm.text, alarm.kind, _ALARM_WEIGHT, "alarm", alarm.text)


def _buried(alarm: Alarm, ordinary: Sequence[str], chance: random.Random) -> Lesson:
    parts = [alarm.text]
    parts.insert(chance.randint(0, 1), chance.choice(ordinary))
    text = chance.choice(_JOINS[alarm.language]).join(parts)
    return Lesson(text, alarm.kind, _BURIED_WEIGHT, "buried", alarm.text)
