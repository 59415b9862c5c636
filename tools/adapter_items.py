"""What the upper half of the second reader is taught: texts with what each head should say."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

from gateway.safety.lessons import Lesson, is_held_back, lessons
from gateway.safety.trained import second_reads
from resources_index.encoder.noise import spoil
from resources_index.examples import (
    DANGERS,
    MAYBE_DANGER,
    balanced,
    read_alarms,
    read_examples,
    read_said,
)

_BURIED_SHARE, _SPOILT_SHARE = 0.5, 0.5
_MOST_PER_NEED = 300
_ASKS = "ask_need"
UNJUDGED = -1


@dataclass(frozen=True)
class Item:
    """A text with what each head should say: `danger` and `act` are columns or UNJUDGED, `needs` columns."""

    text: str
    danger: int
    needs: tuple[int, ...] = ()
    act: int = UNJUDGED


def read_items(data: Path, chance: random.Random) -> tuple[list[Item], list[str], list[str]]:
    """All that is taught, the needs, and the acts; `data` is the folder data/dialogue."""
    bank = [e for e in read_examples(data / "needs") if e.language == "en"]
    needs = sorted({need for example in bank for need in example.needs})
    said = [(text, act) for text, act in turns(data / "acts") if second_reads(text)]
    acts = sorted({act for _, act in said})
    items = [
        Item(
            e.text,
            UNJUDGED if MAYBE_DANGER & set(e.needs) else 0,
            tuple(needs.index(need) for need in e.needs),
            acts.index(_ASKS),
        )
        for e in bank
        if not _held(e.text)
    ]
    items += [Item(text, 0, (), acts.index(act)) for text, act in said if not _held(text)]
    of_talk = [text for text in read_said(data / "said") if second_reads(text)]
    items += [Item(text, 0) for text in of_talk if not _held(text)]
    alarms = [a for a in read_alarms(data / "crisis") if a.language == "en"]
    for lesson in lessons(alarms, balanced(bank, _MOST_PER_NEED)):
        if not is_held_back(lesson):
            items += _of_danger(lesson, chance)
    return items, needs, acts


def _of_danger(lesson: Lesson, chance: random.Random) -> list[Item]:
    kind = DANGERS.index(lesson.kind)
    if lesson.role == "buried":
        return [Item(lesson.text, kind)] if chance.random() < _BURIED_SHARE else []
    if lesson.role not in ("alarm", "near"):
        return []
    spoilt = [Item(spoil(lesson.text, chance), kind)] if chance.random() < _SPOILT_SHARE else []
    return [Item(lesson.text, kind), *spoilt]


def _held(text: str) -> bool:
    return is_held_back(Lesson(text, "none", 1.0, "ordinary", text))


def turns(folder: Path) -> Iterator[tuple[str, str]]:
    for path in sorted(folder.glob("*.yml")):
        for block in yaml.safe_load(path.read_text("utf-8"))["nlu"]:
            for line in block["examples"].splitlines():
                if line.strip().startswith("- "):
                    yield line.strip()[2:], block["intent"]
